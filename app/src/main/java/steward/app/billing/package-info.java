/**
 * The Billing tab: plan and add-ons, a change previewed to the cent and applied as previewed, scheduled changes, invoices,
 * payment methods as the platform shows them.
 *
 * <p>Computes no price: every amount is the server's. Refuses I/O and threads.
 */
package steward.app.billing;
