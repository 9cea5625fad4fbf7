/**
 * What an organization pays and gets: the catalog, proration, previews, orders, the scheduled change, renewal,
 * invoices, payment methods.
 *
 * <p>Owns the subscription, scheduled_change, invoice and payment_method tables. Refuses card numbers, dunning beyond
 * recording that a payment failed, and any arithmetic on money that is not exact integers.
 */
package steward.server.billing;
