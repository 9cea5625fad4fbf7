package steward.app.signin;

import java.net.URI;
import java.util.Optional;
import steward.app.i18n.Messages;

/** The demo server of this computer; blocking, called in the background. */
public interface Demo {
    /** Who one can be in the demo. */
    enum Persona {
        OWNER,
        ADMIN,
        MEMBER,
        SUPPORT;

        String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Where the demo server runs and with which token a persona signs in. */
    record Entry(URI server, String token) {}

    /** The demo cannot be started with the data it has. */
    final class CannotStartException extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final Reason reason;

        /** What stands in the way. */
        public enum Reason {
            IN_USE,
            UNUSABLE,
            NEWER,
            DAMAGED
        }

        public CannotStartException(Reason reason, Throwable cause) {
            super(reason.toString(), cause);
            this.reason = reason;
        }

        /** Whether it can be tried again once another program has ended. */
        public boolean isPassing() {
            return reason == Reason.IN_USE;
        }

        public String words() {
            return Messages.text(
                    switch (reason) {
                        case IN_USE -> "signin.demo.inUse";
                        case UNUSABLE -> "signin.demo.unusable";
                        case NEWER -> "signin.demo.newer";
                        case DAMAGED -> "signin.demo.damaged";
                    });
        }
    }

    /**
     * Starts it if it does not run, with its data made on the first start.
     *
     * @throws CannotStartException when its data cannot be used
     */
    Entry enter(Persona persona);

    /** Starts it already while nobody has chosen whom to be; what goes wrong is told by {@link #enter}. */
    void prepare();

    /** The e-mail address of a persona in the demo of an earlier start, without starting it. */
    Optional<String> email(Persona persona);

    /** The token of an account of the demo of an earlier start, without starting it. */
    Optional<String> token(String email);

    /**
     * Starts it again for an account of an earlier start, when it may be reached at another port now.
     *
     * @return empty when the address is none of this computer's demo
     */
    Optional<Entry> again(String email);
}
