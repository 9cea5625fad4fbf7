package steward.app.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.api.Ids;
import steward.api.Role;
import steward.app.testing.CssWarnings;
import steward.app.testing.Haven;
import steward.app.testing.Stages;
import steward.app.testing.TabWindow;
import steward.app.testing.TestOrganization;
import steward.store.Operation;
import steward.store.OperationState;
import steward.store.Request;
import steward.sync.SendingState;

class OutboxViewTest {
    @TempDir
    Path folder;

    private Haven haven;
    private TestOrganization organization;
    private TabWindow window;

    @BeforeEach
    void start() {
        haven = new Haven(folder);
        organization = haven.organization;
        OutboxViewModelTest.conflict(organization);
        var invite = new Request.InvitePerson(
                Ids.next(), "thandiwe.nkosi@haven.example", Role.MEMBER, "Thandiwe Nkosi", null, null);
        organization.store().outbox().stage(organization.orgId, List.of(invite), Duration.ofSeconds(10), null);
        window = TabWindow.open(organization, Role.OWNER, OutboxTab::new);
    }

    @AfterEach
    void close() {
        window.close();
        haven.close();
        assertThat(CssWarnings.seen()).isEmpty();
    }

    @Test
    void arrowsGoFromChangeToChangeAndTheConflictIsDecided() {
        window.picture("outbox");
        assertThat(window.focused()).isSameAs(list());
        window.type(KeyCode.DOWN);
        assertThat(list().getSelectionModel().getSelectedItem()).isInstanceOf(OutboxLine.Item.class);
        assertThat(window.shows("outbox-keep-theirs")).isTrue();
        window.picture("outbox-conflict");
        window.click("outbox-send-mine");
        assertThat(open()).extracting(Operation::state).doesNotContain(OperationState.ATTENTION);
        assertThat(open()).hasSize(2);
    }

    @Test
    void theUndoButtonOutlivesTheTickingSeconds() {
        Button undo = window.find("outbox-undo");
        window.run(() -> organization.forward(Duration.ofSeconds(1)));
        assertThat(window.<Button>find("outbox-undo")).isSameAs(undo);
        window.click("outbox-undo");
        assertThat(open()).extracting(Operation::state).containsExactly(OperationState.ATTENTION);
    }

    @Test
    void whenTheUndoWindowIsOverItSaysSoAndIsTakenBackInThePanel() {
        var offline = new SendingState(organization.orgId, SendingState.Wait.OFFLINE, null, 0);
        window.run(() -> organization.session.sending(offline));
        window.run(() -> list().getSelectionModel().selectLast());
        assertThat(window.<Label>find("outbox-reason").getText()).startsWith("In its undo window");
        assertThat(undoOffered()).isTrue();
        window.run(() -> organization.forward(Duration.ofSeconds(10)));
        assertThat(window.<Label>find("outbox-reason").getText()).startsWith("You are offline");
        assertThat(undoOffered()).isFalse();
        window.click("outbox-take-back");
        assertThat(open()).extracting(Operation::state).containsExactly(OperationState.ATTENTION);
    }

    @Test
    void anInvitationIsCorrectedBeforeItLeaves() {
        window.run(() -> list().getSelectionModel().selectLast());
        window.click("outbox-edit");
        window.robot.push(KeyCode.SHORTCUT, KeyCode.A);
        window.write("not an address");
        window.type(KeyCode.ENTER);
        assertThat(window.shows("dialog-problem-email")).isTrue();
        window.picture("outbox-edit");
        window.robot.push(KeyCode.SHORTCUT, KeyCode.A);
        window.write("t.nkosi@haven.example");
        window.type(KeyCode.ENTER);
        assertThat(open().getLast().payload().get("email").stringValue()).isEqualTo("t.nkosi@haven.example");
    }

    @Test
    void pausesAndSaysSo() {
        window.click("outbox-pause");
        assertThat(window.<Button>find("outbox-pause").getText()).isEqualTo("Resume sending");
        window.picture("outbox-paused");
        window.click("outbox-pause");
        assertThat(window.<Button>find("outbox-pause").getText()).isEqualTo("Pause sending");
        window.close();
        window = TabWindow.small(organization, Role.OWNER, OutboxTab::new);
        window.type(KeyCode.DOWN);
        window.picture("outbox-small");
    }

    /** Each line has the button, most of them hidden. */
    private boolean undoOffered() {
        return Stages.fx(() -> list().lookupAll("#outbox-undo").stream().anyMatch(Node::isVisible));
    }

    private ListView<OutboxLine> list() {
        return window.find("outbox-list");
    }

    private List<Operation> open() {
        return organization.store().outbox().list();
    }
}
