package steward.api;

/** Request to end a meeting at once (0 minutes) or with notice; the message may be null. */
public record EndMeeting(int inMinutes, String message) {
    public EndMeeting {
        Check.range("inMinutes", inMinutes, 0, 60);
        Check.optionalText("message", message, 280);
    }
}
