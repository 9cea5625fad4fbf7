package steward.app.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.api.CollectionName;
import steward.api.Ids;
import steward.api.Meeting;
import steward.api.Role;
import steward.api.Room;
import steward.api.RoomRecording;
import steward.api.RoomSettings;
import steward.api.WhoMayStart;
import steward.app.control.DataTable;
import steward.app.testing.CssWarnings;
import steward.app.testing.Haven;
import steward.app.testing.Stages;
import steward.app.testing.TabWindow;
import steward.app.testing.TestOrganization;
import steward.store.Operation;
import steward.store.OperationKind;
import steward.sync.Connection;

class RoomsViewTest {
    @TempDir
    Path folder;

    private Haven haven;
    private TestOrganization organization;
    private TabWindow window;

    @BeforeEach
    void open() {
        haven = new Haven(folder);
        organization = haven.organization;
        organization.store().cacheWriter(organization.orgId).markLive(Haven.NOW);
        show(Role.OWNER);
    }

    @AfterEach
    void close() {
        window.close();
        haven.close();
        assertThat(CssWarnings.seen()).isEmpty();
    }

    @Test
    void createsARoomThroughItsDialog() {
        window.click("rooms-new");
        window.write("Atelier");
        window.type(KeyCode.TAB);
        window.write("aula-b");
        window.type(KeyCode.ENTER);
        assertThat(window.shows("dialog")).as("the link name is taken").isTrue();
        window.robot.eraseText(6);
        window.write("atelier");
        window.picture("rooms-new");
        window.type(KeyCode.ENTER);
        assertThat(window.shows("dialog")).isFalse();
        assertThat(operations()).extracting(Operation::kind).containsExactly(OperationKind.CREATE_ROOM);
        assertThat(table().getItems()).extracting(row -> row.room().name()).contains("Atelier");
    }

    @Test
    void editsByKeyboardWarnsOfTheOldLinkAndStages() {
        assertThat(window.focused()).isSameAs(table());
        window.run(() -> table().show(Haven.EMPTY_ROOM));
        window.type(KeyCode.ENTER);
        assertThat(window.focused().getId()).isEqualTo("rooms-name");
        assertThat(window.shows("rooms-old-link")).isFalse();
        window.type(KeyCode.TAB);
        window.write("choir-hall");
        assertThat(window.shows("rooms-old-link")).isTrue();
        assertThat(window.<Button>find("rooms-stage").getText()).isEqualTo("Stage 1 change");
        window.click("rooms-stage");
        assertThat(operations()).hasSize(1);
        assertThat(window.shows("rooms-pending")).as("what is on its way").isTrue();
        assertThat(window.shows("rooms-old-link")).isFalse();
        window.click("rooms-pending-undo");
        assertThat(operations()).isEmpty();
        assertThat(window.shows("rooms-pending")).isFalse();
        assertThat(window.<TextField>find("rooms-slug").getText()).isEqualTo("choir");
        window.type(KeyCode.ESCAPE);
        assertThat(window.shows("rooms-panel")).isFalse();
    }

    @Test
    void deletesWithTheKeyAfterAQuestionThatFocusesTheWayOut() {
        window.run(() -> table().show(Haven.EMPTY_ROOM));
        window.run(() -> table().requestFocus());
        window.type(KeyCode.DELETE);
        assertThat(window.focused().getId()).isEqualTo("dialog-cancel");
        window.picture("rooms-delete");
        window.click("dialog-delete");
        assertThat(operations()).extracting(Operation::kind).containsExactly(OperationKind.DELETE_ROOM);
        window.run(() -> table().show(Haven.AULA));
        assertThat(window.find("rooms-delete").isDisabled())
                .as("a meeting runs in it")
                .isTrue();
    }

    @Test
    void supportSeesFieldsDisabledWithTheReason() {
        window.close();
        show(Role.SUPPORT);
        assertThat(window.find("rooms-new").isDisabled()).isTrue();
        window.run(() -> table().show(Haven.AULA));
        assertThat(window.find("rooms-name").isDisabled()).isTrue();
        assertThat(window.find("rooms-stage").isDisabled()).isTrue();
        assertThat(window.<Label>find("rooms-read-only").getText()).isNotBlank();
        assertThat(window.find("rooms-copy-link").isDisabled()).isFalse();
        window.picture("rooms-support");
    }

