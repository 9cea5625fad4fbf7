package steward.store;

import static java.time.Duration.ZERO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.api.BatchOutcome;
import steward.api.CollectionName;
import steward.api.Ids;
import steward.api.Json;
import steward.api.Problem;
import steward.api.ProblemType;
import steward.api.Role;
import steward.api.Room;
import tools.jackson.databind.node.ObjectNode;

class OutboxTest {

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
    void whatWasStagedOutlivesACrash() {
        var request = new Request.InvitePerson(Ids.next(), "Ann@x.org", Role.ADMIN, "Ann", "Hello", 7L);
        Outbox.Staged staged = outbox().stage(ORG, List.of(request), Duration.ofSeconds(10), "people.csv");
        try (AccountStore after = AccountStore.open(folder, account, clock)) {
            Operation operation = after.outbox().list().getFirst();
            assertThat(operation.id()).isEqualTo(staged.operationIds().getFirst());
            assertThat(operation.orgId()).isEqualTo(ORG);
            assertThat(operation.batchId()).isEqualTo(staged.batchId());
            assertThat(operation.kind()).isEqualTo(OperationKind.INVITE_PERSON);
            assertThat(operation.objectId()).isEqualTo(request.id());
            assertThat(operation.subject()).isEqualTo("Ann@x.org");
            assertThat(operation.payload().toString())
                    .isEqualTo("{\"email\":\"Ann@x.org\",\"role\":\"admin\",\"name\":\"Ann\",\"note\":\"Hello\"}");
            assertThat(operation.state()).isEqualTo(OperationState.HELD);
            assertThat(operation.notBefore()).isEqualTo(Samples.NOW.plusSeconds(10));
            assertThat(operation.sourceFile()).isEqualTo("people.csv");
            assertThat(operation.sourceRow()).isEqualTo(7);
            assertThat(operation.actor()).isEqualTo(account);
            assertThat(operation.createdAt()).isEqualTo(Samples.NOW);
            assertThat(operation.firstSentAt()).isNull();
        }
    }

    @Test
    void undoTakesBackWhatIsHeldOrQueued() {
        Outbox.Staged held = stage(Duration.ofSeconds(10), Samples.invite("a@x.org"), Samples.invite("b@x.org"));
        Outbox.Staged queued = stage(ZERO, Samples.invite("c@x.org"));
        assertThat(outbox().cancel(held.operationIds())).containsExactlyElementsOf(held.operationIds());
        assertThat(outbox().cancel(held.operationIds())).isEmpty();
        assertThat(outbox().cancel(queued.operationIds())).hasSize(1);
        clock.forward(60);
        assertThat(store.dispatch().claim(ORG, 10, LEASE, clock.instant())).isEmpty();
        assertThat(outbox().counts(ORG).open()).isZero();
    }

    @Test
    void whatBuildsOnARoomNeverMadeGoesWithIt() {
        var create = new Request.CreateRoom(Samples.newRoom("a"));
        Outbox.Staged made = stage(Duration.ofSeconds(10), create);
        Room room = store.organization(ORG).rooms().getFirst().now();
        Outbox.Staged edit = stage(Duration.ofSeconds(10), new Request.EditRoom(room, patch("name", "B")));
        Outbox.Staged other = stage(Duration.ofSeconds(10), Samples.invite("a@x.org"));
        assertThat(outbox().cancel(made.operationIds()))
                .containsExactly(
                        made.operationIds().getFirst(), edit.operationIds().getFirst());
        assertThat(outbox().find(other.operationIds().getFirst()).orElseThrow().state())
                .isEqualTo(OperationState.HELD);
    }

    @Test
    void whatIsInAnOrganizationNeverMadeGoesWithIt() {
        UUID made = Ids.next();
        Outbox.Staged create =
                outbox().stage(made, List.of(new Request.CreateOrganization(made, "New")), Duration.ofSeconds(9), null);
        outbox().stage(made, List.of(Samples.invite("a@x.org"), Samples.invite("b@x.org")), ZERO, null);
        assertThat(outbox().cancel(create.operationIds())).hasSize(3);
        assertThat(outbox().counts(made).open()).isZero();
    }

