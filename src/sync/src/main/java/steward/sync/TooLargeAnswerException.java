package steward.sync;

import java.io.IOException;

/** An answer went on beyond what any answer of the contract needs. */
final class TooLargeAnswerException extends IOException {

    private static final long serialVersionUID = 1;

    TooLargeAnswerException(long limit) {
        super("more than " + limit + " bytes");
    }
}
