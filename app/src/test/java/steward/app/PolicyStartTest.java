package steward.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.app.settings.PolicyFile;

/** The command line under a policy: refused in words, before anything is written. */
class PolicyStartTest {
    @TempDir
    Path folder;

    @Test
    void refusesAnotherServerThanTheFixedOne() throws Exception {
        assertThat(refused("{\"server\": \"https://meet.example\"}", "server", "--server", "https://other.example"))
                .isEqualTo("Your organization’s policy allows https://meet.example only, not https://other.example. "
                        + "Start Steward without --server.");
    }

    @Test
    void refusesTheDemoWhereItIsOff() throws Exception {
        assertThat(refused("{\"demo\": false}", "server", "--demo")).contains("turns the demo off");
        assertThat(refused("{\"demo\": false}", "--tour", folder.resolve("tour").toString()))
                .contains("turns the demo off");
        assertThat(refused("{\"demo\": false}", "server", "--server", "http://127.0.0.1:9"))
                .contains("does not allow the server http://127.0.0.1:9");
    }

    @Test
    void startsNothingUnderAPolicyThatCannotBeUnderstood() throws Exception {
        assertThat(refused("{ half", "server")).contains("cannot be known");
        assertThat(Main.run(policy("{ half"), "--version")).isZero();
    }

    private String refused(String content, String... arguments) throws Exception {
        String[] all = new String[arguments.length + 2];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--data";
        all[arguments.length + 1] = folder.resolve("data").toString();
        PrintStream before = System.err;
        var said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            assertThat(Main.run(policy(content), all)).isEqualTo(1);
        } finally {
            System.setErr(before);
        }
        assertThat(folder.resolve("data")).doesNotExist();
        return said.toString(StandardCharsets.UTF_8).strip();
    }

    private PolicyFile policy(String content) throws Exception {
        return new PolicyFile(Files.writeString(folder.resolve("policy.json"), content));
    }
}
