package steward.sync;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Set;
import javax.net.ssl.SSLException;
import steward.api.Json;
import steward.api.Problem;
import steward.api.ProblemType;
import steward.sync.SyncException.Unreachable;
import steward.sync.SyncException.Unreachable.Reason;
import tools.jackson.core.JacksonException;

/** Turns every kind of failed call into the sealed family of {@link SyncException}. Stateless. */
final class Failures {

    private static final Set<Integer> LATER = Set.of(408, 425, 429);
    private static final int TOO_LARGE = 413;
    /** OkHttp has no type for it. */
    private static final String NO_TUNNEL = "Unexpected response code for CONNECT";

    private Failures() {}

    static Unreachable of(IOException failure) {
        return new Unreachable(reason(failure), failure);
    }

    /** The program is ending, or the watchdog bit: nobody knows what became of the call. */
    static Unreachable interrupted(InterruptedException interruption) {
        Thread.currentThread().interrupt();
        return new Unreachable(Reason.TIMED_OUT, interruption);
    }

    static Unreachable notTheContract(Throwable cause) {
        return new Unreachable(Reason.NOT_THE_CONTRACT, cause);
    }

    /**
     * @param problemBody whether the body says that it is a problem; a proxy's page is no word of the server
     * @param retryAfter or null
     */
    static SyncException of(int status, boolean problemBody, byte[] body, Duration retryAfter) {
        // gateways in between say these too, in their own words: it may pass later
        if (LATER.contains(status) || status >= 500) return new SyncException.ServerFault(status, retryAfter);
        if (status == TOO_LARGE && !problemBody) {
            return new SyncException.Rejected(ProblemType.TOO_LARGE.problem(ProblemType.TOO_LARGE.title()));
        }
        if (!problemBody) return notTheContract(null);
        Problem problem;
        try {
            problem = Json.mapper().readValue(body, Problem.class);
        } catch (JacksonException e) {
            return notTheContract(e);
        }
        if (problem == null) return notTheContract(null);
        return switch (status) {
            case 401 -> new SyncException.Unauthorized();
            case 403 -> new SyncException.Forbidden(problem);
            case 409, 412 -> new SyncException.Conflict(problem);
            default -> status >= 400 ? new SyncException.Rejected(problem) : notTheContract(null);
        };
    }

    private static Reason reason(IOException failure) {
        return switch (failure) {
            case UnknownHostException e -> Reason.UNKNOWN_HOST;
            case ConnectException e -> Reason.REFUSED;
            case NoRouteToHostException e -> Reason.REFUSED;
            case SSLException e -> e.getCause() instanceof SocketException ? Reason.BROKEN_OFF : Reason.TLS;
            case InterruptedIOException e -> Reason.TIMED_OUT;
            case TooLargeAnswerException e -> Reason.NOT_THE_CONTRACT;
            case ProxyRefusedException e -> Reason.PROXY;
            default -> String.valueOf(failure.getMessage()).startsWith(NO_TUNNEL) ? Reason.PROXY : Reason.BROKEN_OFF;
        };
    }
}
