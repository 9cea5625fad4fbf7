package steward.server;

/** The server cannot start here; the message says why and what can be done, to a person. */
public final class StartException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Reason reason;

    /** What stands in the way. */
    public enum Reason {
        PORT_TAKEN,
        FOLDER_UNUSABLE,
        FOLDER_IN_USE,
        NEWER_DATA,
        DAMAGED_DATA
    }

    /** @param cause or null */
    public StartException(Reason reason, String sentence, Throwable cause) {
        super(sentence, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
