package steward.sync;

import java.time.Duration;
import steward.api.Problem;

/** Why a call did not do what was asked. Nothing else leaves this room for a failed call. */
public abstract sealed class SyncException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private SyncException(String message, Throwable cause) {
        super(message, cause);
    }

    /** No usable answer: refused, name, proxy or TLS failure, time-out, reset, truncated, not of the contract. */
    public static final class Unreachable extends SyncException {
        private static final long serialVersionUID = 1;

        /** How it failed, for the words shown. */
        public enum Reason {
            REFUSED,
            UNKNOWN_HOST,
            TLS,
            /** The proxy does not let it through, or not without a name and password. */
            PROXY,
            TIMED_OUT,
            BROKEN_OFF,
            NOT_THE_CONTRACT,
            OFFLINE_BY_CHOICE,
            /** Whoever looks after this computer allows another server only. */
            NOT_ALLOWED
        }

        private final Reason reason;

        public Unreachable(Reason reason, Throwable cause) {
            super(reason.name(), cause);
            this.reason = reason;
        }

        public Reason reason() {
            return reason;
        }
    }

    /** 401: the token is not valid any more. */
    public static final class Unauthorized extends SyncException {
        private static final long serialVersionUID = 1;

        public Unauthorized() {
            super("unauthorized", null);
        }
    }

    /** 403. */
    public static final class Forbidden extends SyncException {
        private static final long serialVersionUID = 1;
        private final transient Problem problem;

        public Forbidden(Problem problem) {
            super(problem.type(), null);
            this.problem = problem;
        }

        public Problem problem() {
            return problem;
        }
    }

    /** 400, 404, 410, 413, 415, 422 and the like: the request as it is will never pass. */
    public static final class Rejected extends SyncException {
        private static final long serialVersionUID = 1;
        private final transient Problem problem;

        public Rejected(Problem problem) {
            super(problem.type(), null);
            this.problem = problem;
        }

        public Problem problem() {
            return problem;
        }
    }

    /** 409, 412: the state there is another; {@code problem().current()} may hold it. */
    public static final class Conflict extends SyncException {
        private static final long serialVersionUID = 1;
        private final transient Problem problem;

        public Conflict(Problem problem) {
            super(problem.type(), null);
            this.problem = problem;
        }

        public Problem problem() {
            return problem;
        }
    }

    /** 408, 425, 429, 5xx: it may pass later. */
    public static final class ServerFault extends SyncException {
        private static final long serialVersionUID = 1;
        private static final int REQUEST_TIMEOUT = 408;
        private final int status;
        private final Duration retryAfter;

        /** @param retryAfter as the server asks, or null */
        public ServerFault(int status, Duration retryAfter) {
            super("status " + status, null);
            this.status = status;
            this.retryAfter = retryAfter;
        }

        public int status() {
            return status;
        }

        public Duration retryAfter() {
            return retryAfter;
        }

        /** Whether less in one call may help: not where calls come too often (429) or too early (425). */
        boolean isTooMuchAtOnce() {
            return status >= 500 || status == REQUEST_TIMEOUT;
        }
    }
}
