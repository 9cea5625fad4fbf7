package steward.sync;

/** What the fault proxy does with one call. */
public enum Fault {
    NONE,
    /** Nothing ever comes back; the server does not see it. */
    STALL,
    /** Reset before the server sees it. */
    RESET_BEFORE,
    /** Reset when half of the request was passed on. */
    RESET_WITHIN,
    /** Reset once the request was passed on, whatever the server does with it. */
    RESET_AFTER,
    /** The server has done it and answered; the answer is lost. */
    DROP_ANSWER,
    /** The request reaches the server twice; the second answer is passed on. */
    TWICE,
    TRUNCATE,
    GARBAGE,
    HTML,
    /** To the sign-in page of a network, as captive portals do. */
    REDIRECT,
    /** A gateway's own page for an overloaded server. */
    GATEWAY,
    RATE_SECONDS,
    RATE_DATE,
    RATE_GARBAGE,
    UNAVAILABLE_SECONDS,
    UNAVAILABLE_AT_ONCE,
    UNAVAILABLE_BARE,
    /** The whole call is not understood. */
    BAD_REQUEST,
    /** A gateway's own page for too large a body. */
    TOO_LARGE,
    /** An answer that never ends. */
    ENDLESS;

    /** Whether the same call may pass later. */
    boolean isPassing() {
        return this != BAD_REQUEST && this != TOO_LARGE && this != ENDLESS;
    }

    /** Whether the whole call reaches the server. */
    boolean passesOn() {
        return switch (this) {
            case NONE, RESET_AFTER, DROP_ANSWER, TWICE, TRUNCATE, GARBAGE, HTML -> true;
            default -> false;
        };
    }
}
