package steward.app.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Collects what the toolkit's style engine complains of since the start of the JVM. */
public final class CssWarnings {
    private static final List<String> SEEN = new CopyOnWriteArrayList<>();
    // Held, or the log manager forgets them with their handlers.
    private static final List<Logger> LOGGERS =
            List.of(Logger.getLogger("javafx.css"), Logger.getLogger("javafx.scene.css"), Logger.getLogger("javafx"));

    private CssWarnings() {}

    static void listen() {
        for (Logger logger : LOGGERS.subList(0, 2)) {
            logger.setLevel(Level.WARNING);
            logger.addHandler(new Collector());
        }
    }

    /** The warnings so far. */
    public static List<String> seen() {
        return List.copyOf(SEEN);
    }

    private static final class Collector extends Handler {
        @Override
        public void publish(LogRecord entry) {
            if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
                SEEN.add(entry.getMessage());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
