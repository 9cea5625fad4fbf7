package steward.api;

/** The invitee accepts with the code of the mail; the name may be null. */
public record AcceptInvitation(String code, String name) {
    public AcceptInvitation {
        Check.text("code", code, 1, 200);
        Check.optionalText("name", name, 100);
    }
}
