/**
 * Drawings of figures over time: use of licenses, storage, a meeting's participants. They take plain records, follow the
 * theme by style classes, and answer mouse and arrow keys alike. Refuses domain types.
 */
package steward.app.chart;
