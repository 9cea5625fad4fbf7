package steward.app.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.api.Ids;
import steward.api.Json;
import steward.api.Problem;
import steward.api.ProblemType;
import steward.api.Role;
import steward.api.Room;
import steward.app.control.State;
import steward.app.testing.Haven;
import steward.app.testing.TestOrganization;
import steward.store.Dispatch;
import steward.store.Operation;
import steward.store.OperationState;
import steward.store.Outbox;
import steward.store.Request;
import steward.sync.SendingState;
import tools.jackson.databind.node.ObjectNode;

class OutboxViewModelTest {
    @TempDir
    Path folder;

    private Haven haven;
    private TestOrganization organization;
    private OutboxViewModel model;

    @BeforeEach
    void start() {
        haven = new Haven(folder);
        organization = haven.organization;
        model = new OutboxViewModel(organization.context(Role.OWNER));
    }

    @AfterEach
    void close() {
        model.close();
        haven.close();
    }

    @Test
    void emptySaysWhatItIsAndThereIsNothingToPause() {
        assertThat(((State.Message) model.stateProperty().get()).title()).isEqualTo("Nothing is waiting");
        assertThat(model.pauseRefusalProperty().get()).isNotEmpty();
    }

    @Test
    void takesBackWhatNeverLeft() {
        rename("Open day 2027");
        OutboxLine.Item item = item();
        assertThat(model.canTakeBack(item)).isTrue();
        model.takeBack(item);
        assertThat(open()).isEmpty();
        assertThat(model.lines()).isEmpty();
    }

    @Test
    void whatLeftOnceIsNotTakenBack() {
        conflict(organization);
        assertThat(model.canTakeBack(item())).isFalse();
        assertThat(item().group()).isEqualTo(OutboxGroup.ATTENTION);
    }

    @Test
    void onlyWhatAColleagueChangedIsInQuestion() {
        conflict(organization);
        assertThat(Conflict.of(item().first()))
                .containsExactly(new Conflict("settings.participantLimit", "250", "300", "120"));
        assertThat(Conflict.of(item().first()).getFirst().name()).isEqualTo("Participant limit");
        assertThat(Conflict.fitting(item().first())).hasSize(1).first().satisfies(fits -> assertThat(fits.name())
                .isEqualTo("Waiting room"));
    }

    @Test
    void moreThanIsListedIsCountedAndTakenBackWhole() {
        List<Request> many = java.util.stream.IntStream.range(0, Outbox.LIST_OPEN + 500)
                .<Request>mapToObj(i ->
                        new Request.InvitePerson(Ids.next(), "p" + i + "@haven.example", Role.MEMBER, null, null, null))
                .toList();
        organization.store().outbox().stage(organization.orgId, many, Duration.ofSeconds(10), "many.csv");
        assertThat(OperationWords.title(item())).isEqualTo("Invite 2,500 people");
        assertThat(model.countsProperty().get()).containsEntry(OutboxFilter.WAITING, 2500L);
        model.takeBack(item());
        assertThat(organization.store().outbox().counts().open()).isZero();
    }

    @Test
    void ofAnInvitationOnlyTheRoleIsInQuestion() {
        var mine = new Request.InvitePerson(Ids.next(), "leila@haven.example", Role.ADMIN, "Leila", "Desk", 4L);
        organization.store().outbox().stage(organization.orgId, List.of(mine), Duration.ZERO, "spring.csv");
        Operation sent = organization
                .store()
                .dispatch()
                .claim(organization.orgId, 1, Ids.next(), Haven.NOW)
                .getFirst();
        var theirs = Json.mapper()
                .createObjectNode()
                .put("email", "leila@haven.example")
                .put("role", "member")
                .putNull("name")
                .putNull("note");
        var problem = new Problem(
                ProblemType.INVITED_WITH_OTHER_ROLE.urn(), "t", 409, "Invited with another role.", null, theirs);
        organization
                .store()
                .dispatch()
                .answered(List.of(
                        new Dispatch.Answer(sent.id(), OperationState.ATTENTION, 409, null, problem, null, null)));
        assertThat(Conflict.of(item().first())).extracting(Conflict::path).containsExactly("role");
    }

