package steward.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.yaml.snakeyaml.Yaml;

/** What the installers of all three systems are made from, checked against what this JDK's own jpackage says of them. */
class PackagingTest {
    private static final Path PACKAGING = Path.of("..", "packaging");
    private static final Path ICONS = Path.of("..", "icons");

    /** The words of one argument file: quoted ones may hold spaces. */
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    /** An option as the help prints it: at the line's start, alone or with its value in angle brackets. */
    private static final Pattern OPTION = Pattern.compile("(?m)^ {2}(--[a-z-]+)(?: -[a-z])?[ \\t]*(<[^\\n]*)?$");

    @ParameterizedTest
    @ValueSource(strings = {"linux", "windows", "macos"})
    void gives_jpackage_only_options_it_knows_on_that_system(String system) throws IOException {
        Map<String, Boolean> known = options(system);
        assertThat(known).containsKeys("--name", "--java-options", "--app-image");
        for (String name : List.of("base", "image", system, system + "-image")) {
            List<String> words = words(PACKAGING.resolve(name + ".args"));
            for (int i = 0; i < words.size(); i++) {
                String option = words.get(i);
                assertThat(known).as(name + ".args").containsKey(option);
                if (known.get(option)) {
                    i++;
                    assertThat(words).as(option + " has a value").hasSizeGreaterThan(i);
                    if (!option.equals("--java-options"))
                        assertThat(words.get(i)).doesNotStartWith("--");
                }
            }
        }
    }

    @Test
    void makes_the_command_line_a_launcher_of_its_own() throws IOException {
        var properties = new Properties();
        try (var in = Files.newInputStream(PACKAGING.resolve("steward-cli.properties"))) {
            properties.load(in);
        }
        String help = help().getProperty("MSG_Help");
        int keys = help.indexOf("--add-launcher");
        String told = help.substring(keys, help.indexOf("--arguments", keys));
        Set<String> known = Pattern.compile("\"([a-z-]+)\"")
                .matcher(told)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(known).contains("win-console");
        assertThat(known).containsAll(properties.stringPropertyNames());
        assertThat(properties).containsEntry("win-console", "true");
    }

    @Test
    void has_an_icon_of_every_size_and_system() throws IOException {
        for (int size : new int[] {16, 24, 32, 48, 64, 128, 256, 512}) {
            byte[] png = Files.readAllBytes(ICONS.resolve("steward-" + size + ".png"));
            assertThat(new String(png, 1, 3, java.nio.charset.StandardCharsets.US_ASCII))
                    .isEqualTo("PNG");
            assertThat(java.nio.ByteBuffer.wrap(png, 16, 8).getInt()).isEqualTo(size);
        }
        assertThat(Files.readAllBytes(ICONS.resolve("steward.ico"))).startsWith(0, 0, 1, 0);
        assertThat(Files.readAllBytes(ICONS.resolve("steward.icns"))).startsWith('i', 'c', 'n', 's');
    }

    @Test
    void tells_macos_what_the_bundle_is() throws Exception {
        Map<String, String> info = plist(PACKAGING.resolve("macos/Info.plist"));
        assertThat(info)
                .containsEntry("CFBundlePackageType", "APPL")
                .containsEntry("CFBundleExecutable", "DEPLOY_LAUNCHER_NAME")
                .containsEntry("CFBundleIconFile", "DEPLOY_ICON_FILE")
                .containsEntry("CFBundleIdentifier", "DEPLOY_BUNDLE_IDENTIFIER")
                .containsEntry("CFBundleShortVersionString", "DEPLOY_BUNDLE_SHORT_VERSION")
                .containsEntry("CFBundleVersion", "DEPLOY_BUNDLE_CFBUNDLE_VERSION")
                .containsEntry("NSHighResolutionCapable", "true");
        assertThat(plist(PACKAGING.resolve("macos/entitlements.plist")))
                .containsEntry("com.apple.security.cs.allow-jit", "true")
                .containsEntry("com.apple.security.cs.disable-library-validation", "true");
    }

    @Test
    void builds_on_all_three_systems() throws IOException {
        String text = Files.readString(Path.of("..", ".github", "workflows", "package.yml"));
        Map<String, Object> workflow = new Yaml().load(text);
        assertThat(workflow).containsKeys("name", "jobs");
        assertThat(text).contains("ubuntu-", "windows-", "macos-", "./run package", "./test package");
    }

    @Test
    void keeps_windows_upgrades_in_one_line() throws IOException {
        List<String> words = words(PACKAGING.resolve("windows.args"));
        String uuid = words.get(words.indexOf("--win-upgrade-uuid") + 1);
        assertThat(java.util.UUID.fromString(uuid)).hasToString(uuid);
    }

    private static List<String> words(Path file) throws IOException {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(Files.readString(file));
        while (word.find()) words.add(word.group(1) == null ? word.group(2) : word.group(1));
        return words;
    }

    /** Each option with whether it takes a value. */
    private static Map<String, Boolean> options(String system) throws IOException {
        Properties help = help();
        String own = Map.of("linux", "linux", "windows", "win", "macos", "mac").get(system);
        var text = new StringBuilder(help.getProperty("MSG_Help"));
        for (String part : List.of("launcher", "install")) {
            text.append('\n').append(help.getProperty("MSG_Help_" + own + "_" + part, ""));
        }
        Map<String, Boolean> options = new LinkedHashMap<>();
        Matcher option = OPTION.matcher(text);
        while (option.find()) options.put(option.group(1), option.group(2) != null);
        return options;
    }

    private static Properties help() throws IOException {
        var properties = new Properties();
        try (var in = Files.newInputStream(FileSystems.getFileSystem(URI.create("jrt:/"))
                .getPath("modules/jdk.jpackage/jdk/jpackage/internal/resources/HelpResources.properties"))) {
            properties.load(in);
        }
        return properties;
    }

    /** The keys of a property list's one dictionary with their values as text. */
    private static Map<String, String> plist(Path file) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        Element root = factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
        assertThat(root.getTagName()).isEqualTo("plist");
        List<Element> dictionary = elements(elements(root).getFirst());
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < dictionary.size(); i += 2) {
            assertThat(dictionary.get(i).getTagName()).isEqualTo("key");
            Element value = dictionary.get(i + 1);
            values.put(
                    dictionary.get(i).getTextContent(),
                    value.getTagName().equals("string") ? value.getTextContent() : value.getTagName());
        }
        return values;
    }

    private static List<Element> elements(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node each = parent.getFirstChild(); each != null; each = each.getNextSibling()) {
            if (each instanceof Element element) children.add(element);
        }
        return children;
    }
}
