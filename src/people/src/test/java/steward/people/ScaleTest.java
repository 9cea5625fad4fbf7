package steward.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.api.Role;

/** Memory hardly grows with the file: each import runs in a JVM of its own, kept small. */
class ScaleTest {
    private static final int CSV_ROWS = 1_000_000;
    private static final int XLSX_ROWS = 200_000;

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

        assertThat(imported(file)).isEqualTo("1000000 666667 333333");
    }

    @Test
    void manyRowsOfAWorkbookFitIntoLittleMemory() throws Exception {
        Path file = folder.resolve("many.xlsx");
        workbook(file);

        assertThat(imported(file)).isEqualTo("200000 200000 0");
    }

    /** What is promised is 256 MB; half of it must do. */
    private static String imported(Path file) throws IOException, InterruptedException {
        return SmallJvm.run(Import.class, List.of("-Xmx128m"), file.toString());
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
}
