package steward.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.api.Ids;
import steward.api.Problem;
import steward.api.ProblemType;
import steward.api.Role;
import steward.app.settings.Policy;
import steward.app.signin.NoDemo;
import steward.app.testing.DemoTown;
import steward.server.Faults;
import steward.store.Dispatch;
import steward.store.Drafts.Draft;
import steward.store.OperationState;
import steward.store.Request;
import steward.sync.Engine;
import steward.sync.EngineOptions;
import steward.sync.Session;
import steward.sync.TokenStore;

/** Orders carried out on a real engine and a real server. */
class InviteTest {
    private static final String ORG = "havenbrook-university";
    private static final String NAME = "Havenbrook University";

    @TempDir
    Path folder;

    private DemoTown town;
    private URI server;
    private Engine engine;
    private Path people;

    @BeforeEach
    void open() throws IOException {
        town = new DemoTown(folder.resolve("server"));
        server = town.url();
        engine = engine(true);
        people = file("people.csv", "email,name", "ann@new.example,Ann", "ben@new.example,Ben", "cas@new.example,Cas");
    }

    @AfterEach
    void close() {
        engine.close();
        town.close();
    }

    @Test
    void sendsOnceHoweverOftenItIsAsked() {
        InviteResult first = run(new Asked(people).send());
        assertThat(first.exitCode()).isZero();
        assertThat(first.figures()).isEqualTo(new Figures(3, 3, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0));
        assertThat(first.error()).isNull();
        InviteResult second = run(new Asked(people).send());
        assertThat(second.exitCode()).isZero();
        assertThat(second.figures()).isEqualTo(new Figures(3, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0));
        assertThat(town.rows("SELECT recipient FROM mail ORDER BY recipient"))
                .containsExactly("ann@new.example", "ben@new.example", "cas@new.example");
    }

    @Test
    void keepsADraftInThePlaceOfTheOneBefore() throws IOException {
        assertThat(run(new Asked(people)).exitCode()).isZero();
        people = file("people.csv", "email,name", "ann@new.example,Ann", "no address,Ben");
        InviteResult again = run(new Asked(people));
        assertThat(again.exitCode()).isEqualTo(InviteResult.NEEDS_PERSON);
        assertThat(again.remarks()).anySatisfy(line -> assertThat(line).contains("Row 2", "no address"));
        assertThat(drafts()).singleElement().satisfies(draft -> {
            assertThat(draft.name()).isEqualTo("people.csv");
            assertThat(draft.batchId()).isNull();
            assertThat(session().store().drafts().rows(draft.id())).hasSize(2);
        });
        assertThat(town.rows("SELECT recipient FROM mail")).isEmpty();
        run(new Asked(people).send());
        assertThat(drafts()).singleElement().satisfies(draft -> assertThat(draft.batchId())
                .isNotNull());
    }

    @Test
    void keepsNoDraftOfAFileThatBreaksOff() throws IOException {
        Path broken = file("broken.csv", "email,name", "ann@new.example,Ann", "ben@new.example,\"Ben");
        assertThat(run(new Asked(broken).send()).exitCode()).isEqualTo(InviteResult.UNREADABLE);
        assertThat(drafts()).isEmpty();
        assertThat(town.rows("SELECT recipient FROM mail")).isEmpty();
    }

    @Test
    void leavesNoDraftWhereNothingIsToBeDone() {
        run(new Asked(people).send());
        run(new Asked(people));
        assertThat(drafts()).hasSize(1);
    }

