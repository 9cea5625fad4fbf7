/**
 * The contract of the platform: {@code openapi.yaml}, its records, ids, problems, the permission matrix, money and the
 * one JSON mapper. Records check themselves in their constructor.
 *
 * <p>Refuses I/O, threads, clocks, logging, HTTP and SQL. Order of change: yaml, record, contract test.
 */
package steward.api;
