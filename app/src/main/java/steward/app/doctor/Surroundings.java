package steward.app.doctor;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The program, the system, its display and its disk. */
record Surroundings(Patient patient) {
    /** What JavaFX loads on Linux beside what each system has. */
    private static final List<String> LIBRARIES =
            List.of("libgtk-3.so.0", "libX11.so.6", "libXtst.so.6", "libfreetype.so.6", "libpangoft2-1.0.so.0");

    private static final long MEBI = 1024 * 1024;
    private static final long LITTLE = 200 * MEBI;
    private static final long TOO_LITTLE = 20 * MEBI;

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.ok("program", patient.version(), System.getProperty("java.version")));
        findings.add(Finding.ok(
                "system",
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("os.arch")));
        findings.add(Finding.ok(
                "locale",
                Locale.getDefault().toLanguageTag(),
                ZoneId.systemDefault().getId(),
                Charset.defaultCharset().name()));
        if (System.getProperty("os.name").startsWith("Linux")) {
            findings.addAll(display());
        }
        findings.add(folder(patient.data()));
        findings.add(Finding.ok("logs", patient.logs().toString()));
        return findings;
    }

    private List<Finding> display() {
        String x11 = patient.environment().getOrDefault("DISPLAY", "");
        boolean there = !x11.isBlank();
        List<String> missing = LIBRARIES.stream().filter(each -> !isThere(each)).toList();
        Finding libraries;
        if (missing.isEmpty()) {
            libraries = Finding.ok("libraries.there");
        } else {
            String names = String.join(", ", missing);
            libraries = there ? Finding.broken("libraries.missing", names) : Finding.note("libraries.missing", names);
        }
        return List.of(there ? Finding.ok("display.there", x11) : Finding.note("display.none"), libraries);
    }

    private static boolean isThere(String library) {
        try (Arena arena = Arena.ofConfined()) {
            SymbolLookup.libraryLookup(library, arena);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The folder, or the nearest one above it that exists: the first start makes it. */
    private static Finding folder(Path folder) {
        Path there = Stream.iterate(folder, each -> each != null, Path::getParent)
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(folder);
        if (!Files.isWritable(there)) {
            return Finding.broken("folder.closed", folder.toString());
        }
        try {
            long free = Files.getFileStore(there).getUsableSpace();
            if (free >= LITTLE) {
                return Finding.ok("folder.open", folder.toString(), free / MEBI);
            }
            return free >= TOO_LITTLE
                    ? Finding.note("folder.full", folder.toString(), free / MEBI)
                    : Finding.broken("folder.full", folder.toString(), free / MEBI);
        } catch (IOException e) {
            return Finding.broken("folder.closed", folder.toString());
        }
    }
}
