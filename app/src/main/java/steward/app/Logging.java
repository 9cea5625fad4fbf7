package steward.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.logging.ConsoleHandler;
import java.util.logging.FileHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;

/**
 * One rotated log in the folder for logs, warnings on standard error as well. Lines name what happened and where; whatever
 * looks like a token or an e-mail address and the name of the user's folder is blanked, also in what libraries say. Of an
 * exception its type and place are told, never its message.
 */
final class Logging {
    private static final int BYTES = 1_000_000;
    private static final int FILES = 5;
    private static final String HOME = DataFolder.home().toString();

    /** Loggers that tell at length what is nobody's business; held, or the log manager forgets their levels. */
    private static final List<Logger> QUIET = List.of(
            Logger.getLogger("javafx"),
            Logger.getLogger("org.eclipse.jetty"),
            Logger.getLogger("io.javalin"),
            Logger.getLogger("org.flywaydb"),
            Logger.getLogger("com.github.javakeyring"));

    private Logging() {}

    static void start(Path folder) throws IOException {
        Logger root = Logger.getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        var file = new FileHandler(folder.resolve("steward.%g.log").toString(), BYTES, FILES, true);
        file.setFormatter(new OneLine());
        file.setEncoding("UTF-8");
        var console = new ConsoleHandler();
        console.setLevel(Level.WARNING);
        console.setFormatter(new OneLine());
        root.addHandler(file);
        root.addHandler(console);
        // "Classes were loaded from the unnamed module": so it is meant (stack.md).
        QUIET.forEach(logger -> logger.setLevel(Level.SEVERE));
    }

    /** For a command whose output says all there is to say. */
    static void off() {
        Logger.getLogger("").setLevel(Level.OFF);
    }

    /** Without tokens, addresses of people, and the name of whose computer it is. */
    static String blank(String text) {
        return OneLine.ADDRESS
                .matcher(OneLine.TOKEN.matcher(text.replace(HOME, "~")).replaceAll("[token]"))
                .replaceAll("[address]");
    }

    private static final class OneLine extends Formatter {
        /** Long runs of letters and digits: tokens, keys. Ids (with their dashes) and names of classes stay readable. */
        static final Pattern TOKEN =
                Pattern.compile("(?i)(?:bearer\\s+)?\\b(?:stw_[\\w-]+|(?=[A-Za-z_]*[0-9])[A-Za-z0-9_]{28,})\\b");

        static final Pattern ADDRESS = Pattern.compile("[^\\s<>\"'(){}\\[\\],;]+@[^\\s<>\"'(){}\\[\\],;]+");

        @Override
        public String format(LogRecord entry) {
            var line = new StringBuilder()
                    .append(Instant.now().truncatedTo(ChronoUnit.MILLIS))
                    .append(' ')
                    .append(entry.getLevel().getName())
                    .append(' ')
                    .append(entry.getLoggerName())
                    .append(": ")
                    .append(blank(formatMessage(entry)))
                    .append('\n');
            if (entry.getThrown() != null) {
                line.append(Report.trace(entry.getThrown()));
            }
            return line.toString();
        }
    }
}
