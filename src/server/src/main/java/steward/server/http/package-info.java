/**
 * What every request goes through: token, membership, permission, parameters, body, idempotency, one transaction, one
 * way to answer. Routes plug handlers in by operationId. Refuses the platform's rules and SQL beyond tokens, access and
 * keys.
 */
package steward.server.http;
