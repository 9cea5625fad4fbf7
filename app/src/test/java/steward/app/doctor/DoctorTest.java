package steward.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static steward.app.testing.Words.assertProper;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.api.Ids;
import steward.api.Role;
import steward.app.doctor.Finding.Level;
import steward.app.settings.PolicyFile;
import steward.app.testing.DemoTown;
import steward.store.Request;
import steward.sync.Engine;
import steward.sync.EngineOptions;
import steward.sync.Session;
import steward.sync.TokenStore;

/** What the report says of a computer that is well, and of one that is not. */
class DoctorTest {
    @TempDir
    Path folder;

    private Path data;
    private DemoTown town;

    @BeforeEach
    void open() {
        data = folder.resolve("data");
        town = new DemoTown(folder.resolve("server"));
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void findsNothingBrokenBesideARunningProgramAndNamesNobody() {
        try (Engine engine = Engine.open(EngineOptions.of(data).with(TokenStore.memory()))) {
            Session session = engine.signIn(town.url(), town.token(), true);
            session.workOffline(true);
            session.store()
                    .outbox()
                    .stage(
                            town.organization("Havenbrook University"),
                            List.of(new Request.InvitePerson(
                                    Ids.next(), "someone@haven.example", Role.MEMBER, null, null, null)),
                            Duration.ZERO,
                            "people.csv");
            List<Finding> findings = look(null);
            assertThat(findings).extracting(Finding::level).doesNotContain(Level.BROKEN);
            String report = report(findings);
            assertThat(report)
                    .contains("Steward 9.9", "1 account was signed in here", "Account 1: work.db is sound")
                    .contains("Server " + town.url() + ", reached directly")
                    .contains("1 queued", "the oldest waits for less than an hour")
                    .doesNotContainIgnoringCase("lindqvist")
                    .doesNotContain("haven.example", "Havenbrook", town.token(), "people.csv");
            assertThat(engine.accounts()).hasSize(1);
        }
    }

    @Test
    void saysOfEachThingThatIsBrokenWhatCanBeDone() throws Exception {
        try (Engine engine = Engine.open(EngineOptions.of(data).with(TokenStore.memory()))) {
            engine.signIn(town.url(), town.token(), true);
        }
        town.stop();
        town.restart(0);
        Path work = file("work.db");
        Files.writeString(work, "no database ".repeat(1000));
        Files.writeString(data.resolve("settings.json"), "{ half");
        List<Finding> findings = look(null);
        assertThat(findings)
                .filteredOn(each -> each.level() == Level.BROKEN)
                .hasSize(2)
                .allSatisfy(each -> {
                    assertProper(each.remedy());
                    assertThat(each.line()).startsWith("[broken]").contains(each.remedy());
                });
        assertThat(report(findings)).contains(work + " is damaged", "reached directly: does not answer");
        assertThat(findings)
                .anyMatch(each -> each.level() == Level.NOTE && each.text().endsWith("settings.json cannot be read"));
        assertThat(work).content().startsWith("no database");
        assertThat(data.resolve("settings.json")).hasContent("{ half");
    }

    @Test
    void tellsDataOfANewerProgram() throws Exception {
        try (Engine engine = Engine.open(EngineOptions.of(data).with(TokenStore.memory()))) {
            engine.signIn(town.url(), town.token(), true);
        }
        byte[] bytes = Files.readAllBytes(file("work.db"));
        bytes[63] = 99;
        Files.write(file("work.db"), bytes);
        assertThat(look(null))
                .anyMatch(each ->
                        each.level() == Level.BROKEN && each.text().endsWith("work.db was written by a newer Steward"));
    }

    @Test
    void reachesNothingUnderAPolicyThatCannotBeUnderstood() throws Exception {
        Files.writeString(folder.resolve("policy.json"), "{\"sever\": 1}");
        List<Finding> findings = look(town.url());
        assertThat(report(findings)).contains("“sever”").doesNotContain("Server " + town.url());
        assertThat(findings).extracting(Finding::level).contains(Level.BROKEN);
    }

    @Test
    void changesNothingWhereNothingIs() {
        assertThat(report(look(null))).contains("No account was signed in here", "No server to ask");
        assertThat(data).doesNotExist();
    }

    private List<Finding> look(URI server) {
        return Doctor.look(new Patient(
                "9.9",
                data,
                data.resolve("logs"),
                data.resolve("settings.json"),
                new PolicyFile(folder.resolve("policy.json")),
                server,
                TokenStore.memory(),
                Map.of()));
    }

    private Path file(String name) throws Exception {
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(each -> each.endsWith(name)).findFirst().orElseThrow();
        }
    }

    private static String report(List<Finding> findings) {
        return findings.stream().map(Finding::line).collect(Collectors.joining("\n"));
    }
}
