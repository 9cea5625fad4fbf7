package steward.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static steward.app.testing.Eventually.eventually;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.api.Ids;
import steward.api.NewRoom;
import steward.api.Role;
import steward.api.RoomRecording;
import steward.api.RoomSettings;
import steward.api.WhoMayStart;
import steward.app.settings.Policy;
import steward.app.settings.SettingsFile;
import steward.app.testing.DemoTown;
import steward.people.PeopleFile;
import steward.server.Faults.Fault;
import steward.store.Drafts;
import steward.store.Request;
import steward.sync.Engine;
import steward.sync.EngineOptions;
import steward.sync.Session;
import steward.sync.TokenStore;

/** A sitting with people, secrets and everything that goes wrong leaves no trace of them in any log. */
class DiscreetLogTest {
    /** Pieces of what people, organizations, rooms, files and secrets are called in it. */
    private static final List<String> CANARIES = List.of(
            "asa.lindqvist",
            "Lindqvist",
            "haven.example",
            "Havenbrook",
            "canary.person",
            "canary.example",
            "Canary Person",
            "canary-room",
            "canary-people",
            "stw_canary",
            "canary-secret");

    private static final String ORGANIZATION = "Havenbrook University";
    private static final RoomSettings ROOM =
            new RoomSettings(true, false, null, true, false, RoomRecording.OFF, 100, WhoMayStart.MEMBERS);

    @TempDir
    Path folder;

    private final Logger root = Logger.getLogger("");
    private final Handler[] before = root.getHandlers();
    private final Level level = root.getLevel();
    private DemoTown town;

    @BeforeEach
    void start() throws Exception {
        Logging.start(Files.createDirectories(folder.resolve("logs")));
        // more than a person's log ever holds, of what is ours
        Logger.getLogger("steward").setLevel(Level.ALL);
        town = new DemoTown(folder.resolve("server"));
    }

    @AfterEach
    void stop() {
        town.close();
        Logger.getLogger("steward").setLevel(null);
        root.setLevel(level);
        for (Handler each : root.getHandlers()) {
            root.removeHandler(each);
            each.close();
        }
        Stream.of(before).forEach(root::addHandler);
    }

    @Test
    void nothing_of_anybody_gets_into_a_log_or_a_report() throws Exception {
        try (Engine engine =
                Engine.open(EngineOptions.of(folder.resolve("data")).with(TokenStore.memory()))) {
            catchThrowable(() -> engine.signIn(town.url(), "stw_canary0123456789", true));
            catchThrowable(() -> engine.signIn(URI.create("https://haven.example.invalid"), town.token(), true));
            Session session = engine.signIn(town.url(), town.token(), true);
            UUID organization = town.organization(ORGANIZATION);
            session.open(organization);
            eventually(
                    "pulled", () -> session.store().organization(organization).known());
            prepare(session, organization);
            send(session, organization);
            crash();
        }
        breakFiles();
        String logs = logs();
        assertThat(logs).contains("unexpected, code S-");
        for (String canary : CANARIES) {
            assertThat(logs).as(canary).doesNotContainIgnoringCase(canary);
        }
        assertThat(logs).doesNotContain(town.token());
    }

    private void prepare(Session session, UUID organization) throws Exception {
        Path file = Files.writeString(
                folder.resolve("canary-people.csv"), "email,name\ncanary.person@canary.example,Canary Person\n");
        try (PeopleFile people = PeopleFile.open(file)) {
            people.read(people.guess(steward.people.Choice.NOTHING).settings(), row -> {});
        }
        Files.write(folder.resolve("canary-people.xlsx"), new byte[] {'P', 'K', 3, 4, 9, 9});
        catchThrowable(() -> PeopleFile.open(folder.resolve("canary-people.xlsx")));
        UUID draft = Ids.next();
        session.store()
                .drafts()
                .save(new Drafts.Draft(
                        draft,
                        organization,
                        "canary-people",
                        "canary-people.csv",
                        null,
                        null,
                        java.time.Instant.now()));
        session.store()
                .drafts()
                .replaceRows(
                        draft,
                        List.of(new Drafts.DraftRow(
                                1, "canary.person@canary.example", "Canary Person", "MEMBER", null, "READY", null)));
    }

    /** Every fault of the line, over an invitation and a room. */
    private void send(Session session, UUID organization) {
        List<Fault> faults = List.of(
                new Fault.Status(500, null),
                new Fault.Status(422, null),
                new Fault.Html(),
                new Fault.Garbage(),
                new Fault.Truncate(),
                new Fault.DropAfterCommit());
        for (Fault fault : faults) {
            town.faults.next("createRoom", fault);
            town.faults.next("inviteBatch", fault);
            town.faults.next("getChanges", fault);
        }
        session.store()
                .outbox()
                .stage(
                        organization,
                        List.of(
                                new Request.InvitePerson(
                                        Ids.next(), "canary.person@canary.example", Role.MEMBER, null, null, null),
                                new Request.CreateRoom(
                                        new NewRoom(Ids.next(), "Canary Person", "canary-room", "", ROOM))),
                        Duration.ZERO,
                        "canary-people.csv");
        session.refresh(organization);
        eventually("tried", () -> session.store().outbox().list().stream().anyMatch(each -> each.attempts() > 0));
    }

    private void crash() {
        var cause = new IllegalArgumentException("canary.person@canary.example");
        cause.addSuppressed(new IllegalStateException("canary-secret"));
        var fault = new IllegalStateException("Canary Person, stw_canary", cause);
        new Faults().uncaughtException(Thread.currentThread(), fault);
        assertThat(Report.of(fault, "1").text()).doesNotContainIgnoringCase("canary");
    }

    /** What the next start finds broken. */
    private void breakFiles() throws Exception {
        Files.writeString(folder.resolve("settings.json"), "{ \"canary-secret\"");
        SettingsFile.open(folder.resolve("settings.json"), Policy.NONE);
        try (Stream<Path> files = Files.walk(folder.resolve("data"))) {
            Path work =
                    files.filter(each -> each.endsWith("work.db")).findFirst().orElseThrow();
            Files.writeString(work, "canary.person@canary.example ".repeat(900));
        }
        try (Engine engine =
                Engine.open(EngineOptions.of(folder.resolve("data")).with(TokenStore.memory()))) {
            Session session = engine.signIn(town.url(), town.token(), true);
            assertThat(session.store().damage()).isPresent();
            engine.signOut(session);
        }
    }

    private String logs() throws Exception {
        var all = new StringBuilder();
        try (Stream<Path> files = Files.list(folder.resolve("logs"))) {
            for (Path each : files.toList()) {
                all.append(Files.readString(each, StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }
}
