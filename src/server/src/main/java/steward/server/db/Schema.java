package steward.server.db;

import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Brings the file to this version's schema; Flyway is loaded only when there is something to do. */
final class Schema {
    private static final int VERSION = 2;

    private Schema() {}

    static void bringUpToDate(String url) {
        int found = Jdbi.create(url).withHandle(Schema::version);
        if (found > VERSION) {
            throw new IllegalStateException("The data was written by a newer version of the server (schema " + found
                    + ", known " + VERSION + "). It is left as it is; start that version instead.");
        }
        if (found == VERSION) return;
        Flyway.configure()
                .dataSource(url, null, null)
                .locations("classpath:steward/server/db")
                .failOnMissingLocations(true)
                .load()
                .migrate();
    }

    private static int version(Handle sql) {
        boolean present = sql.select("SELECT 1 FROM sqlite_master WHERE name = 'flyway_schema_history'")
                .mapTo(Integer.class)
                .findFirst()
                .isPresent();
        if (!present) return 0;
        Optional<Integer> last = sql.select("SELECT MAX(CAST(version AS INTEGER)) FROM flyway_schema_history")
                .mapTo(Integer.class)
                .findFirst();
        return last.orElse(0);
    }
}
