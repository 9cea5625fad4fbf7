package steward.store;

/** Where an operation stands (sync.md, Outbox). */
public enum OperationState {
    /** In its undo window; survives a quit. */
    HELD,
    QUEUED,
    IN_FLIGHT,
    DONE,
    /** A person has to decide. */
    ATTENTION,
    /** Taken back before it was sent, or superseded. */
    CANCELED
}
