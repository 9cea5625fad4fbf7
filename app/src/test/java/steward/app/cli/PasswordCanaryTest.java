package steward.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.api.Role;
import steward.app.intake.DraftImport;
import steward.app.settings.Policy;
import steward.app.signin.NoDemo;
import steward.app.testing.DemoTown;
import steward.people.UnreadableFileException;
import steward.store.Drafts.Draft;
import steward.sync.Engine;
import steward.sync.EngineOptions;
import steward.sync.Session;
import steward.sync.TokenStore;

/**
 * A password of a table is nowhere once the table went all the way: by the command line into the outbox and a report, and
 * by the window's import, pasted or from a file, into drafts that are taken up again. Searched are the data folder, the
 * server's, the log of every level, the reports, what was printed, and the heap of the JVM that did it.
 */
class PasswordCanaryTest {
    private static final String NAME = "Havenbrook University";
    private static final String ORG = "havenbrook-university";
    private static final List<Charset> FORMS =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);
    private static final List<String> SENT = List.of("table.csv", "inline.xlsx", "shared.xlsx");

    @TempDir
    Path folder;

    /** What the other JVM runs; it is never told what the canary is. */
    static final class Import {
        public static void main(String[] args) throws Exception {
            Path folder = Path.of(args[0]);
            FileHandler log = new FileHandler(folder.resolve("out/all.log").toString());
            log.setLevel(Level.ALL);
            Logger.getLogger("").addHandler(log);
            Logger.getLogger("steward").setLevel(Level.ALL);
            EngineOptions options = EngineOptions.of(folder.resolve("out/data")).with(TokenStore.memory());
            try (DemoTown town = new DemoTown(folder.resolve("out/server"));
                    Engine engine = Engine.open(options)) {
                for (String name : SENT) sent(folder, name, town, engine);
                drafts(folder.resolve("in"), town.organization(NAME), engine.enter(town.url(), town.token()));
            }
            log.close();
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                    .dumpHeap(folder.resolve("out/heap.hprof").toString(), true);
        }

        private static void sent(Path folder, String name, DemoTown town, Engine engine) {
            var order = new InviteOrder(
                    folder.resolve("in/" + name).toString(),
                    ORG,
                    null,
                    town.url().toString(),
                    false,
                    false,
                    true,
                    60L,
                    folder.resolve("out/" + name + ".report.csv").toString());
            InviteResult result = new Invite(engine, new NoDemo(), Policy.NONE, InstantSource.system())
                    .run(order, Optional.of(town.token()));
            System.out.println(name + ": " + result.line());
            Summary.of(result).forEach(System.out::println);
        }

        private static void drafts(Path in, UUID orgId, Session session) throws IOException, UnreadableFileException {
            var desk = new DraftImport.Desk(session.store(), orgId, Role.OWNER, InstantSource.system());
            var begun = new ArrayList<Draft>();
            try (DraftImport pasted = DraftImport.ofText(desk, Files.readString(in.resolve("pasted.txt")), "pasted")) {
                begun.add(pasted.draft());
                System.out.println(pasted.guess());
            }
            for (String name : SENT) {
                try (DraftImport file = DraftImport.ofFile(desk, in.resolve(name))) {
                    begun.add(file.draft());
                    System.out.println(file.guess());
                }
            }
            for (Draft draft : begun) {
                try (DraftImport again = DraftImport.resume(desk, draft)) {
                    System.out.println(again.draft().name() + ": " + again.rows());
                }
            }
        }
    }

    @Test
    void aPasswordIsNowhereHoweverItCameIn() throws Exception {
        sources();
        String printed = run();
        Files.writeString(folder.resolve("out/printed.txt"), printed);

        for (String name : SENT) assertThat(printed).contains(name + ": {\"rows\":2,\"ready\":1");
        assertThat(printed).contains("\"sent\":1", "pasted: [", "inline.xlsx: [");
        List<String> found = new ArrayList<>();
        List<Path> all = files(folder.resolve("out"));
        for (Path file : all) {
            for (Charset form : FORMS) {
                if (holds(file, canary().getBytes(form))) found.add(form + " in " + file);
            }
        }
        assertThat(found).isEmpty();
        // The search finds what is there: the address in the store, in the heap's classes, the canary in a source.
        assertThat(all.stream()
                        .filter(file -> file.endsWith("work.db"))
                        .anyMatch(file -> holds(file, "ann.table@new.example".getBytes(StandardCharsets.UTF_8))))
                .isTrue();
        assertThat(holds(folder.resolve("out/heap.hprof"), "steward/app/cli/Errand".getBytes(StandardCharsets.UTF_8)))
                .isTrue();
        assertThat(holds(folder.resolve("in/table.csv"), canary().getBytes(StandardCharsets.UTF_8)))
                .isTrue();
    }

    private void sources() throws IOException {
        Path in = Files.createDirectory(folder.resolve("in"));
        Files.createDirectory(folder.resolve("out"));
        String rows = "ann.table@new.example;Ann;%s\nno address;Bob;%s\n".formatted(canary(), canary());
        Files.writeString(in.resolve("table.csv"), "E-Mail;Name;Kennwort\n" + rows);
        Files.writeString(
                in.resolve("pasted.txt"),
                "email\tname\tpassword\nann.pasted@new.example\tAnn\t%s\nno address\tBob\t%s\n"
                        .formatted(canary(), canary()));
        String inline = "<c t=\"inlineStr\"><is><t>%s</t></is></c>".repeat(2);
        Files.write(
                in.resolve("inline.xlsx"),
                workbook(
                        "",
                        inline.formatted("email", "password"),
                        inline.formatted("ann.inline@new.example", canary()),
                        inline.formatted("no address", canary())));
        String shared = "<c t=\"s\"><v>%d</v></c>".repeat(2);
        String texts =
                "<si><t>email</t></si><si><t>Mot de passe</t></si><si><t>ann.shared@new.example</t></si><si><t>no address</t></si>"
                        + "<si><t>" + canary() + "</t></si>";
        Files.write(
                in.resolve("shared.xlsx"),
                workbook(texts, shared.formatted(0, 1), shared.formatted(2, 4), shared.formatted(3, 4)));
    }

    private static byte[] workbook(String texts, String... rows) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            part(zip, "xl/workbook.xml", "<workbook><sheets><sheet name=\"S\"/></sheets></workbook>");
            part(zip, "xl/sharedStrings.xml", "<sst>" + texts + "</sst>");
            String cells = "<row>" + String.join("</row><row>", rows) + "</row>";
            part(zip, "xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + cells + "</sheetData></worksheet>");
        }
        return bytes.toByteArray();
    }

    private static void part(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /** Put together here, so that no class file of the other JVM holds it either. */
    private static String canary() {
        return "canary-" + Integer.toHexString(NAME.hashCode()) + "-7Q2";
    }

    private String run() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Import.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed;
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).toList();
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
