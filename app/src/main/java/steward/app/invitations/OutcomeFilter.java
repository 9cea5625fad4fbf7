package steward.app.invitations;

import steward.people.Outcome;

/** The chips over the preview, in its order. */
enum OutcomeFilter {
    ALL(null),
    READY(Outcome.READY),
    ALREADY_MEMBER(Outcome.ALREADY_MEMBER),
    ALREADY_INVITED(Outcome.ALREADY_INVITED),
    REPEATED(Outcome.REPEATED),
    SKIPPED(Outcome.SKIPPED),
    NOT_ALLOWED(Outcome.NOT_ALLOWED),
    ATTENTION(Outcome.ATTENTION);

    private final Outcome outcome;

    OutcomeFilter(Outcome outcome) {
        this.outcome = outcome;
    }

    boolean takes(CheckLine line) {
        return outcome == null || line.row().outcome() == outcome;
    }

    /** Of one outcome; null for {@link #ALL}. */
    Outcome outcome() {
        return outcome;
    }
}