    @Test
    void sendMineGoesOnTheStateTheServerTold() {
        Room before = Samples.room("a", 3);
        Room theirs = Samples.room("a", 8);
        UUID id = stage(ZERO, new Request.EditRoom(before, patch("name", "Mine")))
                .operationIds()
                .getFirst();
        refuse(
                id,
                new Problem(
                        ProblemType.STALE_VERSION.urn(),
                        "t",
                        412,
                        "d",
                        null,
                        Json.mapper().valueToTree(theirs)));
        UUID next = outbox().decide(id, Outbox.Decision.SEND_MINE);
        assertThat(next).isNotEqualTo(id);
        Operation operation = outbox().find(next).orElseThrow();
        assertThat(operation.baseEtag()).isEqualTo("\"8\"");
        assertThat(operation.base().get("version").longValue()).isEqualTo(8);
        assertThat(operation.payload().toString()).isEqualTo("{\"name\":\"Mine\"}");
        assertThat(operation.state()).isEqualTo(OperationState.QUEUED);
        assertThat(outbox().find(id).orElseThrow().state()).isEqualTo(OperationState.CANCELED);
        // a second click changes nothing
        assertThat(outbox().decide(id, Outbox.Decision.SEND_MINE)).isEqualTo(id);
        assertThat(outbox().counts(ORG)).isEqualTo(new Outbox.Counts(0, 1, 0, 0, 0));
    }

    @Test
    void sendMineGoesOnTheCacheWhenThatIsNewer() {
        Room before = Samples.room("a", 3);
        UUID id = stage(ZERO, new Request.EditRoom(before, patch("name", "Mine")))
                .operationIds()
                .getFirst();
        refuse(id, ProblemType.STALE_VERSION.problem("Changed."));
        CacheWriter writer = store.cacheWriter(ORG);
        Room cached = new Room(before.id(), "Theirs", "a", before.link(), "", Samples.SETTINGS, Samples.NOW, null, 12);
        writer.apply(
                writer.cursor(), Samples.page(5, false, Samples.change(5, CollectionName.ROOMS, before.id(), cached)));
        Operation operation =
                outbox().find(outbox().decide(id, Outbox.Decision.SEND_MINE)).orElseThrow();
        assertThat(operation.baseEtag()).isEqualTo("\"12\"");
        assertThat(operation.base().get("name").stringValue()).isEqualTo("Theirs");
    }

    @Test
    void keepTheirsDropsTheChange() {
        UUID id = stage(ZERO, new Request.DeleteRoom(Samples.room("a", 1)))
                .operationIds()
                .getFirst();
        refuse(id, ProblemType.ROOM_IN_USE.problem("In use."));
        assertThat(outbox().decide(id, Outbox.Decision.KEEP_THEIRS)).isEqualTo(id);
        assertThat(outbox().find(id).orElseThrow().state()).isEqualTo(OperationState.CANCELED);
        assertThat(store.dispatch().nextDue(clock.instant())).isEmpty();
    }

