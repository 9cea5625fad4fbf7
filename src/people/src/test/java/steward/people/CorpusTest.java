package steward.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import steward.people.Reason.Code;

/** The corpus of bad tables: every row has the outcome written down for it by hand, and the counts balance. */
class CorpusTest {
    private static final Pattern CODE_POINT = Pattern.compile("\\\\(u([0-9A-F]{4})|x([0-9A-F]{2}))");

    @TempDir
    static Path folder;

    /** @param expected the reason of each row, or why the whole is refused */
    record Example(String kind, int number, byte[] content, boolean refused, List<String> expected) {
        @Override
        public String toString() {
            return kind + " " + number;
        }
    }

    static Stream<Example> examples() throws Exception {
        List<Example> examples = new ArrayList<>();
        String kind = "";
        String content = "";
        Charset charset = StandardCharsets.UTF_8;
        for (String line : Files.readAllLines(Reading.resource(folder, "corpus/bad.txt"))) {
            String rest = line.length() > 2 ? line.substring(2) : "";
            switch (line.isEmpty() ? ';' : line.charAt(0)) {
                case '#' -> kind = rest.strip();
                case '<' -> {
                    content = unescaped(rest);
                    charset = StandardCharsets.UTF_8;
                }
                case '@' -> charset = Charset.forName(rest);
                case '>', '!' ->
                    examples.add(new Example(
                            kind,
                            examples.size() + 1,
                            content.getBytes(charset),
                            line.charAt(0) == '!',
                            List.of(rest.split(" "))));
                default -> {}
            }
        }
        return examples.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void hasTheOutcomeWrittenDown(Example example) {
        Path file = Reading.file(folder, "bad", example.content());
        Reading reading;
        try {
            reading = Reading.of(file);
        } catch (UnreadableFileException e) {
            assertThat(example.refused()).as("refused as %s", e.kind()).isTrue();
            assertThat(List.of(e.kind().name())).isEqualTo(example.expected());
            return;
        }
        assertThat(reading.rows().stream().map(row -> row.reason().code().name()))
                .isEqualTo(example.expected());
        assertThat(reading.tally().rows()).isEqualTo(example.expected().size());
        assertThat(Arrays.stream(Outcome.values())
                        .mapToLong(reading.tally()::of)
                        .sum())
                .isEqualTo(example.expected().size());
    }

    @Test
    void hasManyKindsAndSeveralExamplesOfEach() throws Exception {
        Map<String, Long> kinds = examples().collect(Collectors.groupingBy(Example::kind, Collectors.counting()));

        System.out.printf(
                "corpus: %d kinds, %d examples%n", kinds.size(), examples().count());
        assertThat(kinds).hasSizeGreaterThanOrEqualTo(25);
        assertThat(kinds.values()).allMatch(examples -> examples >= 3);
        // What can be the reason of a row and of no other is in it, but what a lookup alone decides.
        assertThat(examples().filter(each -> !each.refused()).flatMap(each -> each.expected().stream()))
                .contains(
                        Code.READY.name(),
                        Code.TOO_MANY_CELLS.name(),
                        Code.NO_ADDRESS.name(),
                        Code.SEVERAL_ADDRESSES.name(),
                        Code.DOMAIN_LOOKALIKE.name(),
                        Code.OWNER_ROLE.name(),
                        Code.SKIPPED_BOT.name());
    }

    private static String unescaped(String text) {
        return CODE_POINT
                .matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(Character.toString(
                        Integer.parseInt(match.group(2) == null ? match.group(3) : match.group(2), 16))))
                .translateEscapes();
    }
}
