package steward.server.http;

import steward.api.Problem;

/**
 * What a request is answered with.
 *
 * @param body a record for JSON, bytes, or null
 * @param version for the ETag, or null
 * @param changeSeq or null
 * @param replayed or null where there is no key
 */
public record Answer(int status, String contentType, Object body, Long version, Long changeSeq, Boolean replayed) {
    private static final String JSON = "application/json";

    public static Answer ok(Object body) {
        return new Answer(200, JSON, body, null, null, null);
    }

    public static Answer ok(Object body, long version) {
        return new Answer(200, JSON, body, version, null, null);
    }

    public static Answer created(Object body) {
        return new Answer(201, JSON, body, null, null, null);
    }

    public static Answer created(Object body, long version) {
        return new Answer(201, JSON, body, version, null, null);
    }

    public static Answer done() {
        return new Answer(204, null, null, null, null, null);
    }

    public static Answer bytes(String contentType, byte[] bytes) {
        return new Answer(200, contentType, bytes, null, null, null);
    }

    public static Answer of(Problem problem) {
        return new Answer(problem.status(), "application/problem+json", problem, null, null, null);
    }

    Answer ofKey(long seq, boolean again) {
        return new Answer(status, contentType, body, version, status < 400 ? (Long) seq : null, again);
    }
}
