package steward.sync;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** An access token given to the command line: by its environment or by standard input, never among the arguments. */
public final class GivenToken {

    /** Holds the token, or {@code -} when standard input does. */
    public static final String VARIABLE = "STEWARD_TOKEN";

    private static final String ON_INPUT = "-";

    private GivenToken() {}

    /**
     * Standard input is only read when it is said to hold the token: one that nobody closes would be waited for.
     *
     * @throws UncheckedIOException when standard input cannot be read
     */
    public static Optional<String> of(Map<String, String> environment, InputStream input) {
        String given = environment.getOrDefault(VARIABLE, "").strip();
        return Optional.of(given.equals(ON_INPUT) ? firstLine(input) : given).filter(token -> !token.isEmpty());
    }

    private static String firstLine(InputStream input) {
        try {
            String line = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8)).readLine();
            return line == null ? "" : line.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
