package steward.server.usage;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import steward.server.db.Actor;
import steward.server.db.Database;

/** When the server was last known to run, so that the time in which it did not can be told. Thread-safe. */
public final class Heartbeat {
    private static final Duration EVERY = Duration.ofSeconds(20);

    private final Database database;
    /** The last one written, or null before the first. */
    private volatile Instant last;

    public Heartbeat(Database database) {
        this.database = database;
    }

    /** Cheap: written every so often only. */
    void beat(Instant now) {
        Instant before = last;
        if (before != null && Duration.between(before, now).abs().compareTo(EVERY) < 0) return;
        database.write(Actor.PLATFORM, tx -> tx.sql()
                .execute(
                        "INSERT INTO heartbeat (id, at) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET at = excluded.at",
                        tx.now()));
        last = now;
    }

    /** The last one of an earlier run. */
    public Optional<Instant> earlier() {
        return database.read(sql ->
                sql.select("SELECT at FROM heartbeat").mapTo(Instant.class).findFirst());
    }
}
