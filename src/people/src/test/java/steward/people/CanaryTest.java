package steward.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.api.Role;

/**
 * A password of a table is nowhere once the table was read: not in the report, not in a log of every level, not on the
 * standard output, and not in the memory of the program, whose heap is dumped and searched in every form a text can have.
 */
class CanaryTest {
    private static final List<Charset> FORMS =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);
    /** Each way into the program has a canary of its own, so that the one that tells is known. */
    private static final List<String> CANARIES = List.of("csv", "wide", "inline", "shared", "pasted", "refused");

    @TempDir
    Path folder;

    /** What the other JVM runs. It is never told what the canaries are. */
    static final class Import {
        public static void main(String[] args) throws Exception {
            Path folder = Path.of(args[0]);
            FileHandler log = new FileHandler(folder.resolve("out.log").toString());
            log.setLevel(Level.ALL);
            Logger.getLogger("").addHandler(log);
            Logger.getLogger("").setLevel(Level.ALL);
            for (String name : List.of("csv.csv", "wide.csv", "inline.xlsx", "shared.xlsx", "refused.csv")) {
                imported(folder, name);
            }
            pasted(folder);
            log.close();
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                    .dumpHeap(folder.resolve("out.hprof").toString(), true);
        }

        private static void imported(Path folder, String name) throws IOException {
            try (PeopleFile file = PeopleFile.open(folder.resolve(name));
                    Report report = Report.create(folder.resolve("out-" + name + ".csv"))) {
                report(file, report);
            } catch (UnreadableFileException e) {
                Logger.getLogger("steward").log(Level.INFO, "refused", e);
                System.out.println(e + " " + e.args());
            }
        }

        private static void pasted(Path folder) throws IOException, UnreadableFileException {
            try (PeopleFile file = PeopleFile.ofText(Files.readString(folder.resolve("pasted.txt")));
                    Report report = Report.to(new StringWriter())) {
                report(file, report);
            }
        }

        private static void report(PeopleFile file, Report report) throws UnreadableFileException {
            Guess guess = file.guess();
            System.out.println(guess);
            Checker checker = new Checker(Lookup.NOBODY, Policy.of(Role.OWNER));
            file.read(guess.settings(), row -> {
                System.out.println(row);
                report.write(Report.Line.of(checker.check(row), ""));
            });
        }
    }

    @Test
    void aPasswordIsNowhereAfterTheImport() throws Exception {
        sources();
        String printed = SmallJvm.run(Import.class, List.of("-Xmx64m"), folder.toString());
        Files.writeString(folder.resolve("out.txt"), printed);

        assertThat(printed).contains("ann@example.org", "UNCLOSED_QUOTE");
        List<String> found = new ArrayList<>();
        for (Path file : outputs()) {
            for (String each : CANARIES) {
                for (Charset form : FORMS) {
                    if (holds(file, canary(each).getBytes(form)))
                        found.add(each + " as " + form + " in " + file.getFileName());
                }
            }
        }
        assertThat(found).isEmpty();
        // The search itself finds what is there: an address that was read, kept by nobody but the printed text.
        assertThat(holds(folder.resolve("out.txt"), "ann@example.org".getBytes(StandardCharsets.UTF_8)))
                .isTrue();
        assertThat(holds(folder.resolve("out.hprof"), "steward/people/PeopleFile".getBytes(StandardCharsets.UTF_8)))
                .isTrue();
        assertThat(holds(folder.resolve("csv.csv"), canary("csv").getBytes(StandardCharsets.UTF_8)))
                .isTrue();
    }

    private void sources() {
        Reading.file(folder, "csv.csv", "email,name,password\nann@example.org,Ann," + canary("csv") + "\n");
        String wide = "Kennwort;E-Mail\n" + canary("wide") + ";ann@example.org\n";
        Reading.file(folder, "wide.csv", wide, StandardCharsets.UTF_16LE);
        String inline = Xlsx.inline("email", "password") + Xlsx.inline("ann@example.org", canary("inline"));
        Reading.file(folder, "inline.xlsx", new Xlsx().sheet("S", inline).bytes());
        String cells = "<row><c t=\"s\"><v>%d</v></c><c t=\"s\"><v>%d</v></c></row>";
        Reading.file(
                folder,
                "shared.xlsx",
                new Xlsx()
                        .shared(
                                "<t>email</t>",
                                "<t>Passwort</t>",
                                "<t>ann@example.org</t>",
                                "<t>" + canary("shared") + "</t>")
                        .sheet("S", cells.formatted(0, 1) + cells.formatted(2, 3))
                        .bytes());
        Reading.file(folder, "pasted.txt", "email\tpassword\nann@example.org\t" + canary("pasted") + "\n");
        Reading.file(
                folder,
                "refused.csv",
                "email,password\nann@example.org,\"" + canary("refused") + "\nbob@example.org,x\n");
    }

    /** Put together here, so that no class file of the other JVM holds it either. */
    private static String canary(String of) {
        return "canary-" + Integer.toHexString(of.hashCode()) + "-" + of;
    }

    private List<Path> outputs() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("out"))
                    .toList();
        }
    }

    private static boolean holds(Path file, byte[] wanted) {
        int matched = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 20)) {
            for (int b = in.read(); b >= 0; b = in.read()) {
                matched = (byte) b == wanted[matched] ? matched + 1 : (byte) b == wanted[0] ? 1 : 0;
                if (matched == wanted.length) return true;
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
