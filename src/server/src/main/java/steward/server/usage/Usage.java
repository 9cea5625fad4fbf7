package steward.server.usage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import steward.api.InvalidFieldException;
import steward.api.Json;
import steward.api.Resolution;
import steward.api.UsageHistory;
import steward.api.UsageSample;
import steward.server.Part;
import steward.server.Platform;
import steward.server.change.Events;
import steward.server.db.Tx;
import steward.server.http.Answer;
import steward.server.http.Call;
import steward.server.http.Handlers;
import steward.server.http.Routes;

/** Change points of license usage, told live as they happen, and the history computed from them. Thread-safe. */
public final class Usage implements Part, Routes {
    private static final int MOST_BUCKETS = 2200;
    /** Heartbeats are twenty seconds apart. */
    private static final Duration RESTART = Duration.ofMinutes(1);

    private final Platform platform;
    private final Events events;
    private final Heartbeat heartbeat;

    public Usage(Platform platform) {
        this.platform = platform;
        this.events = platform.events();
        this.heartbeat = new Heartbeat(platform.database());
    }

    /** Notes how many licenses are in use and owned from now on. */
    public UsageSample record(Tx tx, UUID orgId) {
        UsageSample sample = sample(tx.sql(), orgId, tx.now());
        insert(tx.sql(), orgId, new UsagePoint(sample.at(), sample.inUse(), sample.owned()));
        events.tell(tx, orgId, "usage", sample);
        return sample;
    }

    /** When the server stopped, if it did for longer than a restart takes. */
    public Optional<Instant> downSince(Instant now) {
        return heartbeat.earlier().filter(last -> last.plus(RESTART).isBefore(now));
    }

    /** Notes for every organization that nobody was looking from an instant until now. */
    public void unknownSince(Tx tx, Instant stopped) {
        List<UUID> all =
                tx.sql().select("SELECT id FROM organization").mapTo(UUID.class).list();
        for (UUID orgId : all) {
            Optional<Instant> last = last(tx.sql(), orgId);
            if (last.isEmpty()) continue;
            Instant from = last.get().isBefore(stopped) ? stopped : last.get().plusMillis(1);
            if (from.isBefore(tx.now()))
                insert(
                        tx.sql(),
                        orgId,
                        new UsagePoint(from, null, sample(tx.sql(), orgId, from).owned()));
            record(tx, orgId);
        }
    }

    @Override
    public List<Routes> routes() {
        return List.of(this);
    }

    @Override
    public void sweep() {
        heartbeat.beat(platform.clock().instant());
    }

    @Override
    public void register(Handlers on) {
        on.read("getUsage", this::history);
    }

    static void insert(Handle sql, UUID orgId, UsagePoint point) {
        sql.execute(
                """
                INSERT INTO usage_point (org_id, at, in_use, owned, known) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (org_id, at)
                DO UPDATE SET in_use = excluded.in_use, owned = excluded.owned, known = excluded.known
                """,
                orgId,
                point.at(),
                point.inUse() == null ? 0 : point.inUse(),
                point.owned(),
                point.inUse() == null ? 0 : 1);
    }

    /** How many licenses are in use and owned. */
    public static UsageSample sample(Handle sql, UUID orgId, Instant at) {
        return sql.select("""
                        SELECT licenses_owned,
                            (SELECT COUNT(*) FROM meeting m WHERE m.org_id = s.org_id AND m.ended_at IS NULL) AS running
                        FROM subscription s WHERE s.org_id = ?
                        """, orgId)
                .map((row, _) -> new UsageSample(at, row.getInt("running"), row.getInt("licenses_owned")))
                .one();
    }

    private Answer history(Call call, Handle sql) {
        Resolution resolution =
                Resolution.valueOf(call.query("resolution").orElseThrow().toUpperCase(java.util.Locale.ROOT));
        Instant from = UsageBuckets.start(resolution, time(call, "from"));
        Instant to = time(call, "to");
        Duration width = UsageBuckets.width(resolution);
        if (to.isAfter(from.plus(width.multipliedBy(MOST_BUCKETS)))) {
            throw new InvalidFieldException("from", "is more than " + MOST_BUCKETS + " buckets before the end");
        }
        Instant now = Json.millis(platform.clock().instant());
        List<UsagePoint> points = points(sql, call.orgId(), from, to);
        List<Instant> refused = refused(sql, call.orgId(), from, to.plus(width));
        return Answer.ok(new UsageHistory(
                resolution,
                sample(sql, call.orgId(), now),
                UsageBuckets.of(resolution, from, to, now, points, refused)));
    }

    /** The last point, or nothing. */
    private static Optional<Instant> last(Handle sql, UUID orgId) {
        return sql.select("SELECT at FROM usage_point WHERE org_id = ? ORDER BY at DESC LIMIT 1", orgId)
                .mapTo(Instant.class)
                .findFirst();
    }

    private static Instant time(Call call, String name) {
        String text = call.query(name).orElseThrow();
        try {
            return java.time.OffsetDateTime.parse(text).toInstant();
        } catch (java.time.DateTimeException e) {
            throw new InvalidFieldException(name, "is no time");
        }
    }

    private static List<UsagePoint> points(Handle sql, UUID orgId, Instant from, Instant to) {
        return sql.select("""
                        SELECT at, in_use, owned, known FROM usage_point
                        WHERE org_id = ? AND at < ? AND at >= COALESCE(
                            (SELECT MAX(at) FROM usage_point WHERE org_id = ? AND at <= ?), 0)
                        ORDER BY at
                        """, orgId, to.plus(Duration.ofDays(1)), orgId, from)
                .map((row, _) -> new UsagePoint(
                        Instant.ofEpochMilli(row.getLong("at")),
                        row.getBoolean("known") ? Integer.valueOf(row.getInt("in_use")) : null,
                        row.getInt("owned")))
                .list();
    }

    private static List<Instant> refused(Handle sql, UUID orgId, Instant from, Instant to) {
        return sql.select(
                        "SELECT at FROM refused_start WHERE org_id = ? AND at >= ? AND at < ? ORDER BY at",
                        orgId,
                        from,
                        to)
                .mapTo(Instant.class)
                .list();
    }
}
