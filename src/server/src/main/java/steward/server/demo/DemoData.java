package steward.server.demo;

import java.time.Instant;
import org.jdbi.v3.core.Handle;
import steward.server.db.Actor;
import steward.server.db.Database;
import steward.server.db.Tx;

/** Fills an empty database with the demo: forty organizations and their past, the same for a seed and an instant. */
public final class DemoData {
    /** The demo people get. */
    public static final long SEED = 20_261_124;

    private DemoData() {}

    /** Fills the database in one transaction, unless there is an organization in it already. */
    public static boolean fill(Database database, long seed) {
        if (database.read(DemoData::filled)) return false;
        database.write(Actor.PLATFORM, tx -> {
            fill(tx, seed);
            return null;
        });
        database.write(Actor.PLATFORM, tx -> tx.sql().execute("PRAGMA cache_size = -2000"));
        return true;
    }

    private static boolean filled(Handle sql) {
        return sql.select("SELECT 1 FROM organization LIMIT 1")
                .mapTo(Integer.class)
                .findFirst()
                .isPresent();
    }

    private static void fill(Tx tx, long seed) {
        // An organization's row is written last, with the number of its changes.
        tx.sql().execute("PRAGMA defer_foreign_keys = ON");
        // Held in memory until the commit instead of being written out and read back page by page.
        tx.sql().execute("PRAGMA cache_size = -200000");
        Instant now = tx.now();
        Cast cast = Cast.read(seed, now);
        OrganizationSeed organizations = new OrganizationSeed();
        try (Tables tables = new Tables(tx.sql().getConnection())) {
            cast.insert(tables, now);
            for (Blueprint blueprint : Blueprint.all()) {
                organizations.plant(new Ground(tables, blueprint, now, seed), cast);
            }
            tables.flush();
        }
    }
}
