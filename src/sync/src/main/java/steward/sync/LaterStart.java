package steward.sync;

import java.util.List;

/**
 * What a later start on the same data folder wants of the running instance.
 *
 * @param token the access token that start was given, or null
 */
public record LaterStart(List<String> arguments, String token) {

    public LaterStart {
        arguments = List.copyOf(arguments);
    }

    public static LaterStart of(List<String> arguments) {
        return new LaterStart(arguments, null);
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "LaterStart" + arguments;
    }
}
