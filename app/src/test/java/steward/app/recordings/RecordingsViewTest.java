package steward.app.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.api.CollectionName;
import steward.api.Ids;
import steward.api.Recording;
import steward.api.RecordingState;
import steward.api.Role;
import steward.app.control.DataTable;
import steward.app.testing.CssWarnings;
import steward.app.testing.Haven;
import steward.app.testing.TabWindow;
import steward.app.testing.TestOnline;
import steward.app.testing.TestOrganization;
import steward.store.Operation;
import steward.store.OperationKind;
import steward.sync.Connection;

class RecordingsViewTest {
    @TempDir
    Path folder;

    private final TestOnline online = new TestOnline();
    private Haven haven;
    private TestOrganization organization;
    private TabWindow window;

    @BeforeEach
    void open() {
        haven = new Haven(folder);
        organization = haven.organization;
        organization.session.online(online);
        window = TabWindow.open(organization, Role.OWNER, RecordingsTab::new);
    }

    @AfterEach
    void close() {
        window.close();
        haven.close();
        assertThat(CssWarnings.seen()).isEmpty();
    }

    @Test
    void renamesAndThePanelFollows() {
        assertThat(window.focused()).isSameAs(table());
        window.run(() -> table().show(Haven.KEPT));
        window.click("recordings-rename");
        window.robot.push(KeyCode.SHORTCUT, KeyCode.A);
        window.write("Open day, main quad");
        window.type(KeyCode.ENTER);
        assertThat(operations()).extracting(Operation::kind).containsExactly(OperationKind.RENAME_RECORDING);
        assertThat(window.<Label>find("recordings-panel-title").getText()).isEqualTo("Open day, main quad");
        window.picture("recordings-pending");
        window.click("recordings-pending-undo");
        assertThat(window.<Label>find("recordings-panel-title").getText()).isEqualTo("Open day");
    }

    @Test
    void deletesByKeyRestoresFromTheBinAndPurgesAfterAQuestion() {
        window.run(() -> table().show(Haven.KEPT));
        window.run(() -> table().requestFocus());
        window.type(KeyCode.DELETE);
        assertThat(operations()).extracting(Operation::kind).containsExactly(OperationKind.DELETE_RECORDING);
        window.run(() -> window.<ToggleButton>find("recordings-filters-bin").fire());
        window.run(() -> table().show(Haven.BINNED));
        assertThat(window.shows("recordings-download")).isFalse();
        window.picture("recordings-bin");
        window.click("recordings-purge");
        window.picture("recordings-purge");
        window.click("dialog-purge");
        assertThat(online.purged).containsExactly(Haven.BINNED);
        window.click("recordings-restore");
        assertThat(operations())
                .extracting(Operation::kind)
                .containsExactly(OperationKind.DELETE_RECORDING, OperationKind.RESTORE_RECORDING);
    }

    @Test
    void offlineAndSupportDisableWithTheReason() {
        window.run(() -> table().show(Haven.KEPT));
        window.run(() -> organization.session.connection(Connection.State.UNREACHABLE));
        assertThat(window.find("recordings-download").isDisabled()).isTrue();
        assertThat(window.find("recordings-download").getAccessibleHelp()).isNotBlank();
        assertThat(window.find("recordings-rename").isDisabled()).isFalse();
        window.picture("recordings-offline");
        window.close();
        organization.session.connection(Connection.State.CONNECTED);
        window = TabWindow.open(organization, Role.SUPPORT, RecordingsTab::new);
        window.run(() -> table().show(Haven.KEPT));
        assertThat(window.find("recordings-rename").isDisabled()).isTrue();
        assertThat(window.find("recordings-delete").getAccessibleHelp()).isNotBlank();
        assertThat(window.find("recordings-clean-up").isDisabled()).isTrue();
    }

    @Test
    void looksRight() {
        window.run(this::fill);
        window.picture("recordings");
        window.run(() -> table().selection().addAll(table().getItems().subList(1, 4)));
        window.run(() -> table().show(Haven.KEPT));
        window.picture("recordings-panel");
        window.click("recordings-bulk-delete");
        window.picture("recordings-delete");
        window.type(KeyCode.ESCAPE);
        assertThat(operations()).isEmpty();
        window.run(() -> window.<TextField>find("recordings-search").setText("zzz"));
        assertThat(window.shows("recordings-state-message")).isTrue();
        window.close();
        window = TabWindow.small(organization, Role.OWNER, RecordingsTab::new);
        window.run(() -> table().show(Haven.KEPT));
        window.picture("recordings-small");
        window.close();
        try (var fresh = new TestOrganization(folder.resolve("fresh"))) {
            var empty = TabWindow.open(fresh, Role.OWNER, RecordingsTab::new);
            empty.run(() -> fresh.pull(CollectionName.RECORDINGS, List.of()));
            empty.picture("recordings-empty");
            assertThat(empty.shows("recordings-state-message")).isTrue();
            empty.close();
        }
        window = TabWindow.open(organization, Role.OWNER, RecordingsTab::new);
    }

    private void fill() {
        String[] titles = {
            "Open day, main quad",
            "量子力学 II, 第7回",
            "Senate, November",
            "ورشة الخط العربي",
            "Lab safety drop-in",
            "Admissions interviews, second round with a title that is far too long for its column",
            "Seminário de linguística",
            "Семинар по химии",
            "Tutorial group 4",
            "Staff induction",
            "Ethics committee",
            "Nhóm đọc sách"
        };
        List<Recording> all = new ArrayList<>();
        for (int i = 0; i < titles.length; i++) {
            var state = i == 4 ? RecordingState.FAILED : i == 0 ? RecordingState.PROCESSING : RecordingState.READY;
            all.add(new Recording(
                    Ids.next(),
                    titles[i],
                    Ids.next(),
                    null,
                    i % 3 == 0 ? null : "Senate room",
                    "Siobhán Ní Bhriain",
                    Haven.ago(5L + 37L * i * i),
                    600 + 777L * i,
                    state == RecordingState.FAILED ? 0 : 402_000_000L * (i + 1),
                    state,
                    null,
                    null,
                    1));
        }
        organization.pull(CollectionName.RECORDINGS, all);
    }

    private DataTable<RecordingRow> table() {
        return window.find("recordings-table");
    }

    private List<Operation> operations() {
        return organization.store().outbox().list();
    }
}
