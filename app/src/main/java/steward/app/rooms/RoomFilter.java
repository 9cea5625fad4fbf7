package steward.app.rooms;

import java.time.Instant;

/** The filter tabs over the table. */
enum RoomFilter {
    ALL,
    IN_USE,
    LONG_UNUSED,
    WITHOUT_PASSCODE;

    boolean holds(RoomRow row, Instant now) {
        return switch (this) {
            case ALL -> true;
            case IN_USE -> row.inUse();
            case LONG_UNUSED -> row.longUnused(now);
            case WITHOUT_PASSCODE -> row.room().settings().passcode() == null;
        };
    }
}
