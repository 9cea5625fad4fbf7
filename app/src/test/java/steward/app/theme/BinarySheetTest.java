package steward.app.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.css.CssParser;
import javafx.css.Rule;
import javafx.css.Stylesheet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import steward.app.testing.CssWarnings;
import steward.app.testing.Stages;

/** The packages hold the style sheets in the toolkit's binary form as well: it has to style what the text styles. */
class BinarySheetTest {
    private static final Path SHEETS = Path.of("src/main/resources/steward/app/theme");

    @TempDir
    Path folder;

    @BeforeAll
    static void listen() {
        Stages.start();
    }

    static List<Path> sheets() throws IOException {
        try (Stream<Path> files = Files.list(SHEETS)) {
            return files.filter(file -> file.toString().endsWith(".css") && !file.endsWith("timing.css"))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("sheets")
    void styles_in_its_binary_form_what_it_styles_as_text(Path sheet) throws IOException {
        Path binary = folder.resolve("sheet.bss");
        Stylesheet.convertToBinary(sheet.toFile(), binary.toFile());
        List<String> text = words(new CssParser().parse(url(sheet)));
        assertThat(text).isNotEmpty();
        int complaints = CssWarnings.seen().size();
        assertThat(words(Stylesheet.loadBinary(url(binary)))).isEqualTo(text);
        assertThat(CssWarnings.seen().stream().skip(complaints)).isEmpty();
    }

    private static List<String> words(Stylesheet sheet) {
        return sheet.getRules().stream().map(BinarySheetTest::words).toList();
    }

    /** Without the values: those of arrays print where they lie in memory. */
    private static String words(Rule rule) {
        return rule.getSelectors()
                + " "
                + rule.getDeclarations().stream()
                        .map(each -> each.getProperty() + each.isImportant())
                        .toList();
    }

    private static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
