/** What tests of the app share: the headless window, pictures, and doubles of what asks and tells. */
package steward.app.testing;
