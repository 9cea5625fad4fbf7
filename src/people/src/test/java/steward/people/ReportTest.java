package steward.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import steward.api.Role;
import steward.people.Reason.Code;
import steward.people.Report.State;

class ReportTest {
    @TempDir
    Path folder;

    private static String report(List<Report.Line> lines) throws Exception {
        StringWriter out = new StringWriter();
        try (Report report = Report.to(out)) {
            lines.forEach(report::write);
        }
        return out.toString();
    }

    private static Report.Line line(long row, Person person, State state) {
        return new Report.Line(row, person, state, "why, in \"words\"", Instant.EPOCH);
    }

    @Test
    void isReadAgainToDoWhatIsLeft() throws Exception {
        String report = report(List.of(
                line(1, new Person("sent@example.org", "A", "member", ""), State.SENT),
                line(2, new Person("refused@example.org", "=1+1", "admin", "-hi"), State.REFUSED),
                line(3, new Person("+waiting@example.org", "'quoted", "", "@x;=y"), State.WAITING),
                line(4, new Person("broken", "", "", ""), State.ATTENTION)));

        Reading reading = Reading.of(Reading.file(folder, "report.csv", report));

        assertThat(reading.guess().settings().exporter()).isEqualTo(Exporter.REPORT);
        assertThat(reading.outcomes())
                .containsExactly(Outcome.SKIPPED, Outcome.READY, Outcome.READY, Outcome.ATTENTION);
        assertThat(reading.row(0).reason()).isEqualTo(Reason.of(Code.SKIPPED_DONE, "sent"));
        assertThat(reading.row(1).row().person()).isEqualTo(new Person("refused@example.org", "=1+1", "admin", "-hi"));
        assertThat(reading.row(1).role()).isEqualTo(Role.ADMIN);
        assertThat(reading.row(2).row().person()).isEqualTo(new Person("+waiting@example.org", "'quoted", "", "@x;=y"));
    }

    @Test
    void aRowOfTooManyCellsStillHasThem() throws Exception {
        Path file = Reading.file(folder, "long.csv", "email,name\nann@example.org,Ann,x,y\nben@example.org,Ben\n");
        Reading first = Reading.of(file);
        String report =
                report(List.of(Report.Line.of(first.row(0), "too many"), Report.Line.of(first.row(1), "ready")));

        Reading again = Reading.of(Reading.file(folder, "report.csv", report));

        assertThat(again.outcomes()).containsExactly(Outcome.ATTENTION, Outcome.READY);
        assertThat(again.row(0).reason()).isEqualTo(Reason.of(Code.TOO_MANY_CELLS, "2"));
    }

    @Test
    void keepsTheRoleDecidedOnForAll() throws Exception {
        Policy all = Policy.of(Role.OWNER).withRoleForAll(Optional.of(Role.ADMIN));
        Reading first = Reading.ofText("email,role\na@example.org,whatever\n", all, Lookup.NOBODY);

        String report = report(List.of(Report.Line.of(first.row(0), "")));

        assertThat(Reading.ofText(report).row(0).role()).isEqualTo(Role.ADMIN);
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void aStateSaysWhetherAnythingIsLeft(State state) throws Exception {
        String report = report(List.of(line(1, new Person("a@example.org", "", "", ""), state)));

        assertThat(Reading.ofText(report).row(0).outcome()).isEqualTo(state.done() ? Outcome.SKIPPED : Outcome.READY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(1)",
                "\t=1",
                "\r=1",
                "\n=1",
                " =1",
                "＝1",
                "x;=1+1",
                "x,\t-1",
                "'=1",
                "a\n=1",
                "x|=cmd()",
                "\u00A0=1"
            })
    void noCellBeginsAFormula(String cell) {
        String safe = Neutral.of(cell);

        assertThat(safe)
                .doesNotMatch("(?s)[=+\\-@\\t\\r\\n＝＋－＠].*")
                .doesNotMatch("(?s).*[;,|\\t\\r\\n][\\s\\u00A0]*[=+\\-@].*");
        assertThat(Neutral.undo(safe)).isEqualTo(cell);
    }

    @Test
    void neutralIsUndoneExactlyWhateverTheCell() {
        Random random = new Random(11);
        String signs = "=+-@'\t\r\n ;,|a\u00A0＝";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder cell = new StringBuilder();
            int length = random.nextInt(8);
            for (int j = 0; j < length; j++) cell.append(signs.charAt(random.nextInt(signs.length())));
            assertThat(Neutral.undo(Neutral.of(cell.toString()))).isEqualTo(cell.toString());
        }
        assertThat(Neutral.of("O'Brien - Ann")).isEqualTo("O'Brien - Ann");
    }

    @Test
    void leavesAFileThatIsThereAlone() throws Exception {
        Path there = Reading.file(folder, "there.csv", "mine");
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), folder.resolve("elsewhere.csv"));

        assertThatThrownBy(() -> Report.create(there)).isInstanceOf(FileAlreadyExistsException.class);
        assertThatThrownBy(() -> Report.create(link)).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(there).hasContent("mine");
        assertThat(folder.resolve("elsewhere.csv")).doesNotExist();
        try (Report report = Report.create(folder.resolve("new.csv"))) {
            report.write(line(1, new Person("a@example.org", "Å", "", ""), State.SENT));
        }
        assertThat(Files.readString(folder.resolve("new.csv")))
                .startsWith("\uFEFF\"row\"")
                .contains("\"Å\"");
    }

    @ParameterizedTest
    @ValueSource(chars = {',', ';'})
    void aTemplateReadsAsOneExampleAndTakesRows(char delimiter) throws Exception {
        Path file = folder.resolve("template.csv");
        Template.create(file, delimiter);
        Files.writeString(file, Files.readString(file) + "bob@example.org,Bob,admin,hi\r\n".replace(',', delimiter));

        Reading reading = Reading.of(file);

        assertThat(reading.rows().stream().map(row -> row.reason().code()))
                .containsExactly(Code.SKIPPED_EXAMPLE, Code.READY);
        assertThat(reading.row(1).row().person()).isEqualTo(new Person("bob@example.org", "Bob", "admin", "hi"));
        assertThat(reading.row(1).role()).isEqualTo(Role.ADMIN);
    }
}
