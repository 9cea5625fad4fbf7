package steward.api;

import java.time.Instant;

/**
 * A previewed choice to be applied.
 */
public record PlanOrder(PlanChoice choice, Instant prorationAt, long dueNow) {
    public PlanOrder {
        Check.present("choice", choice);
        Check.present("prorationAt", prorationAt);
    }
}
