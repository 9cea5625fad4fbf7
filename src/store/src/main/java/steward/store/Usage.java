package steward.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;
import steward.api.Resolution;
import steward.api.UsageBucket;

/** Rows of the table {@code usage_bucket}, inside a transaction of the caller. */
final class Usage {

    private Usage() {}

    static void replace(Handle handle, Resolution resolution, Instant from, Instant to, List<UsageBucket> buckets) {
        handle.execute(
                "DELETE FROM usage_bucket WHERE resolution = ? AND start >= ? AND start < ?",
                resolution.name(),
                from.toEpochMilli(),
                to.toEpochMilli());
        if (buckets.isEmpty()) return;
        PreparedBatch batch = handle.prepareBatch("INSERT OR REPLACE INTO usage_bucket VALUES (?, ?, ?, ?, ?, ?)");
        for (UsageBucket bucket : buckets) {
            batch.add(
                    resolution.name(),
                    bucket.start().toEpochMilli(),
                    bucket.highest(),
                    bucket.average(),
                    bucket.owned(),
                    bucket.refused());
        }
        batch.execute();
    }

    static List<UsageBucket> find(Handle handle, Resolution resolution, Instant from, Instant to) {
        return handle.createQuery("""
                        SELECT * FROM usage_bucket WHERE resolution = :resolution AND start >= :from AND start < :to
                        ORDER BY start""")
                .bind("resolution", resolution.name())
                .bind("from", from.toEpochMilli())
                .bind("to", to.toEpochMilli())
                .map(Usage::map)
                .list();
    }

    private static UsageBucket map(ResultSet row, StatementContext context) throws SQLException {
        int highest = row.getInt("highest");
        Integer known = row.wasNull() ? null : highest;
        double average = row.getDouble("average");
        Double mean = row.wasNull() ? null : average;
        return new UsageBucket(
                Instant.ofEpochMilli(row.getLong("start")), known, mean, row.getInt("owned"), row.getInt("refused"));
    }
}
