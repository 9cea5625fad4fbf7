package steward.api;

/**
 * Request for a token.
 */
public record NewAccessToken(String label) {
    public NewAccessToken {
        Check.text("label", label, 1, 100);
    }
}