    @Test
    void anEditedInvitationTakesThePlaceOfTheRefusedOne() {
        Outbox.Staged staged = outbox().stage(
                        ORG,
                        List.of(
                                new Request.InvitePerson(Ids.next(), "a@gmial.com", Role.MEMBER, null, null, 1L),
                                new Request.InvitePerson(Ids.next(), "b@x.org", Role.MEMBER, null, null, 2L)),
                        ZERO,
                        "people.csv");
        UUID id = staged.operationIds().getFirst();
        refuse(id, ProblemType.INVALID_FIELD.problem("No such domain."));
        UUID next = outbox().replace(id, Samples.invite("a@gmail.com"));
        assertThat(outbox().batch(staged.batchId()))
                .extracting(Operation::subject)
                .containsExactly("a@gmail.com", "b@x.org");
        assertThat(outbox().find(next).orElseThrow().sourceRow()).isEqualTo(1);
        assertThat(outbox().batchState(staged.batchId()).orElseThrow().total()).isEqualTo(2);
        claim();
        assertThatThrownBy(() -> outbox().replace(next, Samples.invite("c@x.org")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anotherInvitationSettlesTheRefusedOne() {
        UUID refused = stage(ZERO, Samples.invite("a@x.org")).operationIds().getFirst();
        UUID other = stage(ZERO, Samples.invite("b@x.org")).operationIds().getFirst();
        refuse(refused, ProblemType.FORBIDDEN.problem("No."));
        refuse(other, ProblemType.FORBIDDEN.problem("No."));
        UUID next = stage(ZERO, Samples.invite("A@x.org")).operationIds().getFirst();
        assertThat(outbox().find(refused).orElseThrow().state()).isEqualTo(OperationState.CANCELED);
        assertThat(outbox().find(other).orElseThrow().state()).isEqualTo(OperationState.ATTENTION);
        assertThat(claim()).extracting(Operation::id).containsExactly(next);
        assertThat(outbox().find(next).orElseThrow().state()).isEqualTo(OperationState.IN_FLIGHT);
    }

    @Test
    void aBatchOfAnySizeIsReadPageByPage() {
        stage(ZERO, Samples.invite("before@x.org"));
        List<Request> people = IntStream.range(0, 2500)
                .<Request>mapToObj(i -> Samples.invite("p" + i + "@x.org"))
                .toList();
        Outbox.Staged staged = outbox().stage(ORG, people, ZERO, "people.csv");
        List<UUID> seen = new ArrayList<>();
        List<Operation> page = outbox().batch(staged.batchId(), 0, 700);
        while (!page.isEmpty()) {
            page.forEach(each -> seen.add(each.id()));
            page = outbox().batch(staged.batchId(), page.getLast().seq(), 700);
        }
        assertThat(seen).isEqualTo(staged.operationIds());
    }

    @Test
    void aBatchTellsHowFarItIs() {
        Outbox.Staged staged = outbox().stage(
                        ORG,
                        List.of(
                                Samples.invite("a@x.org"),
                                Samples.invite("b@x.org"),
                                Samples.invite("c@x.org"),
                                Samples.invite("d@x.org"),
                                Samples.invite("e@x.org")),
                        ZERO,
                        "people.csv");
        List<UUID> ids = staged.operationIds();
        outbox().cancel(List.of(ids.get(4)));
        claim();
        answer(ids.get(0), BatchOutcome.CREATED);
        answer(ids.get(1), BatchOutcome.ALREADY_MEMBER);
        store.dispatch()
                .answered(List.of(new Dispatch.Answer(
                        ids.get(2),
                        OperationState.ATTENTION,
                        403,
                        null,
                        ProblemType.FORBIDDEN.problem("No."),
                        null,
                        null)));
        Outbox.Batch expected = new Outbox.Batch(staged.batchId(), ORG, "people.csv", Samples.NOW, 5, 1, 1, 1, 1, 1);
        assertThat(outbox().batchState(staged.batchId())).contains(expected);
        assertThat(outbox().batches(ORG)).containsExactly(expected);
        assertThat(outbox().counts(ORG)).isEqualTo(new Outbox.Counts(0, 0, 1, 1, 2));
        assertThat(outbox().counts()).isEqualTo(outbox().counts(ORG));
        assertThat(outbox().counts(Ids.next())).isEqualTo(new Outbox.Counts(0, 0, 0, 0, 0));
    }

    @Test
    void theListHoldsWhatIsOpenAndWhatWasDoneToday() {
        UUID old = stage(ZERO, Samples.invite("a@x.org")).operationIds().getFirst();
        claim();
        answer(old, BatchOutcome.CREATED);
        clock.forward(86_400);
        UUID today = stage(ZERO, Samples.invite("b@x.org")).operationIds().getFirst();
        claim();
        answer(today, BatchOutcome.CREATED);
        UUID open = stage(ZERO, Samples.invite("c@x.org")).operationIds().getFirst();
        assertThat(outbox().list()).extracting(Operation::id).containsExactly(today, open);
    }

    @Test
    void ofALargeBatchOnlyWhatMovedIsReadAgain() {
        List<Request> many = new ArrayList<>();
        for (int i = 0; i < 1000; i++) many.add(Samples.invite("p" + i + "@x.org"));
        UUID batch = outbox().stage(ORG, many, ZERO, "many.csv").batchId();
        List<Operation> claimed = claim();
        clock.forward(5);
        answer(claimed.get(0).id(), BatchOutcome.CREATED);
        refuse(claimed.get(1).id(), ProblemType.INVITED_WITH_OTHER_ROLE.problem("no"));
        outbox().cancel(List.of(outbox().batch(batch, 0, 1000).getLast().id()));
        Outbox.Moved moved =
                outbox().moved(batch, clock.instant(), List.of(claimed.get(0).seq()));
        assertThat(moved.operations())
                .as("100 and then 100 more in flight, two of them answered, one canceled")
                .hasSize(201)
                .extracting(Operation::state)
                .contains(OperationState.DONE, OperationState.ATTENTION, OperationState.CANCELED);
        assertThat(moved.now()).isEqualTo(outbox().batchState(batch).orElseThrow());
        clock.forward(5);
        store.dispatch().requeue(claimed.stream().map(Operation::id).toList(), null, null, false);
        assertThat(outbox().moved(batch, clock.instant(), List.of()).operations())
                .as("what waits again is read when it is asked for")
                .hasSize(100);
        assertThat(outbox().moved(batch, clock.instant(), List.of(claimed.get(5).seq()))
                        .operations())
                .hasSize(101);
    }

    @Test
    void organizationsKnowHowManyOfTheirsNeedAPerson() {
        UUID id = stage(ZERO, Samples.invite("a@x.org")).operationIds().getFirst();
        assertThat(outbox().attention()).isEmpty();
        refuse(id, ProblemType.INVITED_WITH_OTHER_ROLE.problem("no"));
        assertThat(outbox().attention()).containsExactly(java.util.Map.entry(ORG, 1));
    }

    @Test
    void theSumsKnowHowManyThereAreBeyondWhatIsListed() {
        List<Request> many = new ArrayList<>();
        for (int i = 0; i < Outbox.LIST_OPEN + 5; i++) many.add(Samples.invite("p" + i + "@x.org"));
        UUID batch = outbox().stage(ORG, many, ZERO, "many.csv").batchId();
        answer(claim().getFirst().id(), BatchOutcome.CREATED);
        assertThat(outbox().list()).hasSize(Outbox.LIST_OPEN + 1);
        assertThat(outbox().sums())
                .containsExactlyInAnyOrder(
                        new Outbox.Sum(ORG, batch, OperationKind.INVITE_PERSON, OperationState.IN_FLIGHT, 99),
                        new Outbox.Sum(ORG, batch, OperationKind.INVITE_PERSON, OperationState.DONE, 1),
                        new Outbox.Sum(
                                ORG, batch, OperationKind.INVITE_PERSON, OperationState.QUEUED, Outbox.LIST_OPEN - 95));
    }

    @Test
    void listenersAreToldAfterTheCommit() {
        List<String> told = new ArrayList<>();
        try (var _ = store.listen((part, orgId) -> {
            if (part == StoreListener.Part.OUTBOX)
                told.add(orgId + " " + outbox().counts(orgId).open());
        })) {
            stage(ZERO, Samples.invite("a@x.org"));
        }
        stage(ZERO, Samples.invite("b@x.org"));
        assertThat(told).containsExactly(ORG + " 1");
    }

    private Outbox outbox() {
        return store.outbox();
    }

    private Outbox.Staged stage(Duration hold, Request... requests) {
        return outbox().stage(ORG, List.of(requests), hold, null);
    }

    private List<Operation> claim() {
        return store.dispatch().claim(ORG, 100, LEASE, clock.instant());
    }

    private void answer(UUID id, BatchOutcome outcome) {
        store.dispatch().answered(List.of(new Dispatch.Answer(id, OperationState.DONE, 200, outcome, null, 1L, null)));
    }

    private void refuse(UUID id, Problem problem) {
        claim();
        store.dispatch()
                .answered(List.of(new Dispatch.Answer(
                        id, OperationState.ATTENTION, problem.status(), null, problem, null, null)));
    }

    private static ObjectNode patch(String field, String value) {
        return Json.mapper().createObjectNode().put(field, value);
    }
}
