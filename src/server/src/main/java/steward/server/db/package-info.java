/**
 * The one SQLite file: a single writer, pooled readers, migrations and column types. Plain SQL that PostgreSQL knows
 * too. Refuses the platform's rules.
 */
package steward.server.db;
