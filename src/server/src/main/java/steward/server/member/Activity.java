package steward.server.member;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import steward.api.CollectionName;
import steward.server.Platform;
import steward.server.db.Actor;
import steward.server.http.Access;

/**
 * When members were last active, to the day: each step is a change every client pulls. It is no edit, so neither version
 * nor audit log know of it. Thread-safe.
 */
public final class Activity {
    private static final Duration STEP = Duration.ofDays(1);

    private final Platform platform;
    private final Map<UUID, Instant> noted = new ConcurrentHashMap<>();

    public Activity(Platform platform) {
        this.platform = platform;
    }

    /** A member was let in. */
    public void seen(Access access) {
        UUID member = access.memberId();
        if (member == null) return;
        Instant now = platform.clock().instant();
        Instant last = noted.get(member);
        if (last != null && last.plus(STEP).isAfter(now)) return;
        noted.put(member, now);
        boolean due = platform.database().read(sql -> sql.select(
                        "SELECT 1 FROM member WHERE org_id = ? AND id = ? AND COALESCE(last_active_at, 0) <= ?",
                        access.orgId(),
                        member,
                        now.minus(STEP))
                .mapTo(Integer.class)
                .findFirst()
                .isPresent());
        if (due) note(access.orgId(), member);
    }

    private void note(UUID orgId, UUID member) {
        platform.database().write(Actor.PLATFORM, tx -> {
            int found = tx.sql()
                    .execute(
                            "UPDATE member SET last_active_at = ? WHERE org_id = ? AND id = ?",
                            tx.now(),
                            orgId,
                            member);
            if (found > 0) platform.changes().record(tx, orgId, CollectionName.MEMBERS, member, false);
            return null;
        });
    }
}
