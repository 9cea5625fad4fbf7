package steward.store.disk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The calls of a recorded {@link Worker} that change what is on the disk, in the order in which they ended. */
final class Trace {

    /** One of them; files go by their names. */
    sealed interface Event {
        record Write(String file, int offset, byte[] bytes) implements Event {}

        record Truncate(String file, int size) implements Event {}

        record Sync(String file) implements Event {}

        record Create(String file) implements Event {}

        record Remove(String file) implements Event {}

        /** Names made and removed are on the disk. */
        record SyncFolder() implements Event {}

        /** The worker was told that this is saved. */
        record Told(String line) implements Event {}
    }

    private static final Pattern CALL = Pattern.compile("^(\\d+) +(\\w+)\\((.*)\\) += (-?\\d+).*$");
    private static final Pattern BEGUN = Pattern.compile("^(\\d+) +(\\w+\\(.*) <unfinished \\.\\.\\.>$");
    private static final Pattern ENDED = Pattern.compile("^(\\d+) +<\\.\\.\\. \\w+ resumed>(.*)$");
    private static final Pattern PATH = Pattern.compile("<((?:\\\\x[0-9a-f]{2})+)>");
    private static final Pattern TEXT = Pattern.compile("\"((?:\\\\x[0-9a-f]{2})*)\"(\\.\\.\\.)?");

    private final Path folder;
    private final Path told;
    private final Map<String, String> begun = new HashMap<>();
    private final List<Event> events = new ArrayList<>();

    private Trace(Path folder) {
        this.folder = folder.toAbsolutePath();
        this.told = this.folder.resolveSibling(folder.getFileName() + ".told");
    }

    static List<Event> read(Path folder, Strace.Run run) {
        Trace trace = new Trace(folder);
        try (Stream<String> lines = Files.lines(run.log(), StandardCharsets.ISO_8859_1)) {
            lines.forEach(trace::line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return trace.events;
    }

    private void line(String line) {
        Matcher first = BEGUN.matcher(line);
        if (first.matches()) {
            begun.put(first.group(1), first.group(2));
            return;
        }
        Matcher rest = ENDED.matcher(line);
        String whole = rest.matches() ? rest.group(1) + " " + begun.remove(rest.group(1)) + rest.group(2) : line;
        Matcher call = CALL.matcher(whole);
        if (!call.matches()) throw new IllegalStateException("strace wrote what is not understood: " + shown(line));
        if (!call.group(4).startsWith("-")) call(call.group(2), call.group(3));
    }

    private void call(String name, String arguments) {
        switch (name) {
            case "pwrite64" -> events.add(new Event.Write(opened(arguments), number(arguments), text(arguments)));
            case "ftruncate" -> events.add(new Event.Truncate(opened(arguments), number(arguments)));
            case "fsync", "fdatasync" -> sync(opened(arguments));
            case "openat" -> {
                String file = file(new String(text(arguments), StandardCharsets.UTF_8));
                if (arguments.contains("O_CREAT")) events.add(new Event.Create(file));
            }
            case "unlink" -> events.add(new Event.Remove(file(new String(text(arguments), StandardCharsets.UTF_8))));
            case "write" -> {
                if (!opened(arguments).equals(file(told.toString())))
                    throw new IllegalStateException("write: " + shown(arguments));
                events.add(new Event.Told(new String(text(arguments), StandardCharsets.US_ASCII).strip()));
            }
            default -> throw new IllegalStateException("a call that is not modeled: " + name);
        }
    }

    private void sync(String file) {
        events.add(file.isEmpty() ? new Event.SyncFolder() : new Event.Sync(file));
    }

    /** The name of the file a descriptor stands for; empty for the folder. */
    private String opened(String arguments) {
        Matcher path = PATH.matcher(arguments);
        if (!path.find()) throw new IllegalStateException("no descriptor in " + shown(arguments));
        return file(new String(bytes(path.group(1)), StandardCharsets.UTF_8));
    }

    private String file(String path) {
        return folder.relativize(Path.of(path).toAbsolutePath()).toString();
    }

    private static byte[] text(String arguments) {
        Matcher text = TEXT.matcher(arguments);
        if (!text.find() || text.group(2) != null) throw new IllegalStateException("cut short: " + shown(arguments));
        return bytes(text.group(1));
    }

    private static byte[] bytes(String escaped) {
        return HexFormat.of().parseHex(escaped.replace("\\x", ""));
    }

    private static int number(String arguments) {
        return Integer.parseInt(arguments.substring(arguments.lastIndexOf(' ') + 1));
    }

    private static String shown(String line) {
        return line.substring(0, Math.min(200, line.length()));
    }
}
