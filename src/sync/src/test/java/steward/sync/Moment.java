package steward.sync;

/** How far the server is with a write when a fault strikes. */
enum Moment {
    /** It has done nothing of it, and does nothing of what reaches it now. */
    BEFORE,
    /** All is done but the commit; the fault strikes the repeat of the call whose line is cut there. */
    DURING,
    /** It is on disk; the fault strikes its answer, or the repeat of the call whose answer was lost. */
    AFTER
}
