package steward.app.rooms;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import steward.api.Meeting;
import steward.api.Room;
import steward.store.Shown;

/**
 * A line of the table; equal by id, so that selection survives a fresh copy.
 *
 * @param meeting the meeting that runs in it as last known, or null
 */
record RoomRow(Shown<Room> shown, Meeting meeting) {

    private static final Duration LONG_UNUSED = Duration.ofDays(90);

    Room room() {
        return shown.now();
    }

    UUID id() {
        return room().id();
    }

    boolean inUse() {
        return meeting != null;
    }

    long people() {
        return meeting.participants().stream().filter(p -> p.leftAt() == null).count();
    }

    boolean longUnused(Instant now) {
        Instant last = room().lastUsedAt() == null ? room().createdAt() : room().lastUsedAt();
        return !inUse() && last.isBefore(now.minus(LONG_UNUSED));
    }

    /** Whether the pending change is of the link name, which is then shown as pending. */
    boolean linkChanges() {
        return shown.isPending()
                && shown.before() != null
                && !shown.before().slug().equals(room().slug());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RoomRow row && row.id().equals(id());
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }
}
