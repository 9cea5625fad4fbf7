package steward.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.BufferedInputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.api.Role;

/** Memory does not grow with the file, and forgets passwords. Each import runs in a JVM of its own, kept small. */
class ScaleTest {
    private static final int CSV_ROWS = 300_000;
    private static final int XLSX_ROWS = 60_000;

    @TempDir
    Path folder;

    /** What the other JVM runs: reads and checks a file, prints the counts. */
    static final class Import {
        public static void main(String[] args) throws UnreadableFileException {
            Checker checker = new Checker(Lookup.NOBODY, Policy.of(Role.OWNER));
            Domains domains = new Domains(java.util.Set.of());
            try (PeopleFile file = PeopleFile.open(Path.of(args[0]))) {
                file.read(file.guess().settings(), row -> domains.add(checker.check(row)));
            }
            Tally tally = checker.tally();
            System.out.print(tally.rows() + " " + tally.ready() + " " + tally.of(Outcome.REPEATED));
        }
    }

    @Test
    void manyRowsOfCsvFitIntoLittleMemory() throws Exception {
        Path file = folder.resolve("many.csv");
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write("Email,First Name,Last Name,Password,Department\n");
            for (int i = 0; i < CSV_ROWS; i++) {
                out.write(
                        "person%d@example.org,Ann,Lee %d,canary-%d,\"Arts, Letters\"\n".formatted(i - i % 3 % 2, i, i));
            }
        }

        assertThat(imported(file, "-Xmx48m")).isEqualTo("300000 200000 100000");
    }

    @Test
    void manyRowsOfAWorkbookFitIntoLittleMemory() throws Exception {
        Path file = folder.resolve("many.xlsx");
        workbook(file);

        assertThat(imported(file, "-Xmx64m")).isEqualTo("60000 60000 0");
    }

    @Test
    void aPasswordIsNotInTheHeapAfterTheImport() throws Exception {
        String canary = "canary" + "-5f1c9e-";
        Path csv = Reading.file(
                folder,
                "a.csv",
                "email,password\nann@example.org," + canary + "one\nbob@example.org," + canary + "two\n");
        Path book = Reading.file(
                folder,
                "b.xlsx",
                new Xlsx()
                        .sheet("S", Xlsx.inline("email", "password") + Xlsx.inline("ann@example.org", canary + "three"))
                        .bytes());
        Reading first = Reading.of(csv);
        Reading second = Reading.of(book);
        PeopleFile pasted = PeopleFile.ofText(Files.readString(csv));
        Guess guess = pasted.guess();
        pasted.close();

        Path dump = folder.resolve("heap.hprof");
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(dump.toString(), true);

        assertThat(List.of(first.tally().rows(), second.tally().rows())).containsExactly(2L, 1L);
        assertThat(guess.passwordsDropped()).isTrue();
        // Asked for backwards: the text asked for would itself be in the heap.
        assertThat(holds(dump, "eno-e9c1f5-")).isFalse();
        assertThat(holds(dump, "eerht-e9c1f5-")).isFalse();
        assertThat(holds(dump, "owt,gro.elpmaxe@bob".substring(4))).isTrue();
    }

    private static String imported(Path file, String memory) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        memory,
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Import.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return printed;
    }

    private static void workbook(Path file) throws IOException {
        byte[] small = new Xlsx().sheet("S", "").bytes();
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file));
                java.util.zip.ZipInputStream parts =
                        new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(small))) {
            for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
                if (part.getName().contains("sheet1")) continue;
                zip.putNextEntry(new ZipEntry(part.getName()));
                parts.transferTo(zip);
            }
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            Writer sheet = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
            sheet.write("<worksheet><sheetData>" + cells(1, "<v>0</v>", "<v>1</v>"));
            for (int i = 0; i < XLSX_ROWS; i++) {
                sheet.write(cells(i + 2, "<v>" + (2 * i + 2) + "</v>", "<v>" + (2 * i + 3) + "</v>"));
            }
            sheet.write("</sheetData></worksheet>");
            sheet.flush();
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            sheet.write("<sst><si><t>email</t></si><si><t>name</t></si>");
            for (int i = 0; i < XLSX_ROWS; i++) {
                sheet.write("<si><t>person%d@example.org</t></si><si><t>Ann Lee %d</t></si>".formatted(i, i));
            }
            sheet.write("</sst>");
            sheet.flush();
        }
    }

    private static String cells(int row, String email, String name) {
        return "<row r=\"%d\"><c r=\"A%d\" t=\"s\">%s</c><c r=\"B%d\" t=\"s\">%s</c></row>"
                .formatted(row, row, email, row, name);
    }

    private static boolean holds(Path file, String backwards) throws IOException {
        byte[] wanted = new StringBuilder(backwards).reverse().toString().getBytes(StandardCharsets.ISO_8859_1);
        int matched = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 20)) {
            for (int b = in.read(); b >= 0; b = in.read()) {
                matched = b == wanted[matched] ? matched + 1 : b == wanted[0] ? 1 : 0;
                if (matched == wanted.length) return true;
            }
        }
        return false;
    }
}
