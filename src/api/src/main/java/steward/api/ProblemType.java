package steward.api;

/** The stable types of problems, with their status. */
public enum ProblemType {
    MALFORMED(400, "The request cannot be read"),
    MISSING_KEY(400, "The Idempotency-Key is missing"),
    UNAUTHORIZED(401, "Not signed in"),
    FORBIDDEN(403, "Not allowed for this role"),
    READ_ONLY(403, "Support staff can read only"),
    NOT_FOUND(404, "Not found"),
    METHOD_NOT_ALLOWED(405, "This address does not take that method"),
    OPERATION_IN_PROGRESS(409, "The same operation is still running"),
    CONFLICT(409, "It is in another state"),
    INVITED_WITH_OTHER_ROLE(409, "Already invited with another role"),
    MEMBER_WITH_OTHER_ROLE(409, "Already a member with another role"),
    SLUG_TAKEN(409, "The link name is taken"),
    ROOM_IN_USE(409, "A meeting runs in the room"),
    NO_LICENSE(409, "All licenses are in use"),
    STORAGE_FULL(409, "The storage is full"),
    PREVIEW_EXPIRED(409, "The preview no longer holds"),
    SNAPSHOT_NEEDED(410, "Take a snapshot"),
    STALE_VERSION(412, "Changed since it was read"),
    TOO_LARGE(413, "Too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "The content type is not taken"),
    INVALID_FIELD(422, "A field does not fit"),
    KEY_REUSED(422, "The key was used for another request"),
    MISSING_IF_MATCH(428, "If-Match is missing"),
    TOO_MANY_REQUESTS(429, "Too many requests"),
    SERVER_FAULT(500, "The server failed"),
    UNAVAILABLE(503, "The server is not available");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    public String urn() {
        return "urn:problem:" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    public Problem problem(String detail) {
        return new Problem(urn(), title, status, detail, null, null);
    }
}
