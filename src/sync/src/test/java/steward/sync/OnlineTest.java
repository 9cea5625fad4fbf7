package steward.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.api.AccessToken;
import steward.api.AddOns;
import steward.api.BillingInterval;
import steward.api.BillingPreview;
import steward.api.Ids;
import steward.api.PlanChoice;
import steward.api.PlanId;
import steward.api.ProblemType;
import steward.api.Recording;
import steward.api.Role;
import steward.server.Faults;
import steward.server.db.Actor;
import steward.store.OrganizationData;
import steward.store.Request;
import steward.sync.SyncException.Unreachable;
import steward.sync.SyncException.Unreachable.Reason;

/** What exists online only, from the call to the screen's data; and each made again when its answer was lost. */
class OnlineTest {

    private static final String LOST = "the answer was lost";

    @TempDir
    Path folder;

    World world;
    private RuntimePart runtime;
    private Session session;

    @BeforeEach
    void start() throws Exception {
        world = new World(folder);
        runtime = new RuntimePart(world);
        session = world.signIn();
        session.open(world.org);
        World.await("pull", () -> data().known());
    }

    @AfterEach
    void stop() throws Exception {
        world.close();
    }

    @Test
    void endsAMeetingOnceThoughTheAnswerWasLost() {
        UUID id = runtime.startMeeting("Lecture");
        World.await("seen", () -> data().meetings().stream()
                .anyMatch(each -> each.id().equals(id)));
        lose("endMeeting");
        assertLost(() -> session.online().endMeeting(world.org, id, 0, "Time is up"));
        assertThat(session.online().endMeeting(world.org, id, 0, "Time is up").endedAt())
                .isNotNull();
        assertThat(world.rows("SELECT action FROM audit WHERE action = 'meeting.end'"))
                .hasSize(1);
        World.await("gone", () -> data().meetings().stream()
                .noneMatch(each -> each.id().equals(id) && each.endedAt() == null));
    }

    @Test
    void appliesAPlanOnceAndWithdrawsWhatIsScheduled() {
        card();
        BillingPreview preview = preview(PlanId.PRO, 1);
        lose("applyChange");
        assertLost(() -> session.online().apply(world.org, preview));
        session.online().apply(world.org, preview);
        assertThat(world.rows("SELECT number FROM invoice WHERE org_id = '" + world.org + "'"))
                .as("charged")
                .hasSize(1);
        World.await("shown", () -> data().subscription()
                .map(each -> each.choice().plan() == PlanId.PRO)
                .orElse(false));
        session.online().apply(world.org, preview(PlanId.PRO, 0));
        World.await("scheduled", () -> data().scheduledChanges().size() == 1);
        UUID change = data().scheduledChanges().getFirst().id();
        lose("withdrawScheduledChange");
        assertLost(() -> session.online().withdrawScheduledChange(world.org, change));
        session.online().withdrawScheduledChange(world.org, change);
        World.await("withdrawn", () -> data().scheduledChanges().isEmpty());
    }

    @Test
    void handsOutAFreshPreviewForOneTooOld() {
        BillingPreview old = preview(PlanId.PRO, 1);
        world.serverClock.advance(Duration.ofMinutes(16));
        SyncException.Conflict conflict = catchThrowableOfType(
                SyncException.Conflict.class, () -> session.online().apply(world.org, old));
        assertThat(conflict.problem().is(ProblemType.PREVIEW_EXPIRED)).isTrue();
        assertThat(conflict.problem().current()).isNotNull();
        assertThat(world.rows("SELECT number FROM invoice WHERE org_id = '" + world.org + "'"))
                .isEmpty();
    }

    @Test
    void handsOverOwnershipOnce() {
        lose("handOverOwnership");
        assertLost(() -> session.online().handOver(world.org, world.adminMember));
        assertThat(session.online().handOver(world.org, world.adminMember).role())
                .isEqualTo(Role.OWNER);
        session.refreshDirectory();
        World.await(
                "own role",
                () -> session.store()
                                .directory()
                                .entry(world.org)
                                .orElseThrow()
                                .organization()
                                .role()
                        == Role.ADMIN);
    }

    @Test
    void listsAndRevokesTokens() {
        String other = world.token(world.owner);
        List<AccessToken> tokens = session.online().tokens();
        assertThat(tokens).hasSize(2);
        AccessToken current =
                tokens.stream().filter(AccessToken::current).findFirst().orElseThrow();
        tokens.stream().filter(each -> !each.equals(current)).forEach(each -> session.online()
                .revokeToken(each.id().toString()));
        assertThat(session.online().tokens()).extracting(AccessToken::id).containsExactly(current.id());
        assertThatThrownBy(() -> world.engine.signIn(world.proxy.address(), other, true))
                .isInstanceOf(SyncException.Unauthorized.class);
    }

