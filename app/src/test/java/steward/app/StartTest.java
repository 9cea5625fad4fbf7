package steward.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.app.settings.PolicyFile;

class StartTest {
    private static final Path HOME = Path.of("/home/asa");

    /** Read once, when the first database of the process is opened. */
    private static final String SQLITE_FOLDER = "org.sqlite.tmpdir";

    @TempDir
    Path folder;

    @Test
    void keeps_its_data_where_the_system_wants_it() {
        assertThat(DataFolder.usual(Map.of(), "Linux", HOME).root()).isEqualTo(HOME.resolve(".local/share/steward"));
        assertThat(DataFolder.usual(Map.of("XDG_DATA_HOME", "/data"), "Linux", HOME)
                        .root())
                .isEqualTo(Path.of("/data/steward"));
        assertThat(DataFolder.usual(Map.of("XDG_DATA_HOME", "relative"), "Linux", HOME)
                        .root())
                .isEqualTo(HOME.resolve(".local/share/steward"));
        assertThat(DataFolder.usual(Map.of(), "Mac OS X", HOME).root())
                .isEqualTo(HOME.resolve("Library/Application Support/Steward"));
        assertThat(DataFolder.usual(Map.of("LOCALAPPDATA", "/local"), "Windows 11", HOME)
                        .root())
                .isEqualTo(Path.of("/local/Steward"));
    }

    @Test
    void goes_by_the_home_that_a_shell_goes_by() {
        assertThat(DataFolder.home(Map.of("HOME", "/elsewhere"), "Linux", HOME)).isEqualTo(Path.of("/elsewhere"));
        assertThat(DataFolder.home(Map.of("HOME", "relative"), "Linux", HOME)).isEqualTo(HOME);
        assertThat(DataFolder.home(Map.of(), "Linux", HOME)).isEqualTo(HOME);
        assertThat(DataFolder.home(Map.of("HOME", "/cygdrive"), "Windows 11", HOME))
                .isEqualTo(HOME);
    }

    @Test
    void keeps_its_logs_where_the_system_wants_them_and_beside_data_kept_elsewhere() {
        assertThat(DataFolder.usual(Map.of(), "Linux", HOME).logs())
                .isEqualTo(HOME.resolve(".local/state/steward/logs"));
        assertThat(DataFolder.usual(Map.of("XDG_STATE_HOME", "/state"), "Linux", HOME)
                        .logs())
                .isEqualTo(Path.of("/state/steward/logs"));
        assertThat(DataFolder.usual(Map.of(), "Mac OS X", HOME).logs()).isEqualTo(HOME.resolve("Library/Logs/Steward"));
        assertThat(DataFolder.usual(Map.of("LOCALAPPDATA", "/local"), "Windows 11", HOME)
                        .logs())
                .isEqualTo(Path.of("/local/Steward/logs"));
        assertThat(new DataFolder(folder).logs()).isEqualTo(folder.resolve("logs"));
    }

    @Test
    void makes_its_folders_for_its_user_only() throws Exception {
        String before = System.getProperty(SQLITE_FOLDER, "");
        var data = new DataFolder(folder.resolve("new"));
        data.prepare();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.root())))
                .isEqualTo("rwx------");
        String used =
                before.isEmpty() ? System.clearProperty(SQLITE_FOLDER) : System.setProperty(SQLITE_FOLDER, before);
        assertThat(used).startsWith(data.root().toString());
    }

    @Test
    void begins_with_the_toolkit_only_for_the_window() {
        assertThat(Main.meansWindow()).isTrue();
        assertThat(Main.meansWindow("--server", "http://localhost:1", "--data", "/data"))
                .isTrue();
        assertThat(Main.meansWindow("--tour-sitting", "/file")).isTrue();
        for (String word :
                new String[] {"invite", "server", "doctor", "--tour", "--tour=/dir", "--help", "-V", "@file"}) {
            assertThat(Main.meansWindow("--data", "/data", word)).as(word).isFalse();
        }
    }

    @Test
    void names_the_tour_where_there_is_no_display() {
        assertThat(Main.missingDisplay("Linux", Map.of(), "", "steward-cli"))
                .hasValueSatisfying(words -> assertThat(words).endsWith("run: steward-cli --tour DIR"));
        assertThat(Main.missingDisplay("Linux", Map.of("DISPLAY", ":0"), "", ""))
                .isEmpty();
        assertThat(Main.missingDisplay("Linux", Map.of(), "Headless", "")).isEmpty();
        assertThat(Main.missingDisplay("Mac OS X", Map.of(), "", "")).isEmpty();
    }

    @Test
    void answers_help_and_version_before_and_after_a_subcommand() {
        assertThat(output("--version")).isEqualTo("Steward " + Version.text());
        assertThat(output("server", "--version")).isEqualTo("Steward " + Version.text());
        assertThat(output("--version", "server")).isEqualTo("Steward " + Version.text());
        assertThat(Version.text()).matches("[0-9]+\\.[0-9]+\\.[0-9]+.*");
        assertThat(output("--help")).contains("--demo", "--data", "--server", "--tour", "server");
        assertThat(output("server", "--help")).contains("--port", "--demo");
        assertThat(output("--help", "server")).contains("--port", "--demo");
    }

    /** The window's own words are read without knowing the commands; of a wrong one they are said all the same. */
    @Test
    void names_the_command_that_was_probably_meant() {
        assertThat(Main.meansWindow("doctr")).isTrue();
        PrintStream before = System.err;
        var bytes = new ByteArrayOutputStream();
        System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            assertThat(Main.run(PolicyFile.ofThisComputer(), "doctr")).isEqualTo(2);
        } finally {
            System.setErr(before);
        }
        assertThat(bytes.toString(StandardCharsets.UTF_8)).contains("'doctr'", "steward doctor");
    }

    @Test
    void blanks_tokens_and_addresses_in_the_log() {
        assertThat(Logging.blank("signed in asa.lindqvist@haven.example with stw_abcDEF0123456789"))
                .isEqualTo("signed in [address] with [token]");
        assertThat(Logging.blank("Authorization: Bearer 0123456789abcdef0123456789abcdef"))
                .isEqualTo("Authorization: [token]");
        assertThat(Logging.blank("not read: " + DataFolder.home() + "/settings.json"))
                .isEqualTo("not read: ~/settings.json");
        assertThat(Logging.blank("pull 01a20bc0-c647-72d5-b915-eb576a8686d1 took 20 ms"))
                .isEqualTo("pull 01a20bc0-c647-72d5-b915-eb576a8686d1 took 20 ms");
    }

    @Test
    void reports_a_fault_by_a_code_of_its_own_without_what_the_message_said() {
        var fault = new IllegalStateException("asa.lindqvist@haven.example", new RuntimeException("secret"));
        Report report = Report.of(fault, "1.2.3");
        assertThat(report.code()).matches("S-[0-9A-F]{8}");
        assertThat(report.text()).contains(report.code(), "1.2.3", "IllegalStateException", "StartTest");
        assertThat(report.text()).doesNotContain("asa.lindqvist", "secret");
        assertThat(Report.of(fault, "9").code()).isEqualTo(report.code());
    }

    private static String output(String... arguments) {
        PrintStream before = System.out;
        var bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            assertThat(Main.run(PolicyFile.ofThisComputer(), arguments)).isZero();
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8).strip();
    }
}
