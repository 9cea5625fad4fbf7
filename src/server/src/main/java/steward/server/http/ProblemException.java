package steward.server.http;

import steward.api.Json;
import steward.api.Problem;
import steward.api.ProblemType;

/** A refusal with its words; undoes what the request did so far. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    public static ProblemException of(ProblemType type, String detail) {
        return new ProblemException(type.problem(detail));
    }

    /** A refusal that says which field is at fault. */
    public static ProblemException field(ProblemType type, String field, String detail) {
        return new ProblemException(new Problem(type.urn(), type.title(), type.status(), detail, field, null));
    }

    /** A refusal that shows the state now in force. */
    public static ProblemException current(ProblemType type, String detail, Object current) {
        return new ProblemException(new Problem(
                type.urn(),
                type.title(),
                type.status(),
                detail,
                null,
                Json.mapper().valueToTree(current)));
    }

    /** The one answer for what does not exist and what is somebody else's. */
    public static ProblemException notFound() {
        return of(ProblemType.NOT_FOUND, "There is nothing here, or it is not yours to see. It may have been removed.");
    }

    /** A stale {@code If-Match}. */
    public static ProblemException stale(Object current) {
        return current(
                ProblemType.STALE_VERSION,
                "It was changed after you read it. Look at how it is now and decide again.",
                current);
    }

    public Problem problem() {
        return problem;
    }
}
