package steward.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.app.cli.Invite;
import steward.app.cli.LaterStarts;
import steward.app.settings.Policy;
import steward.app.signin.NoDemo;
import steward.app.testing.DemoTown;
import steward.sync.Engine;
import steward.sync.EngineOptions;
import steward.sync.SingleInstance;
import steward.sync.TokenStore;

/** The command line as a process of its own, with and without a running app. */
class InviteProcessTest {
    @TempDir
    Path folder;

    private DemoTown town;

    private record Ended(int exitCode, String output, String errors, List<String> classes) {}

    @BeforeEach
    void open() throws IOException {
        town = new DemoTown(folder.resolve("server"));
        Files.writeString(folder.resolve("people.csv"), "email,name\nann@new.example,Ann\nbo@new.example,Bø\n");
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void sendsByATokenItIsGivenAndLoadsNoToolkit() throws Exception {
        Ended ended = invite("--server", town.url().toString(), "--send", "--json");
        assertThat(ended.output()).isEqualToIgnoringNewLines("""
                {"rows":2,"ready":2,"alreadyMember":0,"alreadyInvited":0,"repeated":0,"skipped":0,"attention":0,\
                "notAllowed":0,"sent":2,"nothingToDo":0,"refused":0,"waiting":0,"error":null}
                """);
        assertThat(ended.errors()).isEmpty();
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.classes())
                .isNotEmpty()
                .noneMatch(name -> name.startsWith("javafx.") || name.startsWith("com.sun.javafx."));
        assertThat(town.rows("SELECT recipient FROM mail"))
                .containsExactlyInAnyOrder("ann@new.example", "bo@new.example");
        assertNowhere(town.token());
    }

    @Test
    void worksInTheRunningApp() throws Exception {
        var later = new LaterStarts(() -> new SingleInstance.Reply(0, ""));
        try (Engine engine = Engine.open(EngineOptions.of(folder.resolve("data"))
                        .with(TokenStore.memory())
                        .onLaterStart(later::answer));
                LaterStarts serving =
                        later.serve(new Invite(engine, new NoDemo(), Policy.NONE, InstantSource.system()))) {
            engine.enter(town.url(), town.token());
            Ended ended = invite("--send", "--wait", "--report", "out.csv");
            assertThat(ended.exitCode()).isZero();
            assertThat(ended.output()).contains("2 invitations sent");
            assertThat(Files.readString(folder.resolve("out.csv"))).contains("Bø", "\"sent\"");
            assertThat(ended.classes()).noneMatch(name -> name.startsWith("org.sqlite."));
        }
    }

    private Ended invite(String... more) throws IOException, InterruptedException {
        Path classes = Files.createTempFile(folder, "classes", ".log");
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:TieredStopAtLevel=1",
                "-Xlog:class+load:file=" + classes,
                "-cp",
                classPath(),
                "steward.app.Main",
                "invite",
                "people.csv",
                "--org",
                "havenbrook-university",
                "--data",
                folder.resolve("data").toString()));
        words.addAll(List.of(more));
        Path errors = Files.createTempFile(folder, "errors", ".txt");
        var builder = new ProcessBuilder(words).directory(folder.toFile()).redirectError(errors.toFile());
        builder.environment().put("STEWARD_TOKEN", town.token());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exitCode = process.waitFor();
        try (Stream<String> lines = Files.lines(classes)) {
            List<String> loaded = lines.map(line -> line.replaceFirst("^(\\[[^]]*])*\\s*", ""))
                    .toList();
            return new Ended(exitCode, output, Files.readString(errors), loaded);
        }
    }

    /** Tests may run from a jar that only names the class path. */
    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                .replace(File.pathSeparator + File.pathSeparator, File.pathSeparator);
    }

    private void assertNowhere(String secret) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("data"))) {
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(each, StandardCharsets.ISO_8859_1))
                        .as(each.toString())
                        .doesNotContain(secret);
            }
        }
    }
}