    @Test
    void aDryRunWritesNothingHereAndNothingThere() {
        Session session = session();
        session.pause(town.organization(NAME), true);
        var waiting = new Request.InvitePerson(Ids.next(), "dot@new.example", Role.MEMBER, null, null, null);
        session.store().outbox().stage(town.organization(NAME), List.of(waiting), Duration.ZERO, null);
        session.pause(town.organization(NAME), false);
        town.stop();
        engine.close();
        town.restart(server.getPort());
        engine = engine(false);
        List<String> before = workStore();
        Set<String> asked = requests();
        InviteResult result = run(new Asked(people).dryRun().send());
        assertThat(result.figures()).isEqualTo(new Figures(3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
        engine.close();
        assertThat(workStore()).isEqualTo(before);
        assertThat(asked).isNotEmpty().allMatch(request -> request.startsWith("GET "));
        assertThat(town.rows("SELECT recipient FROM mail")).doesNotContain("ann@new.example");
    }

    @Test
    void checksOfflineAndKeepsWhatCannotBeSentYet() throws Exception {
        run(new Asked(people).dryRun());
        town.stop();
        InviteResult checked = run(new Asked(people).dryRun());
        assertThat(checked.exitCode()).isZero();
        assertThat(checked.figures().ready()).isEqualTo(3);
        InviteResult sent = run(new Asked(people).send());
        assertThat(sent.exitCode()).isEqualTo(InviteResult.UNFINISHED);
        assertThat(sent.figures()).isEqualTo(new Figures(3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3));
        assertThat(sent.error()).isNotBlank();
        town.restart(server.getPort());
        InviteResult again = run(new Asked(people).send().waits(60));
        assertThat(again.exitCode()).isZero();
        assertThat(again.figures().alreadyInvited()).isEqualTo(3);
        assertThat(town.rows("SELECT recipient FROM mail")).hasSize(3);
    }

    @Test
    void waitsNoLongerThanItWasTold() {
        run(new Asked(people).dryRun());
        var busy = new Faults.Fault.Status(503, "30");
        town.faults.plan(request -> request.method().equals("POST"), 100, busy);
        InviteResult result = run(new Asked(people).send().waits(1));
        assertThat(result.exitCode()).isEqualTo(InviteResult.UNFINISHED);
        assertThat(result.figures().waiting()).isEqualTo(3);
        assertThat(result.error()).contains("1 s");
    }

    @Test
    void saysSoWhenAPersonPausedTheSending() {
        session().pause(town.organization(NAME), true);
        InviteResult result = run(new Asked(people).send().waits(0));
        assertThat(result.exitCode()).isEqualTo(InviteResult.UNFINISHED);
        assertThat(result.error()).contains("Paused");
    }

    @Test
    void whatWasRefusedIsSentAgainFromTheReport() throws IOException {
        engine.close();
        engine = engine(false);
        run(new Asked(people).send().waits(1));
        refuseFirst(ProblemType.FORBIDDEN.problem("Not you."));
        engine.close();
        engine = engine(true);
        Path report = folder.resolve("report.csv");
        InviteResult others = run(new Asked(people).send().report(report));
        assertThat(others.figures()).isEqualTo(new Figures(3, 1, 0, 2, 0, 0, 0, 0, 1, 0, 0, 0));
        assertThat(town.rows("SELECT recipient FROM mail")).hasSize(3).doesNotHaveDuplicates();
        assertThat(run(new Asked(report).send()).figures().skipped()).isEqualTo(3);
    }

    /** As the server would have answered the first of what waits. */
    private void refuseFirst(Problem problem) {
        Dispatch dispatch = session().store().dispatch();
        UUID first = dispatch.claim(town.organization(NAME), 1, Ids.next(), Instant.now())
                .getFirst()
                .id();
        dispatch.answered(List.of(
                new Dispatch.Answer(first, OperationState.ATTENTION, problem.status(), null, problem, null, null)));
    }

    @Test
    void refusesWhoIsNotSignedInAndWhereNothingAnswers() {
        InviteResult nobody = new Invite(engine, new NoDemo(), Policy.NONE, InstantSource.system())
                .run(new Asked(people).order(server), Optional.empty());
        assertThat(nobody.exitCode()).isEqualTo(InviteResult.UNFINISHED);
        assertThat(nobody.error()).contains("STEWARD_TOKEN");
        assertThat(run(new Asked(people).as("somebody@else.example")).error())
                .contains("asa.lindqvist@haven.example", "somebody@else.example");
        InviteResult wrong = new Invite(engine, new NoDemo(), Policy.NONE, InstantSource.system())
                .run(new Asked(people).order(server), Optional.of("stw_wrong"));
        assertThat(wrong.exitCode()).isEqualTo(InviteResult.UNFINISHED);
        InviteResult away = new Invite(engine, new NoDemo(), Policy.NONE, InstantSource.system())
                .run(new Asked(people).order(URI.create("http://127.0.0.1:1")), Optional.of(town.token()));
        assertThat(away.exitCode()).isEqualTo(InviteResult.UNFINISHED);
        assertThat(away.figures()).isEqualTo(Figures.NONE);
    }

    @Test
    void asAnAdminTheRowsOfAdminsAreNotAllowed() throws IOException {
        town.role(NAME, Role.ADMIN);
        Path admins = file("admins.csv", "email,role", "ann@new.example,admin", "ben@new.example,member");
        InviteResult result = run(new Asked(admins).send());
        assertThat(result.exitCode()).isEqualTo(InviteResult.NEEDS_PERSON);
        assertThat(result.figures()).isEqualTo(new Figures(2, 1, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0));
    }

    @Test
    void aPasswordOfTheFileIsNowhere() throws IOException {
        Path secret = file(
                "secret.csv",
                "email,name,password",
                "ann@new.example,Ann,CANARY-7Q2",
                "no address,Ben,CANARY-7Q2",
                "cas@new.example,=CAS(),CANARY-7Q2");
        run(new Asked(secret).send().report(folder.resolve("data/report.csv")));
        engine.close();
        for (Path each : files(folder.resolve("data"))) {
            assertThat(Files.readString(each, StandardCharsets.ISO_8859_1))
                    .as(each.toString())
                    .doesNotContain("CANARY-7Q2");
        }
        assertThat(Files.readString(folder.resolve("data/report.csv"))).contains("\"'=CAS()\"");
    }

    @Test
    void manyRowsKeepTheirOrderInTheReport() throws IOException {
        String[] lines = Stream.concat(
                        Stream.of("email,name"),
                        IntStream.range(0, 1400)
                                .mapToObj(i -> i % 5 == 0 ? "bad " + i + ",X" : "p" + i + "@new.example,P" + i))
                .toArray(String[]::new);
        Path report = folder.resolve("many-report.csv");
        InviteResult result = run(new Asked(file("many.csv", lines)).send().report(report));
        assertThat(result.figures()).isEqualTo(new Figures(1400, 1120, 0, 0, 0, 0, 280, 0, 1120, 0, 0, 0));
        List<String> written = Files.readAllLines(report);
        assertThat(written).hasSize(1401);
        for (int i = 0; i < 1400; i++) {
            assertThat(written.get(i + 1))
                    .startsWith("\"" + (i + 1) + "\"")
                    .contains(i % 5 == 0 ? "\"attention\"" : "\"p" + i + "@new.example\"");
        }
        InviteResult again = run(new Asked(report).send());
        assertThat(again.figures().skipped()).isEqualTo(1120);
        assertThat(again.figures().attention()).isEqualTo(280);
    }

    private InviteResult run(Asked asked) {
        return new Invite(engine, new NoDemo(), Policy.NONE, InstantSource.system())
                .run(asked.order(server), Optional.of(town.token()));
    }

    private Engine engine(boolean sends) {
        EngineOptions options = EngineOptions.of(folder.resolve("data")).with(TokenStore.memory());
        return Engine.open(sends ? options : options.withoutSending());
    }

    private Session session() {
        return engine.enter(server, town.token());
    }

    private List<Draft> drafts() {
        return session().store().drafts().list(town.organization(NAME));
    }

    /** Every request from now on, as method and operation. */
    private Set<String> requests() {
        Set<String> seen = ConcurrentHashMap.newKeySet();
        town.faults.plan(
                request -> {
                    seen.add(request.method() + " " + request.operationId());
                    return false;
                },
                1,
                new Faults.Fault.Refuse());
        return seen;
    }

    private List<String> workStore() {
        return files(folder.resolve("data/servers")).stream()
                .filter(file -> file.getFileName().toString().equals("work.db"))
                .flatMap(file -> SqlDump.of(file).stream())
                .toList();
    }

    private static List<Path> files(Path root) {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String name, String... lines) throws IOException {
        return Files.write(folder.resolve(name), List.of(lines));
    }

    /** What is asked of the command line, put together like it. */
    private record Asked(Path file, String account, boolean dry, boolean sends, Long seconds, Path reportFile) {
        Asked(Path file) {
            this(file, null, false, false, null, null);
        }

        Asked as(String email) {
            return new Asked(file, email, dry, sends, seconds, reportFile);
        }

        Asked dryRun() {
            return new Asked(file, account, true, sends, seconds, reportFile);
        }

        Asked send() {
            return new Asked(file, account, dry, true, seconds, reportFile);
        }

        Asked waits(long most) {
            return new Asked(file, account, dry, sends, most, reportFile);
        }

        Asked report(Path out) {
            return new Asked(file, account, dry, sends, seconds, out);
        }

        InviteOrder order(URI server) {
            return new InviteOrder(
                    file.toString(),
                    ORG,
                    account,
                    server.toString(),
                    false,
                    dry,
                    sends,
                    seconds,
                    reportFile == null ? null : reportFile.toString());
        }
    }
}
