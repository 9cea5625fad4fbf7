package steward.app.meetings;

import java.time.Instant;

/** The filter tabs over the table. */
enum MeetingFilter {
    ALL,
    OVER_TIME,
    RECORDED,
    ONE_PERSON;

    boolean holds(MeetingRow row, Instant now) {
        return switch (this) {
            case ALL -> true;
            case OVER_TIME -> row.isOver(now);
            case RECORDED -> row.meeting().recording();
            case ONE_PERSON -> row.inside().size() == 1;
        };
    }
}
