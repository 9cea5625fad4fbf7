/**
 * openapi.yaml as the server obeys it: the operations with their guards, and the check of parameters and bodies
 * against the schemas. Refuses HTTP and SQL.
 */
package steward.server.contract;
