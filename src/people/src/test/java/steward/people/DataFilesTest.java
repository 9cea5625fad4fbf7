package steward.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import steward.api.Role;
import steward.people.Reason.Code;

/** The sample files of the project, by the numbers given for an Owner in expected.tsv. */
class DataFilesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "plain.csv, 60, 60, NONE",
        "google-workspace-download.csv, 250, 240, GOOGLE",
        "entra-bulk-invite.csv, 121, 120, ENTRA_INVITE",
        "okta-template.csv, 90, 90, OKTA",
        "excel-semicolon-windows1252.csv, 54, 54, NONE",
        "mistakes.csv, 102, 94, NONE"
    })
    void giveTheNumbersExpectedOfAnOwner(String file, int rows, int ready, Exporter exporter) throws Exception {
        Reading reading = Reading.of(Reading.resource(folder, "data/" + file));

        assertThat(reading.guess().settings().exporter()).isEqualTo(exporter);
        assertThat(reading.tally().ready()).isEqualTo(ready);
        assertThat(reading.tally().rows())
                .isEqualTo(rows)
                .isEqualTo(reading.rows().size());
    }

    @Test
    void areTheFilesTheListNames() throws Exception {
        Path list = Reading.resource(folder, "data/expected.tsv");
        for (String line : Files.readAllLines(list).subList(1, 7)) {
            String[] cells = line.split("\t");
            Reading reading = Reading.of(Reading.resource(folder, "data/" + cells[0]));
            assertThat(reading.tally().ready()).as(cells[0]).isEqualTo(Long.parseLong(cells[1]));
        }
    }

    @Test
    void anAdminMayNotInviteAdmins() throws Exception {
        Reading reading = Reading.of(Reading.resource(folder, "data/plain.csv"), Policy.of(Role.ADMIN));

        assertThat(reading.tally().ready()).isEqualTo(57);
        assertThat(reading.tally().of(Outcome.NOT_ALLOWED)).isEqualTo(3);
        assertThat(reading.row(0).reason()).isEqualTo(Reason.of(Code.MAY_NOT_INVITE_AS, "ADMIN"));
    }

    @Test
    void ofGoogleSkipTheSuspendedAndSaySo() throws Exception {
        Reading reading = Reading.of(Reading.resource(folder, "data/google-workspace-download.csv"));

        assertThat(reading.tally().of(Outcome.SKIPPED)).isEqualTo(10);
        assertThat(reading.row(0).reason()).isEqualTo(Reason.of(Code.SKIPPED_SUSPENDED, "Suspended"));
        assertThat(reading.guess().byteOrderMark()).isTrue();
        assertThat(reading.guess().passwordsDropped()).isTrue();
        assertThat(reading.row(1).row().name()).isEqualTo("Zoë O'Brien");
        Reading all = Reading.of(
                Reading.resource(folder, "data/google-workspace-download.csv"),
                Policy.of(Role.OWNER).withSuspended(true));
        assertThat(all.tally().ready()).isEqualTo(250);
    }

    @Test
    void ofEntraSkipTheExampleRow() throws Exception {
        Reading reading = Reading.of(Reading.resource(folder, "data/entra-bulk-invite.csv"));

        assertThat(reading.row(0).reason().code()).isEqualTo(Code.SKIPPED_EXAMPLE);
        assertThat(reading.row(1).row().email()).isEqualTo("user3.00000@example.org");
        assertThat(reading.row(2).row().place()).isEqualTo(new Place(2, 5, 6));
    }

    @Test
    void ofExcelAreSemicolonsInWindows1252WithGermanHeadings() throws Exception {
        Reading reading = Reading.of(Reading.resource(folder, "data/excel-semicolon-windows1252.csv"));

        Settings settings = reading.guess().settings();
        assertThat(settings.charset()).isEqualTo(Charset.forName("windows-1252"));
        assertThat(settings.delimiter()).isEqualTo(';');
        assertThat(settings.headerRow()).isZero();
        assertThat(settings.columns().name()).containsExactly(0, 1);
        assertThat(settings.columns().role()).isEqualTo(3);
        assertThat(reading.names()).contains("Ines Østergård", "Jürgen Ní Bhriain", "Priya Smith, Jr.");
    }

    @Test
    void ofMistakesEachHasItsReason() throws Exception {
        Reading reading = Reading.of(Reading.resource(folder, "data/mistakes.csv"));

        List<Integer> attention = IntStream.range(0, 102)
                .filter(i -> reading.row(i).outcome() == Outcome.ATTENTION)
                .boxed()
                .toList();
        assertThat(attention).containsExactly(3, 7, 23, 35, 39, 101);
        assertThat(attention.stream().map(i -> reading.row(i).reason().code()))
                .containsExactly(
                        Code.NO_AT,
                        Code.NO_ADDRESS,
                        Code.UNKNOWN_ROLE,
                        Code.SEVERAL_AT,
                        Code.ADDRESS_TOO_LONG,
                        Code.TOO_MANY_CELLS);
        assertThat(reading.row(15).reason()).isEqualTo(Reason.of(Code.SAME_AS_ROW, "15"));
        assertThat(reading.row(19).reason()).isEqualTo(Reason.of(Code.SAME_AS_ROW, "19"));
        assertThat(reading.row(27).row().name()).isEqualTo("=HYPERLINK(\"http://example.org\";\"x\")");
        assertThat(reading.row(31).outcome()).isEqualTo(Outcome.READY);
        assertThat(reading.row(31).address().domain()).isEqualTo("xn--bcher-kva.example");
        assertThat(reading.row(100).outcome()).isEqualTo(Outcome.READY);
        assertThat(reading.row(35).fix()).contains(new Fix("two@example.org", "two@example.org"));
        assertThat(reading.guess().settings().charset()).isEqualTo(StandardCharsets.UTF_8);
    }
}
