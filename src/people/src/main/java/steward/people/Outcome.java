package steward.people;

/** What becomes of a row; every row has exactly one. */
public enum Outcome {
    READY,
    ALREADY_MEMBER,
    ALREADY_INVITED,
    REPEATED,
    SKIPPED,
    ATTENTION,
    NOT_ALLOWED
}
