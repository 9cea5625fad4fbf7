package steward.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables of many systems, languages and habits: what each row is taken for, written down by hand. */
class WorldTest {
    private static final String EXPECTED = "world/expected.txt";

    @TempDir
    static Path folder;

    static Stream<Arguments> tables() throws Exception {
        List<Arguments> tables = new ArrayList<>();
        List<String> rows = new ArrayList<>();
        for (String line : Files.readAllLines(Reading.resource(folder, EXPECTED))) {
            if (line.startsWith("# ")) {
                rows = new ArrayList<>();
                String[] words = line.split(" ");
                tables.add(Arguments.of(words[1], Exporter.valueOf(words[2]), rows));
            } else if (!line.startsWith(";")) {
                rows.add(line);
            }
        }
        return tables.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tables")
    void isReadAsAPersonWould(String file, Exporter exporter, List<String> rows) throws Exception {
        Reading reading = Reading.of(Reading.resource(folder, "world/" + file));

        assertThat(reading.guess().settings().exporter()).isEqualTo(exporter);
        assertThat(reading.rows().stream().map(WorldTest::described)).containsExactlyElementsOf(rows);
        assertThat(reading.tally().rows()).isEqualTo(rows.size());
    }

    @Test
    void areMany() throws Exception {
        assertThat(tables()).hasSizeGreaterThanOrEqualTo(175);
    }

    private static String described(CheckedRow row) {
        String role = row.role() == null ? "" : " " + row.role();
        return row.row().email() + " | " + row.row().name() + " | "
                + row.reason().code() + role;
    }
}
