/** Colours, type and measures: the style sheets, the fonts, light and dark. The only place with colour values. */
package steward.app.theme;
