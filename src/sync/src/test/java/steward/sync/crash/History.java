package steward.sync.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What happened, in order, one line each; only ever appended to. Thread-safe. */
final class History implements AutoCloseable {

    private final long began = System.nanoTime();
    private final Writer out;

    History(Path file) throws IOException {
        out = Files.newBufferedWriter(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.APPEND);
    }

    synchronized void add(String what, Object... details) {
        try {
            out.write(String.valueOf((System.nanoTime() - began) / 1_000_000));
            out.write("\t" + what);
            for (Object each : details) out.write("\t" + each);
            out.write("\n");
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        out.close();
    }
}
