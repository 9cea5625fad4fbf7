package steward.app.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.api.CollectionName;
import steward.api.Role;
import steward.app.control.State;
import steward.app.testing.Haven;
import steward.app.testing.TestOrganization;
import steward.store.Operation;
import steward.store.OperationKind;
import steward.sync.Connection;

class RoomsViewModelTest {
    @TempDir
    Path folder;

    private Haven haven;
    private TestOrganization organization;
    private RoomsViewModel model;

    @BeforeEach
    void open() {
        haven = new Haven(folder);
        organization = haven.organization;
        organization.store().cacheWriter(organization.orgId).markLive(Haven.NOW);
        model = new RoomsViewModel(organization.context(Role.OWNER));
    }

    @AfterEach
    void close() {
        model.close();
        haven.close();
    }

    @Test
    void countsByFilterAndSaysWhichAreInUse() {
        var counts = model.rooms().countsProperty().get();
        assertThat(counts)
                .containsEntry(RoomFilter.ALL, 2L)
                .containsEntry(RoomFilter.IN_USE, 1L)
                .containsEntry(RoomFilter.LONG_UNUSED, 1L)
                .containsEntry(RoomFilter.WITHOUT_PASSCODE, 2L);
        assertThat(model.subtitleProperty().get()).isEqualTo("2 rooms, 1 in use now");
    }

    @Test
    void createsARoomWithALinkMadeOfItsNameThatIsFree() {
        assertThat(model.freeLink("Aula B")).isEqualTo("aula-b-2");
        assertThat(model.freeLink("Straße Östra, 2")).isEqualTo("strasse-ostra-2");
        assertThat(model.freeLink("会議室")).isEqualTo("room");
        model.create(" Atelier ", model.freeLink("Atelier"));
        Operation made = operations().getLast();
        assertThat(made.kind()).isEqualTo(OperationKind.CREATE_ROOM);
        assertThat(made.payload().get("name").asString()).isEqualTo("Atelier");
        assertThat(made.payload().get("settings").get("participantLimit").intValue())
                .isEqualTo(300);
        assertThat(model.rooms().all()).extracting(row -> row.room().slug()).contains("atelier");
        assertThat(organization.notices.offers).hasSize(1);
    }

    @Test
    void aTakenOrWrongLinkNameIsNotStaged() {
        select("Choir practice");
        model.editor().slug.set("aula-b");
        assertThat(model.stageRefusalProperty().getValue()).isEqualTo("Another room has this link name.");
        model.editor().slug.set("Choir Hall");
        assertThat(model.stageRefusalProperty().getValue()).startsWith("A link name has");
        model.stageEdits();
        assertThat(operations()).isEmpty();
        model.editor().slug.set("choir-hall");
        assertThat(model.editor().slugChanged()).isTrue();
        model.stageEdits();
        assertThat(operations()).hasSize(1);
        assertThat(operations().getFirst().payload().toString()).isEqualTo("{\"slug\":\"choir-hall\"}");
    }

    @Test
    void stagesOnlyWhatDiffersAndShowsItAsPending() {
        select("Choir practice");
        assertThat(model.stageRefusalProperty().getValue()).isEqualTo("Nothing is changed yet.");
        model.editor().waitingRoom.set(false);
        model.editor().limit.set("120");
        assertThat(model.editor().changes.get()).isEqualTo(2);
        model.stageEdits();
        assertThat(operations().getFirst().payload().toString())
                .isEqualTo("{\"settings\":{\"waitingRoom\":false,\"participantLimit\":120}}");
        assertThat(model.selectedProperty().get().shown().isPending()).isTrue();
        assertThat(model.editor().changes.get()).isZero();
        assertThat(model.editor().limit.get()).isEqualTo("120");
    }

    @Test
    void aPasscodeHasFourToSixteenLettersAndDigits() {
        select("Choir practice");
        model.editor().passcodeOn.set(true);
        assertThat(model.editFault()).isEqualTo("A passcode has 4 to 16 letters and digits.");
        model.editor().passcode.set("abc1");
        assertThat(model.editFault()).isEmpty();
        model.editor().passcode.set("with space");
        assertThat(model.editFault()).isNotEmpty();
        model.editor().passcodeOn.set(false);
        assertThat(model.editFault()).isEmpty();
        assertThat(model.editor().changes.get()).isZero();
    }

