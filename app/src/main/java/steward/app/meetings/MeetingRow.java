package steward.app.meetings;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import steward.api.Meeting;
import steward.api.Participant;

/**
 * A running meeting as last known; equal by id, so that selection survives a fresh copy.
 *
 * @param planMinutes the plan's limit of a meeting's length
 * @param ended whether it is no longer there
 */
record MeetingRow(Meeting meeting, int planMinutes, boolean ended) {

    MeetingRow(Meeting meeting, int planMinutes) {
        this(meeting, planMinutes, false);
    }

    /** It has ended, and keeps its place only until the pointer has left the list. */
    MeetingRow asEnded() {
        return new MeetingRow(meeting, planMinutes, true);
    }

    UUID id() {
        return meeting.id();
    }

    Duration running(Instant now) {
        Duration running = Duration.between(meeting.startedAt(), now);
        return running.isNegative() ? Duration.ZERO : running;
    }

    Duration planned() {
        return Duration.ofMinutes(meeting.plannedMinutes());
    }

    /** How long beyond its planned length or the plan's limit, zero when within (domain.md). */
    Duration over(Instant now) {
        Duration allowed = Duration.ofMinutes(Math.min(meeting.plannedMinutes(), planMinutes));
        Duration over = running(now).minus(allowed);
        return over.isNegative() ? Duration.ZERO : over;
    }

    boolean isOver(Instant now) {
        return over(now).toMinutes() >= 1;
    }

    List<Participant> inside() {
        return meeting.participants().stream().filter(p -> p.leftAt() == null).toList();
    }

    String room(String none) {
        return meeting.roomName() == null ? none : meeting.roomName();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MeetingRow row && row.id().equals(id());
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }
}
