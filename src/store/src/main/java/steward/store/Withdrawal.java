package steward.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Takes operations back: by compare-and-set, so that it never meets a claim half way. What was ever sent stays, for
 * nobody knows whether it took effect. What builds on a creation goes with it.
 */
final class Withdrawal {

    private static final String CANCEL = """
            UPDATE op SET state = 'CANCELED', due = 0, answered_at = ?
            WHERE op_id = ? AND state IN ('HELD', 'QUEUED') AND first_sent_at IS NULL
            RETURNING org_id, kind, object_id""";
    private static final String DROP = """
            UPDATE op SET state = 'CANCELED', due = 0, answered_at = ? WHERE op_id = ? AND state = 'ATTENTION'
            RETURNING org_id, kind, object_id""";

    private final Handle handle;
    private final Instant now;
    private final Set<UUID> canceled = new LinkedHashSet<>();
    private final Set<UUID> organizations = new HashSet<>();
    private final Set<UUID> neverMade = new HashSet<>();

    Withdrawal(Handle handle, Instant now) {
        this.handle = handle;
        this.now = now;
    }

    void cancel(Collection<UUID> ids) throws SQLException {
        run(CANCEL, ids);
        withDependents();
    }

    /** Drops what needs attention. */
    void drop(UUID id) throws SQLException {
        run(DROP, List.of(id));
        withDependents();
    }

    List<UUID> canceled() {
        return List.copyOf(canceled);
    }

    /** Whose operations were canceled. */
    Set<UUID> organizations() {
        return organizations;
    }

    private void run(String sql, Collection<UUID> ids) throws SQLException {
        try (PreparedStatement update = handle.getConnection().prepareStatement(sql)) {
            for (UUID id : ids) {
                update.setLong(1, now.toEpochMilli());
                update.setString(2, id.toString());
                try (ResultSet row = update.executeQuery()) {
                    if (row.next()) remember(id, row);
                }
            }
        }
    }

    private void remember(UUID id, ResultSet row) throws SQLException {
        canceled.add(id);
        organizations.add(UUID.fromString(row.getString("org_id")));
        if (creates(OperationKind.valueOf(row.getString("kind")))) {
            neverMade.add(UUID.fromString(row.getString("object_id")));
        }
    }

    private void withDependents() throws SQLException {
        if (neverMade.isEmpty()) return;
        List<UUID> dependents = new ArrayList<>();
        for (UUID orgId : organizations) dependents.addAll(dependents(orgId, neverMade));
        run(CANCEL, dependents);
    }

    private List<UUID> dependents(UUID orgId, Set<UUID> gone) {
        // everything in an organization that is never made, and every change of an object that is never made
        String other = gone.contains(orgId) ? "" : " AND kind NOT IN ('INVITE_PERSON', 'CREATE_ROOM')";
        return handle
                .createQuery(
                        "SELECT op_id, object_id FROM op WHERE org_id = :org AND state IN ('HELD', 'QUEUED')" + other)
                .bind("org", orgId.toString())
                .map((row, _) ->
                        new UUID[] {UUID.fromString(row.getString("op_id")), UUID.fromString(row.getString("object_id"))
                        })
                .list()
                .stream()
                .filter(pair -> gone.contains(orgId) || gone.contains(pair[1]))
                .map(pair -> pair[0])
                .toList();
    }

    private static boolean creates(OperationKind kind) {
        return switch (kind) {
            case INVITE_PERSON, CREATE_ROOM, CREATE_ORGANIZATION -> true;
            default -> false;
        };
    }
}
