package steward.server.demo;

import java.time.Instant;
import java.util.List;

/** What happened in an organization's meetings: meetings by start, refused starts, change points of usage. */
record Past(List<Held> meetings, List<Refused> refused, List<Point> points) {
    /** The past of an organization in which nothing happened. */
    static final Past NONE = new Past(List.of(), List.of(), List.of());

    /**
     * A meeting.
     *
     * @param host an index among the members
     * @param room an index among the rooms, or -1
     * @param end later than now while it still runs
     */
    record Held(int host, int room, Instant start, Instant end, int plannedMinutes, int people, boolean recorded) {
        boolean runsAt(Instant now) {
            return end.isAfter(now);
        }

        long seconds() {
            return end.getEpochSecond() - start.getEpochSecond();
        }

        /** This meeting, ended at an instant at the latest; a meeting lasts at least a second. */
        Held endedBy(Instant latest) {
            if (!end.isAfter(latest)) return this;
            Instant least = start.plusSeconds(1);
            return new Held(
                    host, room, start, latest.isBefore(least) ? least : latest, plannedMinutes, people, recorded);
        }

        Held withoutRoom() {
            return new Held(host, -1, start, end, plannedMinutes, people, recorded);
        }
    }

    /** A start beyond the pool. */
    record Refused(int host, int room, Instant at, int inUse, int owned) {}

    /** A change point of usage. */
    record Point(Instant at, int inUse, int owned, boolean known) {}
}
