package steward.server;

import java.util.Map;
import java.util.UUID;
import steward.api.Ids;
import steward.server.db.Actor;
import steward.server.db.Tx;

/** Rows of what comes into being only by itself, so that a test finds one of each. */
final class TenancyRows {
    private TenancyRows() {}

    static void insert(World world, Map<String, UUID> ids, String text) {
        world.server.platform().database().write(Actor.PLATFORM, tx -> {
            insert(tx, ids, text);
            return null;
        });
    }

    private static void insert(Tx tx, Map<String, UUID> ids, String text) {
        UUID org = ids.get("orgId");
        UUID meeting = ids.get("meetingId");
        tx.sql()
                .execute(
                        "INSERT INTO meeting (org_id, id, title, host_name, started_at, planned_minutes, version)"
                                + " VALUES (?, ?, ?, ?, ?, 60, 1)",
                        org,
                        meeting,
                        text,
                        text,
                        tx.now());
        tx.sql()
                .execute(
                        "INSERT INTO participant (org_id, meeting_id, id, name, role, joined_at)"
                                + " VALUES (?, ?, ?, ?, 'attendee', ?)",
                        org,
                        meeting,
                        Ids.next(),
                        text,
                        tx.now());
        tx.sql()
                .execute(
                        "INSERT INTO recording (org_id, id, title, meeting_id, owner_name, started_at, seconds, bytes,"
                                + " state, version) VALUES (?, ?, ?, ?, ?, ?, 60, 1000, 'ready', 1)",
                        org,
                        ids.get("recordingId"),
                        text,
                        meeting,
                        text,
                        tx.now());
        tx.sql()
                .execute(
                        "INSERT INTO invoice (org_id, id, number, issued_at, lines, total, currency, state, version)"
                                + " VALUES (?, ?, ?, ?, '[]', 0, 'EUR', 'paid', 1)",
                        org,
                        ids.get("invoiceId"),
                        text,
                        tx.now());
        tx.sql()
                .execute(
                        "INSERT INTO scheduled_change (org_id, id, plan, billing_interval, licenses, storage,"
                                + " participants, effective_at, created_at, created_by, version)"
                                + " VALUES (?, ?, 'pro', 'monthly', 0, 0, 0, ?, ?, ?, 1)",
                        org,
                        ids.get("changeId"),
                        tx.now().plusSeconds(3_000_000),
                        tx.now(),
                        text);
        tx.sql()
                .execute(
                        "INSERT INTO payment_method (org_id, id, brand, last_four, expiry_month, expiry_year,"
                                + " is_default, declined, version) VALUES (?, ?, ?, '4242', 1, 2030, 1, 0, 1)",
                        org,
                        Ids.next(),
                        text);
        tx.sql()
                .execute(
                        "INSERT INTO refused_start (org_id, id, at, who, in_use, owned) VALUES (?, ?, ?, ?, 1, 1)",
                        org,
                        Ids.next(),
                        tx.now(),
                        text);
    }
}
