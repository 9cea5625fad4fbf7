package steward.server.demo;

import java.sql.Connection;

/** The tables the demo fills. */
final class Tables implements AutoCloseable {
    private final Bulk bulk;
    final Bulk.Table accounts;
    final Bulk.Table organizations;
    final Bulk.Table members;
    final Bulk.Table invitations;
    final Bulk.Table mails;
    final Bulk.Table rooms;
    final Bulk.Table meetings;
    final Bulk.Table participants;
    final Bulk.Table recordings;
    final Bulk.Table points;
    final Bulk.Table refused;
    final Bulk.Table subscriptions;
    final Bulk.Table scheduled;
    final Bulk.Table invoices;
    final Bulk.Table cards;
    final Bulk.Table audit;
    final Bulk.Table changes;

    Tables(Connection connection) {
        bulk = new Bulk(connection);
        accounts = bulk.into("account", "id, email, email_normal, name, kind, created_at");
        organizations = bulk.into(
                "organization",
                "id, slug, name, description, accent_color, logo, logo_version, logo_count, created_at, version, seq,"
                        + " pruned_seq");
        members = bulk.into(
                "member",
                "org_id, id, account_id, email, email_normal, name, role, role_seq, joined_at, invited_by,"
                        + " last_active_at, note, version");
        invitations = bulk.into(
                "invitation",
                "org_id, id, email, email_normal, role, name, note, state, invited_by, invited_at, sent_at, expires_at,"
                        + " code, member_id, version");
        mails = bulk.into(
                "mail", "org_id, id, invitation_id, message_id, recipient, subject, body, created_at, handed_at");
        rooms = bulk.into(
                "room",
                "org_id, id, name, slug, description, waiting_room, sign_in_required, passcode, join_before_host,"
                        + " mute_on_entry, recording, participant_limit, who_may_start, created_at, last_used_at, version");
        meetings = bulk.into(
                "meeting",
                "org_id, id, title, room_id, room_name, host_member_id, host_name, started_at, planned_minutes,"
                        + " recording_since, ended_at, ended_by, version");
        participants = bulk.into("participant", "org_id, meeting_id, id, name, email, role, joined_at, left_at");
        recordings = bulk.into(
                "recording",
                "org_id, id, title, meeting_id, room_id, room_name, owner_name, started_at, seconds, bytes, state,"
                        + " ready_at, deleted_at, purge_at, version");
        points = bulk.into("usage_point", "org_id, at, in_use, owned, known");
        refused = bulk.into("refused_start", "org_id, id, at, who, room_name, in_use, owned");
        subscriptions = bulk.into(
                "subscription",
                "org_id, plan, billing_interval, licenses, storage, participants, currency, recurring_total, anchor_at,"
                        + " period_start, period_end, changed_at, licenses_owned, storage_bytes, participant_limit,"
                        + " meeting_minutes, state, dunning_invoice_id, dunning_since, suspend_at, refused_recordings,"
                        + " version");
        scheduled = bulk.into(
                "scheduled_change",
                "org_id, id, plan, billing_interval, licenses, storage, participants, effective_at, created_at,"
                        + " created_by, version");
        invoices = bulk.into(
                "invoice", "org_id, id, number, issued_at, lines, total, currency, state, paid_at, retry_at, version");
        cards = bulk.into(
                "payment_method",
                "org_id, id, brand, last_four, expiry_month, expiry_year, is_default, declined, version");
        audit = bulk.into(
                "audit",
                "org_id, id, at, actor_id, actor_name, actor_email, action, object_type, object_id, object_name,"
                        + " before_json, after_json, address");
        changes = bulk.into("change", "org_id, seq, collection, object_id, deleted, at");
    }

    /** Writes what still waits. */
    @Override
    public void close() {
        bulk.close();
    }

    void flush() {
        bulk.flush();
    }
}
