package steward.server.runtime;

import java.util.UUID;
import steward.api.CollectionName;
import steward.api.Meeting;
import steward.server.Platform;
import steward.server.change.Changes;
import steward.server.change.Events;
import steward.server.db.Tx;
import steward.server.usage.Usage;

/** Tells what became of a meeting: as a change, live, and in the usage of licenses. Thread-safe. */
final class Live {
    private final Changes changes;
    private final Events events;
    private final Usage usage;

    Live(Platform platform, Usage usage) {
        this.changes = platform.changes();
        this.events = platform.events();
        this.usage = usage;
    }

    /** A meeting began: one license more is in use. */
    Meeting started(Tx tx, UUID orgId, UUID id) {
        usage.record(tx, orgId);
        return tell(tx, orgId, id, false);
    }

    /** Something in a running meeting changed. */
    Meeting changed(Tx tx, UUID orgId, UUID id) {
        tx.sql().execute("UPDATE meeting SET version = version + 1 WHERE org_id = ? AND id = ?", orgId, id);
        return tell(tx, orgId, id, false);
    }

    /** A meeting ended: its license is free, and it leaves the collection of running ones. */
    Meeting ended(Tx tx, UUID orgId, UUID id) {
        usage.record(tx, orgId);
        return tell(tx, orgId, id, true);
    }

    private Meeting tell(Tx tx, UUID orgId, UUID id, boolean gone) {
        Meeting meeting = MeetingTable.find(tx.sql(), orgId, id).orElseThrow();
        changes.record(tx, orgId, CollectionName.MEETINGS, id, gone);
        events.tell(tx, orgId, "meeting", meeting);
        return meeting;
    }
}
