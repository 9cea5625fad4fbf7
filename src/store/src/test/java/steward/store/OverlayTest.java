package steward.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import steward.api.BatchOutcome;
import steward.api.Change;
import steward.api.CollectionName;
import steward.api.Ids;
import steward.api.Invitation;
import steward.api.InvitationState;
import steward.api.Json;
import steward.api.Member;
import steward.api.Organization;
import steward.api.Recording;
import steward.api.Role;
import steward.api.Room;
import tools.jackson.databind.node.ObjectNode;

/** What is shown of an organization, through the store: cache, outbox and overlay together. */
class OverlayTest {

    private static final UUID ORG = Ids.next();

    @TempDir
    Path folder;

    private final Samples.Clock clock = new Samples.Clock();
    private AccountStore store;
    private CacheWriter writer;
    private long seq;

    @BeforeEach
    void open() {
        store = AccountStore.open(folder, Ids.next(), clock);
        writer = store.cacheWriter(ORG);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aPendingInvitationIsAnInvitation() {
        stage(new Request.InvitePerson(Ids.next(), "Ann@x.org", Role.ADMIN, "Ann", "Hi", null));
        Shown<Invitation> shown = data().invitations().getFirst();
        assertThat(shown.isPending()).isTrue();
        assertThat(shown.before()).isNull();
        assertThat(shown.now().email()).isEqualTo("Ann@x.org");
        assertThat(shown.now().role()).isEqualTo(Role.ADMIN);
        assertThat(shown.now().name()).isEqualTo("Ann");
        assertThat(shown.now().state()).isEqualTo(InvitationState.PENDING);
        answer(BatchOutcome.CREATED, 5L);
        assertThat(data().invitations()).singleElement().satisfies(it -> assertThat(it.isPending())
                .isFalse());
    }

    @Test
    void nothingIsShownOfAnInvitationThatWasNotNeeded() {
        stage(Samples.invite("ann@x.org"));
        answer(BatchOutcome.ALREADY_MEMBER, 5L);
        assertThat(data().invitations()).isEmpty();
    }

    @Test
    void aDoneOperationIsShownUntilTheCacheHasReachedIt() {
        Member ann = Samples.member("ann@x.org", Role.MEMBER, 1);
        apply(1, CollectionName.MEMBERS, ann.id(), ann);
        stage(new Request.ChangeRole(ann, Role.ADMIN));
        assertThat(data().members().getFirst().now().role()).isEqualTo(Role.ADMIN);
        assertThat(data().members().getFirst().before().role()).isEqualTo(Role.MEMBER);
        answer(null, 10L);
        assertThat(data().members().getFirst().now().role()).isEqualTo(Role.ADMIN);
        apply(9, CollectionName.MEMBERS, Ids.next(), null);
        assertThat(data().members().getFirst().now().role()).isEqualTo(Role.ADMIN);
        // the cache has come to it: whatever it says now is right
        apply(10, CollectionName.MEMBERS, Ids.next(), null);
        assertThat(data().members().getFirst().now().role()).isEqualTo(Role.MEMBER);
    }

    @Test
    void whatIsRemovedLeavesAndIsGoneWhenItIsDone() {
        Member ann = Samples.member("ann@x.org", Role.MEMBER, 1);
        apply(1, CollectionName.MEMBERS, ann.id(), ann);
        stage(new Request.RemoveMember(ann));
        assertThat(data().members().getFirst().isLeaving()).isTrue();
        assertThat(data().find("ann@x.org").memberSince()).isNull();
        answer(null, 10L);
        assertThat(data().members()).isEmpty();
    }

    @Test
    void roomsAreMadeEditedAndDeletedBeforeTheServerKnows() {
        Room known = Samples.room("known", 1);
        apply(1, CollectionName.ROOMS, known.id(), known);
        var made = Samples.newRoom("made");
        stage(new Request.CreateRoom(made));
        Room room = data().rooms().get(1).now();
        assertThat(room.id()).isEqualTo(made.id());
        assertThat(room.link()).isEqualTo("https://meet.example/acme/made");
        ObjectNode patch = Json.mapper().createObjectNode().put("slug", "other");
        patch.putObject("settings").put("passcode", "1234").put("muteOnEntry", true);
        stage(new Request.EditRoom(room, patch));
        Room edited = data().rooms().get(1).now();
        assertThat(edited.link()).isEqualTo("https://meet.example/acme/other");
        assertThat(edited.settings().passcode()).isEqualTo("1234");
        assertThat(edited.settings().muteOnEntry()).isTrue();
        assertThat(edited.settings().waitingRoom()).isTrue();
        stage(new Request.DeleteRoom(known));
        assertThat(data().rooms().getFirst().isLeaving()).isTrue();
    }

    @Test
    void recordingsAreRenamedBinnedAndRestored() {
        Recording it = Samples.recording("Old", 1);
        apply(1, CollectionName.RECORDINGS, it.id(), it);
        stage(new Request.RenameRecording(it, "New"));
        stage(new Request.DeleteRecording(it));
        Recording binned = data().recordings().getFirst().now();
        assertThat(binned.title()).isEqualTo("New");
        assertThat(binned.deletedAt()).isEqualTo(Samples.NOW);
        assertThat(binned.purgeAt()).isEqualTo(Samples.NOW.plus(Duration.ofDays(30)));
        stage(new Request.RestoreRecording(binned));
        assertThat(data().recordings().getFirst().now().deletedAt()).isNull();
    }

    /** Every way an invitation can stand, many times over, in an order a seed gives. */
    @Test
    void invitationsAreCountedAsTheyAreShownWhateverIsPending() {
        var random = new Random(41);
        List<Invitation> known = new ArrayList<>();
        for (int turn = 0; turn < 150; turn++) {
            clock.forward(random.nextInt(90_000));
            switch (random.nextInt(6)) {
                case 0 -> {
                    Invitation it = Samples.invitation("p" + turn + "@x.org", 1);
                    known.add(it);
                    apply(++seq, CollectionName.INVITATIONS, it.id(), it);
                }
                case 1, 2 -> stage(Samples.invite("q" + turn + "@x.org"));
                case 3 -> {
                    if (!known.isEmpty()) stage(some(known, random, turn % 2 == 0));
                }
                case 4 -> store.dispatch().claim(ORG, 1 + random.nextInt(3), Ids.next(), clock.instant());
                default -> answerOne(random);
            }
            assertCounted(turn);
        }
        var unsent = data().invitations().stream().filter(Shown::isPending).toList();
        stage(new Request.CancelInvitation(unsent.getLast().now()));
        assertCounted(151);
    }

    private static Request some(List<Invitation> known, Random random, boolean resend) {
        Invitation it = known.get(random.nextInt(known.size()));
        return resend ? new Request.ResendInvitation(it) : new Request.CancelInvitation(it);
    }

    private void answerOne(Random random) {
        List<Operation> flying = store.outbox().list().stream()
                .filter(each -> each.state() == OperationState.IN_FLIGHT)
                .toList();
        if (flying.isEmpty()) return;
        BatchOutcome[] outcomes = {BatchOutcome.CREATED, BatchOutcome.ALREADY_MEMBER};
        boolean refused = random.nextInt(4) == 0;
        store.dispatch()
                .answered(List.of(new Dispatch.Answer(
                        flying.getFirst().id(),
                        refused ? OperationState.ATTENTION : OperationState.DONE,
                        200,
                        refused ? null : outcomes[random.nextInt(2)],
                        null,
                        refused ? null : seq + random.nextInt(3),
                        null)));
    }

    private void assertCounted(int turn) {
        Instant now = clock.instant();
        Instant soon = now.plus(Duration.ofDays(2));
        List<Invitation> shown = data().invitations().stream().map(Shown::now).toList();
        List<Invitation> pending = shown.stream()
                .filter(it -> it.state() == InvitationState.PENDING)
                .toList();
        List<Invitation> valid =
                pending.stream().filter(it -> it.expiresAt().isAfter(now)).toList();
        long expiring =
                valid.stream().filter(it -> it.expiresAt().isBefore(soon)).count();
        assertThat(data().invitationCounts(now, soon))
                .as("turn %d", turn)
                .isEqualTo(new InvitationCounts(shown.size(), pending.size(), valid.size(), (int) expiring));
    }

    @Test
    void invitationsAreResentAndCanceled() {
        Invitation it = Samples.invitation("ann@x.org", 1);
        apply(1, CollectionName.INVITATIONS, it.id(), it);
        clock.forward(3600);
        stage(new Request.ResendInvitation(it));
        assertThat(data().invitations().getFirst().now().sentAt()).isEqualTo(clock.instant());
        assertThat(data().find("ann@x.org").invitedSince()).isEqualTo(Samples.NOW);
        stage(new Request.CancelInvitation(it));
        assertThat(data().invitations().getFirst().now().state()).isEqualTo(InvitationState.CANCELED);
        assertThat(data().invitations().getFirst().isLeaving()).isTrue();
        assertThat(data().find("ann@x.org").invitedSince()).isNull();
    }

    @Test
    void theOrganizationIsEditedAndItsLogoReplaced() {
        Organization it = Samples.organization(ORG, "Acme", 1, 1);
        apply(1, CollectionName.ORGANIZATION, ORG, it);
        writer.saveLogo(new byte[] {1}, 1);
        assertThat(data().logo()).contains(new byte[] {1});
        stage(new Request.EditOrganization(it, Json.mapper().createObjectNode().put("name", "Apex")));
        assertThat(data().organization().orElseThrow().now().name()).isEqualTo("Apex");
        assertThat(data().organization().orElseThrow().before().name()).isEqualTo("Acme");
        stage(new Request.SetLogo(it, new byte[] {7, 8}));
        assertThat(data().logo()).contains(new byte[] {7, 8});
        assertThat(store.directory().logo(ORG)).contains(new byte[] {7, 8});
        answer(null, 3L);
        answer(null, 4L);
        // the new logo's bytes are yet to come
        apply(4, CollectionName.ORGANIZATION, ORG, Samples.organization(ORG, "Apex", 2, 3));
        assertThat(data().logo()).contains(new byte[] {7, 8});
        writer.saveLogo(new byte[] {9}, 2);
        assertThat(data().logo()).contains(new byte[] {9});
        stage(new Request.RemoveLogo(it));
        assertThat(data().logo()).isEmpty();
    }

    @Test
    void whatWasDoneBeforeASnapshotIsInItWhateverItsSequence() {
        Member ann = Samples.member("ann@x.org", Role.MEMBER, 1);
        apply(1, CollectionName.MEMBERS, ann.id(), ann);
        stage(new Request.ChangeRole(ann, Role.ADMIN));
        answer(null, 1000L);
        clock.forward(1);
        // the server was restored from a backup: its sequence runs lower
        CacheWriter.Cursor cursor = writer.startSnapshot();
        writer.apply(cursor, Samples.page(5, false, Samples.change(5, CollectionName.MEMBERS, ann.id(), ann)));
        assertThat(data().members().getFirst().now().role()).isEqualTo(Role.MEMBER);
    }

    /** Members and their changes at random; the store must agree with the plain meaning of the words. */
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void membersAreWhatTheServerHasAndWhatIsAsked(long seed) {
        Random random = new Random(seed);
        List<Member> server = new ArrayList<>();
        for (int i = 0; i < 6; i++) server.add(Samples.member("p" + i + "@x.org", Role.MEMBER, 1));
        for (Member member : server) apply(++seq, CollectionName.MEMBERS, member.id(), member);
        for (int step = 0; step < 60; step++) {
            int i = random.nextInt(server.size());
            Member member = server.get(i);
            Role role = random.nextBoolean() ? Role.ADMIN : Role.MEMBER;
            stage(new Request.ChangeRole(member, role));
            boolean sent = random.nextBoolean();
            if (sent) {
                answerAll(++seq);
                // all that was asked is on the server now
                for (int k = 0; k < server.size(); k++)
                    server.set(k, shown(server.get(k).id()));
            }
            Role asked = shown(member.id()).role();
            assertThat(asked).isEqualTo(role);
            if (random.nextBoolean() && store.outbox().counts(ORG).open() == 0) pull(server);
            assertThat(shown(member.id()).role()).isEqualTo(role);
        }
        answerAll(++seq);
        assertThat(data().members()).noneMatch(Shown::isPending);
    }

    private void pull(List<Member> server) {
        Change[] changes = server.stream()
                .map(it -> Samples.change(seq, CollectionName.MEMBERS, it.id(), it))
                .toArray(Change[]::new);
        writer.apply(writer.cursor(), Samples.page(seq, false, changes));
    }

    /** Answered and pulled while somebody looks: seen without a gap. */
    @Test
    void whatIsDoneMeanwhileIsNeverMissing() throws InterruptedException {
        List<Request.InvitePerson> people = new ArrayList<>();
        for (int i = 0; i < 60; i++) people.add(Samples.invite("p" + i + "@x.org"));
        AtomicInteger staged = new AtomicInteger();
        Thread moving = Thread.ofPlatform().start(() -> {
            for (Request.InvitePerson each : people) {
                stage(each);
                staged.incrementAndGet();
                answer(BatchOutcome.CREATED, ++seq);
                apply(seq, CollectionName.INVITATIONS, each.id(), Samples.invitation(each.id(), each.email(), 1));
            }
        });
        do {
            int least = staged.get();
            assertThat(data().invitations()).hasSizeGreaterThanOrEqualTo(least);
        } while (moving.isAlive());
        moving.join();
        assertThat(data().invitations()).hasSize(people.size()).noneMatch(Shown::isPending);
    }

    private Member shown(UUID id) {
        return data().members().stream()
                .map(Shown::now)
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private OrganizationData data() {
        return store.organization(ORG);
    }

    private void stage(Request request) {
        store.outbox().stage(ORG, List.of(request), Duration.ZERO, null);
    }

    private void apply(long at, CollectionName collection, UUID id, Object body) {
        writer.apply(writer.cursor(), Samples.page(at, false, Samples.change(at, collection, id, body)));
    }

    private void answer(BatchOutcome outcome, Long changeSeq) {
        List<Operation> claimed = store.dispatch().claim(ORG, 100, ORG, clock.instant());
        store.dispatch()
                .answered(claimed.stream()
                        .map(it ->
                                new Dispatch.Answer(it.id(), OperationState.DONE, 200, outcome, null, changeSeq, null))
                        .toList());
    }

    private void answerAll(long changeSeq) {
        while (store.outbox().counts(ORG).open() > 0) answer(null, changeSeq);
    }
}
