package steward.app.settings;

import java.nio.file.Path;
import steward.app.i18n.Messages;

/** There is a policy, and what it says cannot be known: what it fixes must not be used without it. */
public final class PolicyException extends Exception {
    private static final long serialVersionUID = 1;
    private final transient Path file;
    private final String words;

    PolicyException(Path file, String words, Throwable cause) {
        super("policy not usable: " + file, cause);
        this.file = file;
        this.words = words;
    }

    public Path file() {
        return file;
    }

    /** What is wrong and what can be done, for a person. */
    public String words() {
        return Messages.text("settings.policy.unusable", file.toString(), words);
    }
}