    @Test
    void purgesWhatIsInTheBin() {
        Recording recording = recording();
        assertThatThrownBy(() -> session.online().purgeRecording(world.org, recording.id()))
                .isInstanceOf(SyncException.Conflict.class);
        session.store().outbox().stage(world.org, List.of(new Request.DeleteRecording(recording)), Duration.ZERO, null);
        World.await("in the bin", () -> session.store().outbox().counts().open() == 0);
        lose("purgeRecording");
        assertLost(() -> session.online().purgeRecording(world.org, recording.id()));
        session.online().purgeRecording(world.org, recording.id());
        World.await("gone", () -> data().recordings().isEmpty());
    }

    @Test
    void downloadsWithProgressAndOverwritesNothing() throws Exception {
        Recording recording = recording();
        Path target = folder.resolve("lecture.mp4");
        List<Long> progress = new CopyOnWriteArrayList<>();
        session.online().download(world.org, recording.id(), target, progress::add);
        byte[] first = Files.readAllBytes(target);
        assertThat(new String(first, 4, 4, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("ftyp");
        assertThat(progress).isSorted().last().isEqualTo((long) first.length);
        Files.writeString(target, "mine");
        assertThatThrownBy(() -> session.online().download(world.org, recording.id(), target, bytes -> {}))
                .isInstanceOf(UncheckedIOException.class)
                .hasCauseInstanceOf(FileAlreadyExistsException.class);
        assertThat(target).hasContent("mine");
        Path nowhere = folder.resolve("no/such/folder.mp4");
        assertThatThrownBy(() -> session.online().download(world.org, recording.id(), nowhere, bytes -> {}))
                .hasCauseInstanceOf(NoSuchFileException.class);
        assertThat(session.connection().state()).isEqualTo(Connection.State.CONNECTED);
    }

    @Test
    void leavesNoHalfFileBehind() {
        Recording recording = recording();
        for (Fault fault : List.of(Fault.TRUNCATE, Fault.HTML, Fault.GATEWAY, Fault.RESET_AFTER)) {
            breakOff(recording, fault);
        }
    }

    private void breakOff(Recording recording, Fault fault) {
        Path target = folder.resolve(fault + ".mp4");
        world.proxy.plan(call -> call.path().endsWith("/content") ? fault : Fault.NONE);
        SyncException failure = catchThrowableOfType(
                SyncException.class, () -> session.online().download(world.org, recording.id(), target, bytes -> {}));
        switch (fault) {
            case HTML -> assertThat(((Unreachable) failure).reason()).isEqualTo(Reason.NOT_THE_CONTRACT);
            case GATEWAY -> assertThat(failure).isInstanceOf(SyncException.ServerFault.class);
            default -> assertThat(((Unreachable) failure).reason()).isEqualTo(Reason.BROKEN_OFF);
        }
        assertThat(target).doesNotExist();
        world.proxy.plan(call -> Fault.NONE);
        session.online().download(world.org, recording.id(), target, bytes -> {});
        assertThat(target).isNotEmptyFile();
    }

    @Test
    void stopsADownloadWhenAsked() {
        Recording recording = recording();
        Path target = folder.resolve("lecture.mp4");
        assertThatThrownBy(() -> session.online().download(world.org, recording.id(), target, bytes -> {
                    throw new IllegalStateException("stopped");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(target).doesNotExist();
    }

    @Test
    void saysThatItWorksOffline() {
        session.workOffline(true);
        Unreachable failure =
                catchThrowableOfType(Unreachable.class, () -> session.online().tokens());
        assertThat(failure.reason()).isEqualTo(Reason.OFFLINE_BY_CHOICE);
    }

    private Recording recording() {
        runtime.record("Lecture");
        session.refresh(world.org);
        World.await("recorded", () -> data().recordings().stream()
                .anyMatch(each -> each.now().state() == steward.api.RecordingState.READY));
        return data().recordings().getFirst().now();
    }

    private void card() {
        world.server.platform().database().write(Actor.PLATFORM, tx -> tx.sql()
                .execute(
                        "INSERT INTO payment_method (org_id, id, brand, last_four, expiry_month, expiry_year,"
                                + " is_default, declined, version) VALUES (?, ?, 'Visa', '4242', 8, 2099, 1, 0, 1)",
                        world.org,
                        Ids.next()));
    }

    private BillingPreview preview(PlanId plan, int licenses) {
        PlanChoice choice = new PlanChoice(plan, BillingInterval.MONTHLY, new AddOns(licenses, 0, 0));
        return session.online().preview(world.org, choice);
    }

    private void lose(String operationId) {
        world.faults.next(operationId, new Faults.Fault.DropAfterCommit());
    }

    private static void assertLost(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThat(catchThrowableOfType(Unreachable.class, call)).as(LOST).isNotNull();
    }

    private OrganizationData data() {
        return session.store().organization(world.org);
    }
}