    @Test
    void mineIsSentAgainAndTheirsDropsTheChange() {
        conflict(organization);
        model.sendMine(item());
        assertThat(open()).extracting(Operation::state).containsExactly(OperationState.QUEUED);
        answer(organization, open().getFirst());
        model.keepTheirs(item());
        assertThat(open()).isEmpty();
    }

    @Test
    void anEditedChangeTakesThePlaceOfTheRefusedOne() {
        conflict(organization);
        Operation refused = item().first();
        var edited = OutboxEdits.edited(refused, Map.of());
        assertThat(((Request.EditRoom) edited).room().version())
                .as("on the state now in force")
                .isEqualTo(8);
        rename("Typo");
        Operation typo = open().getLast();
        model.replace(typo, OutboxEdits.edited(typo, Map.of("title", " Open day 2027 ")));
        assertThat(open()).hasSize(2);
        assertThat(open().getLast().payload().get("title").stringValue()).isEqualTo("Open day 2027");
    }

    @Test
    void pausesAndResumes() {
        rename("Open day 2027");
        model.pause(true);
        assertThat(model.pausedProperty().get()).isTrue();
        assertThat(model.sending(organization.orgId).state()).isEqualTo(SendingState.Wait.PAUSED_BY_PERSON);
        model.pause(false);
        assertThat(model.pausedProperty().get()).isFalse();
    }

    @Test
    void filtersSearchesAndFollowsTheSelection() {
        conflict(organization);
        rename("Open day 2027");
        model.select(item());
        model.searchProperty().set("aula");
        assertThat(model.lines().stream().filter(OutboxLine.Item.class::isInstance))
                .hasSize(1);
        model.filterProperty().set(OutboxFilter.WAITING);
        assertThat(model.lines()).isEmpty();
        assertThat(model.stateProperty().get()).isInstanceOf(State.Message.class);
        assertThat(model.selectedProperty().get()).isNull();
        model.show(open().getFirst().id());
        assertThat(model.selectedProperty().get().key())
                .isEqualTo(open().getFirst().id());
    }

    private void rename(String title) {
        var recording = organization.context(Role.OWNER).data().recordings().stream()
                .filter(each -> each.now().id().equals(Haven.KEPT))
                .findFirst()
                .orElseThrow()
                .before();
        organization
                .store()
                .outbox()
                .stage(
                        organization.orgId,
                        List.of(new Request.RenameRecording(recording, title)),
                        Duration.ofSeconds(10),
                        null);
    }

    /** A change of Aula B that was refused, because a colleague set another limit meanwhile. */
    static void conflict(TestOrganization organization) {
        Room room = organization.context(Role.OWNER).data().rooms().stream()
                .map(each -> each.now())
                .filter(each -> each.id().equals(Haven.AULA))
                .findFirst()
                .orElseThrow();
        ObjectNode patch = (ObjectNode) Json.mapper().readTree("""
                {"settings":{"participantLimit":300,"waitingRoom":false}}""");
        var staged = organization
                .store()
                .outbox()
                .stage(organization.orgId, List.of(new Request.EditRoom(room, patch)), Duration.ZERO, null);
        answer(
                organization,
                organization
                        .store()
                        .outbox()
                        .find(staged.operationIds().getFirst())
                        .orElseThrow());
    }

    private static void answer(TestOrganization organization, Operation operation) {
        ObjectNode current = (ObjectNode) operation.base().deepCopy();
        ((ObjectNode) current.get("settings")).put("participantLimit", 120);
        current.put("version", 8);
        var dispatch = organization.store().dispatch();
        dispatch.claim(operation.orgId(), 10, operation.id(), Haven.NOW.plusSeconds(60));
        var problem = new Problem(
                "urn:steward:problem:stale",
                "Changed meanwhile",
                412,
                "Jonas Weber changed it meanwhile.",
                null,
                current);
        dispatch.answered(
                List.of(new Dispatch.Answer(operation.id(), OperationState.ATTENTION, 412, null, problem, null, null)));
    }

    private OutboxLine.Item item() {
        return model.lines().stream()
                .filter(OutboxLine.Item.class::isInstance)
                .map(OutboxLine.Item.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private List<Operation> open() {
        return organization.store().outbox().list();
    }
}
