package steward.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tables thrown together by chance, whole and damaged: every row has one outcome, the counts add up, and nothing but
 * the typed refusal ever comes out. Seeds are fixed, so a failure can be had again.
 */
class RandomTablesTest {
    private static final List<String> CELLS = List.of(
            "ann@example.org",
            "bob@example.org",
            "ANN@EXAMPLE.ORG",
            "Ann Lee <ann@example.org>",
            "no address",
            "two@@example.org",
            "jürgen@bücher.example",
            "x@gmial.com",
            "",
            " ",
            "Smith, Jr.",
            "\"quoted\"",
            "line\nbreak",
            "=1+1",
            "admin",
            "Mitglied",
            "superuser",
            "王小明",
            "Suspended",
            "\u202Eturned",
            "a;b|c\td",
            "12345");
    private static final List<String> HEADERS =
            List.of("email", "name", "role", "status", "note", "Vorname", "password", "?", "", "login", "E-Mail");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void outcomesAddUpWhateverTheTable(int seed) throws Exception {
        Random random = new Random(seed);
        int read = 0;
        for (int i = 0; i < 40; i++) {
            String delimiter = List.of(",", ";", "\t", "|").get(random.nextInt(4));
            int records = 1 + random.nextInt(30);
            String text = "email" + delimiter + "name\n" + table(random, delimiter, records);
            Charset charset =
                    List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE).get(random.nextInt(2));
            Reading reading;
            try {
                reading = Reading.of(Reading.file(folder, "t", text, charset));
            } catch (UnreadableFileException e) {
                continue;
            }
            read++;
            assertThat(reading.tally().rows()).isEqualTo(reading.rows().size());
            assertThat(reading.rows().size()).as(text).isLessThanOrEqualTo(records);
            assertThat(reading.rows())
                    .allSatisfy(row -> assertThat(row.reason()).isNotNull());
            for (int at = 0; at < reading.rows().size(); at++) {
                assertThat(reading.row(at).row().index()).isEqualTo(at);
            }
        }
        assertThat(read).isGreaterThan(20);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void damagedTextsAreReadOrRefused(int seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 60; i++) {
            String text = headers(random) + table(random, ",", 1 + random.nextInt(20));
            survives(damaged(text.getBytes(StandardCharsets.UTF_8), random));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void damagedWorkbooksAreReadOrRefused(int seed) {
        Random random = new Random(seed);
        byte[] whole = workbook();
        for (int i = 0; i < 60; i++) survives(damaged(whole, random));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void damagedSheetsAreReadOrRefused(int seed) {
        Random random = new Random(seed);
        String rows = Xlsx.inline("email", "name")
                + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"B2\" t=\"str\"><f>A1</f><v>x</v></c></row>";
        for (int i = 0; i < 60; i++) {
            String sheet =
                    new String(damaged(rows.getBytes(StandardCharsets.UTF_8), random), StandardCharsets.ISO_8859_1);
            survives(new Xlsx()
                    .shared("<t>ann@example.org</t>")
                    .sheet("S", sheet)
                    .bytes());
        }
    }

    @Test
    void noBytesAtAllMakeItFail() {
        Random random = new Random(5);
        for (int i = 0; i < 300; i++) {
            byte[] noise = new byte[random.nextInt(600)];
            random.nextBytes(noise);
            survives(noise);
        }
    }

    private void survives(byte[] content) {
        try {
            Reading reading = Reading.of(Reading.file(folder, "t", content));
            assertThat(reading.tally().rows()).isEqualTo(reading.rows().size());
        } catch (UnreadableFileException e) {
            assertThat(e.kind()).isNotNull();
        }
    }

    private static byte[] workbook() {
        return new Xlsx()
                .shared("<t>email</t>", "<t>ann@example.org</t>")
                .sheet(
                        "S",
                        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>"
                                + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>1</v></c></row>")
                .bytes();
    }

    private static String headers(Random random) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i <= random.nextInt(5); i++) {
            if (i > 0) line.append(',');
            line.append(HEADERS.get(random.nextInt(HEADERS.size())));
        }
        return line.append('\n').toString();
    }

    private static String table(Random random, String delimiter, int records) {
        StringBuilder table = new StringBuilder();
        String end = random.nextBoolean() ? "\n" : "\r\n";
        for (int i = 0; i < records; i++) {
            int cells = 1 + random.nextInt(4);
            for (int j = 0; j < cells; j++) {
                if (j > 0) table.append(delimiter);
                String cell = CELLS.get(random.nextInt(CELLS.size()));
                table.append('"').append(cell.replace("\"", "\"\"")).append('"');
            }
            table.append(end);
        }
        return table.toString();
    }

    private static byte[] damaged(byte[] whole, Random random) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int rate = 20 + random.nextInt(400);
        for (byte b : whole) {
            switch (random.nextInt(rate)) {
                case 0 -> out.write(random.nextInt(256));
                case 1 -> {}
                case 2 -> {
                    out.write(b);
                    out.write(b);
                }
                case 3 -> out.write("\"<>,;\n\0&'".charAt(random.nextInt(9)));
                default -> out.write(b);
            }
        }
        return out.toByteArray();
    }
}
