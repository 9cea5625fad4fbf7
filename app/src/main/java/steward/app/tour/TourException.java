package steward.app.tour;

/** Something of the tour did not come about; the message says what. */
final class TourException extends RuntimeException {
    private static final long serialVersionUID = 1;

    TourException(String message) {
        super(message);
    }

    TourException(String message, Throwable cause) {
        super(message, cause);
    }
}