    @Test
    void theLimitIsThePlansButOneFromBeforeDoesNotBlockOtherChanges() {
        select("Choir practice");
        model.editor().limit.set("301");
        assertThat(model.editFault()).contains("300");
        model.editor().limit.set("250");
        assertThat(model.editFault()).isEmpty();
        var wide = new steward.api.RoomSettings(
                true, true, null, false, true, steward.api.RoomRecording.OFF, 500, steward.api.WhoMayStart.MEMBERS);
        var room = Haven.room(Haven.EMPTY_ROOM, "Choir practice", "choir", Haven.ago(5));
        organization.pull(
                CollectionName.ROOMS,
                List.of(new steward.api.Room(
                        room.id(), room.name(), room.slug(), room.link(), "", wide, room.createdAt(), null, 8)));
        model.editor().name.set("Choir");
        assertThat(model.editFault()).isEmpty();
    }

    @Test
    void aRoomInUseIsNotDeleted() {
        assertThat(model.deleteRefusal(row("Aula B")))
                .hasValueSatisfying(why -> assertThat(why).startsWith("A meeting runs in this room"));
        model.delete(List.of(row("Aula B")));
        assertThat(operations()).isEmpty();
        model.delete(List.of(row("Choir practice")));
        assertThat(operations()).extracting(Operation::kind).containsExactly(OperationKind.DELETE_ROOM);
        assertThat(row("Choir practice").shown().isLeaving()).isTrue();
        assertThat(model.deleteRefusal(row("Choir practice"))).isPresent();
    }

    @Test
    void editsOutliveAFreshCopyOfTheRoomButNotAnotherSelection() {
        select("Choir practice");
        model.editor().name.set("Choir");
        organization.pull(CollectionName.ROOMS, List.of(Haven.room(Haven.AULA, "Aula Magna", "aula-b", Haven.ago(1))));
        assertThat(model.editor().name.get()).isEqualTo("Choir");
        select("Aula Magna");
        assertThat(model.editor().name.get()).isEqualTo("Aula Magna");
        assertThat(model.editor().changes.get()).isZero();
    }

    @Test
    void withoutLiveDataItIsNotKnownWhichAreInUse() {
        assertThat(model.liveProperty().get().lost()).isFalse();
        organization.session.connection(Connection.State.UNREACHABLE);
        assertThat(model.liveProperty().get().lost()).isTrue();
        organization.session.connection(Connection.State.CONNECTED);
        assertThat(model.liveProperty().get().lost()).isFalse();
        organization.forward(Duration.ofSeconds(31));
        assertThat(model.liveProperty().get().lost()).as("silent for too long").isTrue();
    }

    @Test
    void supportMayLookButNotChange() {
        try (var reading = new RoomsViewModel(organization.context(Role.SUPPORT))) {
            assertThat(reading.refusalProperty().get()).isNotEmpty();
            reading.select(reading.rooms().all().getFirst());
            reading.editor().name.set("Other");
            reading.stageEdits();
            reading.delete(reading.rooms().all());
            assertThat(operations()).isEmpty();
        }
    }

    @Test
    void emptyFilteredAndNeverPulledAreThreeStates() {
        model.rooms().searchProperty().set("nowhere");
        assertThat(((State.Message) model.rooms().stateProperty().get()).inviting())
                .isFalse();
        model.rooms().clearFilter();
        assertThat(model.rooms().stateProperty().get()).isEqualTo(State.ready());
        try (var fresh = new TestOrganization(folder.resolve("fresh"))) {
            try (var loading = new RoomsViewModel(fresh.context(Role.OWNER))) {
                assertThat(loading.rooms().stateProperty().get()).isEqualTo(State.awaited());
                assertThat(loading.rooms().countsProperty().get()).isEmpty();
                fresh.pull(CollectionName.ROOMS, List.of());
                assertThat(((State.Message) loading.rooms().stateProperty().get()).title())
                        .isEqualTo("No rooms yet");
            }
        }
    }

    @Test
    void nothingIsHeardAfterClosing() {
        model.close();
        organization.pull(CollectionName.ROOMS, List.of(Haven.room(Haven.AULA, "Aula C", "aula-c", Haven.ago(1))));
        assertThat(model.rooms().all()).extracting(row -> row.room().name()).contains("Aula B");
    }

    private void select(String name) {
        model.select(row(name));
    }

    private RoomRow row(String name) {
        return model.rooms().all().stream()
                .filter(row -> row.room().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<Operation> operations() {
        return organization.store().outbox().list();
    }
}
