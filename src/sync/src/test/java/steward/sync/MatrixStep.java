package steward.sync;

import steward.store.Request;

/**
 * A write with what must be there for it.
 *
 * @param request the same as the outbox takes it, or null where it does not
 */
record MatrixStep(MatrixWrite write, Request request, Repeat repeat) {

    /** What the contract says of a repeat. */
    enum Repeat {
        /** The first answer again, by its key. */
        REPLAYED,
        /** Answered alike by itself, or changing nothing. */
        ALIKE,
        /** Each time a new one, which can be seen and taken back. */
        NEW_EACH_TIME,
        /** Not there any more. */
        GONE
    }
}
