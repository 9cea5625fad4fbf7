package steward.api;

import java.time.Instant;
import java.util.UUID;

/**
 * A change at the end of the period.
 */
public record ScheduledChange(
        UUID id, PlanChoice choice, Instant effectiveAt, Instant createdAt, String createdBy, long version) {
    public ScheduledChange {
        Check.present("id", id);
        Check.present("choice", choice);
        Check.present("effectiveAt", effectiveAt);
        Check.present("createdAt", createdAt);
        Check.present("createdBy", createdBy);
    }
}