    @Test
    void offlineKeepsTheRowsAndDoesNotClaimToKnow() {
        assertThat(use(Haven.EMPTY_ROOM)).isEqualTo("No");
        window.run(() -> organization.session.connection(Connection.State.UNREACHABLE));
        assertThat(use(Haven.EMPTY_ROOM)).isEqualTo("Not known");
        assertThat(use(Haven.AULA)).startsWith("2 people");
        assertThat(window.shows("rooms-new")).isTrue();
        assertThat(window.find("rooms-new").isDisabled())
                .as("rooms are made offline too")
                .isFalse();
        window.picture("rooms-offline");
    }

    @Test
    void selectsARoomThatIsPulledLater() {
        var late = Ids.next();
        window.run(() -> window.tab.select(late));
        window.run(
                () -> organization.pull(CollectionName.ROOMS, List.of(Haven.room(late, "Late", "late", Haven.ago(2)))));
        Stages.settle();
        assertThat(table().currentProperty().get().room().name()).isEqualTo("Late");
    }

    @Test
    void looksRight() {
        window.run(this::fill);
        window.picture("rooms");
        window.run(() -> table().show(Haven.AULA));
        window.run(() -> {
            window.<TextField>find("rooms-slug").setText("aula-b-2027");
            window.<atlantafx.base.controls.ToggleSwitch>find("rooms-mute").setSelected(false);
        });
        window.picture("rooms-panel");
        window.run(() -> window.<TextField>find("rooms-search").setText("zzz"));
        window.picture("rooms-no-results");
        window.close();
        window = TabWindow.small(organization, Role.OWNER, RoomsTab::new);
        window.run(() -> table().show(Haven.AULA));
        window.picture("rooms-small");
        assertThat(table().getItems()).hasSizeGreaterThan(15);
    }

    private void fill() {
        List<Room> rooms = new ArrayList<>();
        List<Meeting> meetings = new ArrayList<>();
        String[] names = {
            "Atelier",
            "Chemistry lab",
            "Counseling",
            "Examination hall",
            "Guest lectures",
            "Lab 2",
            "Main stage",
            "Physics hall",
            "Room 1",
            "Room 2",
            "Room 3",
            "Rumænsk læsekreds with a very long name indeed",
            "Senate 2",
            "Senate room",
            "会議室",
            "Аудитория 5",
            "قاعة الدرس"
        };
        for (int i = 0; i < names.length; i++) {
            var id = Ids.next();
            var settings = new RoomSettings(
                    i % 2 == 0,
                    i % 3 != 0,
                    i % 4 == 0 ? "abc123" : null,
                    i % 5 == 0,
                    i % 3 == 1,
                    i % 6 == 1 ? RoomRecording.AUTOMATIC : RoomRecording.OFF,
                    250,
                    WhoMayStart.MEMBERS);
            String slug = LinkName.of(names[i]).isEmpty() ? "room-" + i : LinkName.of(names[i]);
            rooms.add(new Room(
                    id,
                    names[i],
                    slug,
                    "https://meet.example/haven/" + slug,
                    "",
                    settings,
                    Haven.ago(9000),
                    Haven.ago(20L * i * i + 1),
                    3));
            if (i % 3 == 0) meetings.add(Haven.meeting(Ids.next(), "Seminar " + i, id, 12 * i + 5, 60));
        }
        organization.pull(CollectionName.ROOMS, rooms);
        organization.pull(CollectionName.MEETINGS, meetings);
        organization.store().cacheWriter(organization.orgId).markLive(Haven.NOW);
        organization.forward(Duration.ofSeconds(1));
        var edited = new RoomsViewModel(organization.context(Role.OWNER));
        edited.select(edited.rooms().all().stream()
                .filter(row -> row.room().name().equals("Examination hall"))
                .findFirst()
                .orElseThrow());
        edited.editor().slug.set("exam-hall");
        edited.stageEdits();
        edited.close();
    }

    private void show(Role role) {
        window = TabWindow.open(organization, role, RoomsTab::new);
    }

    private String use(java.util.UUID room) {
        return Stages.fx(() -> table().dataColumns().stream()
                .filter(column -> column.getId().equals("rooms-column-use"))
                .findFirst()
                .orElseThrow()
                .textOf(table().getItems().stream()
                        .filter(row -> row.id().equals(room))
                        .findFirst()
                        .orElseThrow()));
    }

    private DataTable<RoomRow> table() {
        return window.find("rooms-table");
    }

    private List<Operation> operations() {
        return organization.store().outbox().list();
    }
}
