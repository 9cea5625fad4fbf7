package steward.server.billing;

import java.util.UUID;
import org.jdbi.v3.core.Handle;
import steward.api.PlanChoice;

/** What a choice gives. */
public record Entitlement(int licenses, long storageBytes, int participants, int meetingMinutes) {
    public static Entitlement of(PlanChoice choice) {
        return Prices.gives(choice);
    }

    /** What an organization has now, as it was bought. */
    public static Entitlement inForce(Handle sql, UUID orgId) {
        return sql.select("""
                        SELECT licenses_owned, storage_bytes, participant_limit, meeting_minutes
                        FROM subscription WHERE org_id = ?
                        """, orgId)
                .map((row, _) -> new Entitlement(row.getInt(1), row.getLong(2), row.getInt(3), row.getInt(4)))
                .one();
    }

    boolean atLeast(Entitlement other) {
        return licenses >= other.licenses
                && storageBytes >= other.storageBytes
                && participants >= other.participants
                && meetingMinutes >= other.meetingMinutes;
    }
}
