package steward.app.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Words and code agree: every key in the code is in its feature's bundle, every key of a bundle is used. A key put
 * together at run time begins with a literal of three segments or one that ends in a dot ("members.state."), which uses
 * all keys under it.
 */
class MessageKeysTest {
    private static final Path SOURCES = Path.of("src/main/java/steward/app");
    private static final Path BUNDLES = Path.of("src/main/resources/steward/app");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-z0-9]*(?:\\.[a-zA-Z][a-zA-Z0-9]*){1,3}\\.?)\"");

    @Test
    void everyKeyInTheCodeHasWords() throws IOException {
        Set<String> features = features();
        Set<String> keys = bundleKeys();
        Set<String> missing = new TreeSet<>();
        for (String literal : literals()) {
            boolean isKey =
                    features.contains(literal.substring(0, literal.indexOf('.'))) && literal.split("\\.").length > 2;
            if (isKey && !literal.endsWith(".") && !keys.contains(literal) && !isGroup(literal, keys)) {
                missing.add(literal);
            }
        }
        assertThat(missing).as("keys without words").isEmpty();
    }

    @Test
    void everyKeyOfABundleIsUsed() throws IOException {
        Set<String> literals = literals();
        List<String> prefixes = literals.stream()
                .filter(literal -> literal.endsWith(".") || literal.split("\\.").length >= 3)
                .map(literal -> literal.endsWith(".") ? literal : literal + ".")
                .toList();
        Set<String> unused = new TreeSet<>();
        for (String key : bundleKeys()) {
            if (!literals.contains(key) && prefixes.stream().noneMatch(key::startsWith)) {
                unused.add(key);
            }
        }
        assertThat(unused).as("words nobody shows").isEmpty();
    }

    @Test
    void keysStandInTheirFeaturesBundleAndReadAsPatterns() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Path bundle : bundles()) {
            String feature = bundle.getParent().getFileName().toString();
            load(bundle).forEach((key, value) -> {
                if (!key.toString().startsWith(feature + ".")) {
                    wrong.add(key + " in the bundle of " + feature);
                }
                if (value.toString().replace("''", "").contains("'")) {
                    wrong.add(key + " has a single ASCII apostrophe, which a pattern swallows");
                }
                new MessageFormat(value.toString());
            });
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void aMissingWordShowsItsKeyAndPluralsAgree() {
        assertThat(Messages.text("nowhere.to.find")).isEqualTo("nowhere.to.find");
        assertThat(Messages.text("control.nothing.here")).isEqualTo("control.nothing.here");
        assertThat(Messages.text("i18n.duration.days", 1)).isEqualTo("1 day");
        assertThat(Messages.text("control.bulk.count", 1231)).isEqualTo("1,231 selected");
    }

    private static boolean isGroup(String literal, Set<String> keys) {
        return keys.stream().anyMatch(key -> key.startsWith(literal + "."));
    }

    private static Set<String> features() throws IOException {
        Set<String> features = new TreeSet<>();
        bundles()
                .forEach(bundle -> features.add(bundle.getParent().getFileName().toString()));
        return features;
    }

    private static Set<String> bundleKeys() throws IOException {
        Set<String> keys = new TreeSet<>();
        for (Path bundle : bundles()) {
            keys.addAll(load(bundle).stringPropertyNames());
        }
        return keys;
    }

    private static List<Path> bundles() throws IOException {
        try (Stream<Path> files = Files.walk(BUNDLES)) {
            return files.filter(file -> file.getFileName().toString().equals("messages.properties"))
                    .toList();
        }
    }

    private static Properties load(Path bundle) throws IOException {
        var words = new Properties();
        try (Reader reader = Files.newBufferedReader(bundle)) {
            words.load(reader);
        }
        return words;
    }

    private static Set<String> literals() throws IOException {
        Set<String> literals = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                Matcher found = LITERAL.matcher(Files.readString(file));
                while (found.find()) {
                    literals.add(found.group(1));
                }
            }
        }
        return literals;
    }
}
