package steward.store;

import static java.time.Duration.ZERO;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.api.Ids;
import steward.api.Json;
import steward.api.Member;
import steward.api.ProblemType;
import steward.api.Role;
import steward.api.Room;
import tools.jackson.databind.node.ObjectNode;

class DispatchTest {

    private static final UUID ORG = Ids.next();
    private static final UUID LEASE = Ids.next();

    @TempDir
    Path folder;

    private final Samples.Clock clock = new Samples.Clock();
    private final UUID account = Ids.next();
    private AccountStore store;

    @BeforeEach
    void open() {
        store = AccountStore.open(folder, account, clock);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void heldOperationsWaitForTheEndOfTheirUndoWindow() {
        stage(Duration.ofSeconds(10), Samples.invite("a@x.org"));
        assertThat(claim()).isEmpty();
        assertThat(dispatch().nextDue(clock.instant())).contains(Samples.NOW.plusSeconds(10));
        assertThat(dispatch().heldUntil(ORG)).contains(Samples.NOW.plusSeconds(10));
        clock.forward(10);
        assertThat(dispatch().organizations(clock.instant())).containsExactly(ORG);
        assertThat(claim()).singleElement().satisfies(operation -> {
            assertThat(operation.state()).isEqualTo(OperationState.IN_FLIGHT);
            assertThat(operation.firstSentAt()).isEqualTo(clock.instant());
        });
    }

    @Test
    void invitationsGoTogetherAndOtherThingsAlone() {
        Room room = Samples.room("a", 1);
        stage(ZERO, Samples.invite("a@x.org"), Samples.invite("b@x.org"));
        stage(ZERO, new Request.DeleteRoom(room));
        stage(ZERO, Samples.invite("c@x.org"));
        assertThat(claim()).extracting(Operation::subject).containsExactly("a@x.org", "b@x.org", "c@x.org");
        assertThat(claim()).extracting(Operation::kind).containsExactly(OperationKind.DELETE_ROOM);
        assertThat(claim()).isEmpty();
    }

    @Test
    void aBatchHasALimit() {
        stage(ZERO, Samples.invite("a@x.org"), Samples.invite("b@x.org"), Samples.invite("c@x.org"));
        assertThat(dispatch().claim(ORG, 2, LEASE, clock.instant())).hasSize(2);
    }

    @Test
    void whatConcernsOnePersonGoesInOrder() {
        stage(ZERO, Samples.invite("Ann@x.org"));
        stage(ZERO, new Request.CancelInvitation(Samples.invitation("ann@X.org", 1)));
        stage(ZERO, Samples.invite("ann@x.org"));
        List<Operation> first = claim();
        assertThat(first).extracting(Operation::kind).containsExactly(OperationKind.INVITE_PERSON);
        assertThat(claim()).isEmpty();
        answer(first, 1L);
        List<Operation> second = claim();
        assertThat(second).extracting(Operation::kind).containsExactly(OperationKind.CANCEL_INVITATION);
        answer(second, 2L);
        assertThat(claim()).extracting(Operation::kind).containsExactly(OperationKind.INVITE_PERSON);
    }

    @Test
    void whatNeedsAttentionBlocksItsObjectAlone() {
        Member ann = Samples.member("ann@x.org", Role.MEMBER, 1);
        Member bob = Samples.member("bob@x.org", Role.MEMBER, 1);
        stage(ZERO, new Request.ChangeRole(ann, Role.ADMIN));
        stage(ZERO, new Request.RemoveMember(ann));
        stage(ZERO, new Request.RemoveMember(bob));
        refuse(claim().getFirst());
        assertThat(claim()).extracting(Operation::subject).containsExactly("bob@x.org");
        assertThat(claim()).isEmpty();
        assertThat(dispatch().nextDue(clock.instant())).isEmpty();
    }

    @Test
    void anOrganizationIsMadeBeforeAnythingInIt() {
        UUID made = Ids.next();
        stage(made, new Request.CreateOrganization(made, "New"));
        stage(made, Samples.invite("a@x.org"), Samples.invite("b@x.org"));
        List<Operation> first = dispatch().claim(made, 100, LEASE, clock.instant());
        assertThat(first).extracting(Operation::kind).containsExactly(OperationKind.CREATE_ORGANIZATION);
        assertThat(dispatch().claim(made, 100, LEASE, clock.instant())).isEmpty();
        answer(first, 1L);
        assertThat(dispatch().claim(made, 100, LEASE, clock.instant())).hasSize(2);
    }

    @Test
    void oneLeavesWhenAllElseIsDone() {
        stage(ZERO, Samples.invite("a@x.org"));
        stage(ZERO, new Request.LeaveOrganization(ORG));
        List<Operation> first = claim();
        assertThat(claim()).isEmpty();
        answer(first, 1L);
        assertThat(claim()).extracting(Operation::kind).containsExactly(OperationKind.LEAVE_ORGANIZATION);
    }

    @Test
    void aCrashInFlightResendsWithTheSameKey() {
        stage(ZERO, Samples.invite("a@x.org"));
        Operation sent = claim().getFirst();
        clock.forward(5);
        // no close: the process died
        try (AccountStore after = AccountStore.open(folder, account, clock)) {
            assertThat(after.dispatch().recover(LEASE)).isZero();
            UUID lease = Ids.next();
            assertThat(after.dispatch().recover(lease)).isEqualTo(1);
            Operation again =
                    after.dispatch().claim(ORG, 10, lease, clock.instant()).getFirst();
            assertThat(again.id()).isEqualTo(sent.id());
            assertThat(again.firstSentAt()).isEqualTo(Samples.NOW);
            assertThat(again.attempts()).isEqualTo(2);
        }
    }

    @Test
    void whatIsUnknownCannotBeTakenBackAndWhatNeverLeftCan() {
        stage(ZERO, Samples.invite("a@x.org"));
        UUID id = claim().getFirst().id();
        dispatch().requeue(List.of(id), null, null, false);
        assertThat(store.outbox().cancel(List.of(id))).isEmpty();
        claim();
        dispatch().unsent(List.of(id), null);
        assertThat(store.outbox().cancel(List.of(id))).isEmpty();

        UUID other = stage(ZERO, Samples.invite("b@x.org")).operationIds().getFirst();
        claim();
        dispatch().unsent(List.of(other), clock.instant().plusSeconds(60));
        assertThat(store.outbox().cancel(List.of(other))).containsExactly(other);
    }

    @Test
    void backOffEndsWhenTheServerAnswersButNotWhenItAsked() {
        stage(ZERO, Samples.invite("a@x.org"), Samples.invite("b@x.org"));
        List<Operation> both = claim();
        var later = clock.instant().plusSeconds(60);
        dispatch().requeue(List.of(both.get(0).id()), later, null, false);
        dispatch()
                .requeue(
                        List.of(both.get(1).id()),
                        later.plusSeconds(60),
                        ProblemType.TOO_MANY_REQUESTS.problem("Slow"),
                        true);
        assertThat(claim()).isEmpty();
        assertThat(dispatch().nextDue(clock.instant())).contains(later);
        dispatch().clearBackOff(null);
        assertThat(claim()).extracting(Operation::subject).containsExactly("a@x.org");
        assertThat(dispatch().nextDue(clock.instant())).contains(later.plusSeconds(60));
        assertThat(dispatch().waitsUntil(ORG)).contains(later.plusSeconds(60));
        assertThat(store.outbox().find(both.get(1).id()).orElseThrow().problem().is(ProblemType.TOO_MANY_REQUESTS))
                .isTrue();
    }

    @Test
    void whereTheServerAskedToWaitIsKnownAfterARestart() {
        stage(ZERO, Samples.invite("a@x.org"), Samples.invite("b@x.org"));
        List<UUID> both = claim().stream().map(Operation::id).toList();
        var until = clock.instant().plusSeconds(60);
        dispatch().requeue(both.subList(0, 1), until, null, true);
        dispatch().requeue(both.subList(1, 2), until.plusSeconds(60), null, false);
        store.close();
        open();
        assertThat(dispatch().asked(clock.instant())).containsExactly(Map.entry(ORG, until));
        assertThat(dispatch().asked(until)).isEmpty();
    }

    /** However much waits before it. */
    @Test
    void whereTheFateOfSomethingIsUnknownIsKnown() {
        UUID other = Ids.next();
        stage(
                ZERO,
                Stream.generate(() -> Samples.invite("p" + Ids.next() + "@x.org"))
                        .limit(Outbox.LIST_OPEN + 1)
                        .toArray(Request[]::new));
        assertThat(dispatch().unsure()).isEmpty();
        store.outbox().stage(other, List.of(Samples.invite("a@y.org")), ZERO, null);
        UUID sent =
                dispatch().claim(other, 1, LEASE, clock.instant()).getFirst().id();
        assertThat(dispatch().unsure()).containsExactly(other);
        dispatch().requeue(List.of(sent), null, null, false);
        assertThat(dispatch().unsure()).containsExactly(other);
        dispatch().claim(other, 1, LEASE, clock.instant());
        dispatch().answered(List.of(new Dispatch.Answer(sent, OperationState.DONE, 201, null, null, 1L, null)));
        assertThat(dispatch().unsure()).isEmpty();
    }

    @Test
    void aPauseOutlivesARestart() {
        stage(ZERO, Samples.invite("a@x.org"));
        dispatch().pause(ORG, true);
        store.close();
        open();
        assertThat(dispatch().paused(ORG)).isTrue();
        assertThat(dispatch().nextDue(clock.instant())).isEmpty();
        assertThat(dispatch().organizations(clock.instant())).isEmpty();
        assertThat(claim()).isEmpty();
        dispatch().pause(ORG, false);
        assertThat(claim()).hasSize(1);
    }

    @Test
    void anotherAccountsOperationsAreNeverSent() {
        stage(ZERO, Samples.invite("a@x.org"));
        store.close();
        store = AccountStore.open(folder, Ids.next(), clock);
        assertThat(dispatch().nextDue(clock.instant())).isEmpty();
        assertThat(claim()).isEmpty();
        assertThat(store.outbox().counts().queued()).isEqualTo(1);
    }

    @Test
    void aLaterEditStandsOnWhatTheEarlierOneMade() {
        Room room = Samples.room("a", 3);
        ObjectNode patch = Json.mapper().createObjectNode().put("name", "B");
        stage(ZERO, new Request.EditRoom(room, patch));
        UUID second =
                stage(ZERO, new Request.EditRoom(room, patch)).operationIds().getFirst();
        Operation first = claim().getFirst();
        dispatch()
                .answered(List.of(new Dispatch.Answer(first.id(), OperationState.DONE, 200, null, null, 9L, "\"4\"")));
        assertThat(store.outbox().find(second).orElseThrow().baseEtag()).isEqualTo("\"4\"");
    }

    @Test
    void aRebaseTakesThePlaceOfTheOldOne() {
        Room room = Samples.room("a", 3);
        ObjectNode patch = Json.mapper().createObjectNode().put("name", "B");
        stage(ZERO, new Request.EditRoom(room, patch));
        stage(ZERO, new Request.DeleteRoom(room));
        Operation old = claim().getFirst();
        UUID next = dispatch().rebase(old.id(), patch, "\"5\"", Json.mapper().valueToTree(room));
        assertThat(dispatch().rebases(next)).isEqualTo(1);
        // the answer of the old one comes too late
        answer(List.of(old), 4L);
        assertThat(store.outbox().find(old.id()).orElseThrow().state()).isEqualTo(OperationState.CANCELED);
        Operation claimed = claim().getFirst();
        assertThat(claimed.id()).isEqualTo(next);
        assertThat(claimed.baseEtag()).isEqualTo("\"5\"");
        assertThat(claimed.seq()).isEqualTo(old.seq());
        stage(ZERO, Samples.invite("a@x.org"));
        assertThat(store.outbox().batch(old.batchId()))
                .extracting(Operation::id)
                .containsExactly(next);
    }

    @Test
    void theOldestUnsentIsKnown() {
        assertThat(dispatch().oldestUnsent(ORG)).isEmpty();
        stage(ZERO, Samples.invite("a@x.org"));
        clock.forward(60);
        stage(ZERO, Samples.invite("b@x.org"));
        assertThat(dispatch().oldestUnsent(ORG)).contains(Samples.NOW);
    }

    private Dispatch dispatch() {
        return store.dispatch();
    }

    private List<Operation> claim() {
        return dispatch().claim(ORG, 100, LEASE, clock.instant());
    }

    private Outbox.Staged stage(Duration hold, Request... requests) {
        return store.outbox().stage(ORG, List.of(requests), hold, null);
    }

    private void stage(UUID orgId, Request... requests) {
        store.outbox().stage(orgId, List.of(requests), ZERO, null);
    }

    private void answer(List<Operation> operations, Long changeSeq) {
        dispatch()
                .answered(operations.stream()
                        .map(it -> Samples.done(it, changeSeq))
                        .toList());
    }

    private void refuse(Operation operation) {
        dispatch()
                .answered(List.of(new Dispatch.Answer(
                        operation.id(),
                        OperationState.ATTENTION,
                        409,
                        null,
                        ProblemType.CONFLICT.problem("It is in another state."),
                        null,
                        null)));
    }
}
