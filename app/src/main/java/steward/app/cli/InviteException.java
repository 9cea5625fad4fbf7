package steward.app.cli;

/** Why {@code invite} cannot go on, in a sentence for a person, with the exit code that says so. */
final class InviteException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int exitCode;

    InviteException(int exitCode, String sentence) {
        super(sentence);
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }
}
