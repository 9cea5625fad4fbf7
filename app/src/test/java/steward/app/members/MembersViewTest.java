package steward.app.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.api.CollectionName;
import steward.api.Invitation;
import steward.api.InvitationState;
import steward.api.Member;
import steward.api.Role;
import steward.app.control.DataTable;
import steward.app.testing.CssWarnings;
import steward.app.testing.Stages;
import steward.app.testing.TestOrganization;

class MembersViewTest {
    @TempDir
    Path folder;

    private TestOrganization organization;
    private List<Member> members;
    private MembersTab tab;
    private Stage stage;
    private Parent root;

    @BeforeEach
    void open() {
        Stages.start();
        organization = new TestOrganization(folder);
        members = PeopleSamples.members(1_231);
        organization.pull(CollectionName.MEMBERS, members);
        List<Invitation> invitations = new ArrayList<>();
        for (int i = 0; i < 86; i++) {
            InvitationState state =
                    i < 41 ? InvitationState.PENDING : i < 59 ? InvitationState.CANCELED : InvitationState.EXPIRED;
            invitations.add(PeopleSamples.invitation(
                    "invited" + i + "@haven.example", state, PeopleSamples.NOW.minus(Duration.ofHours(5L * i))));
        }
        organization.pull(CollectionName.INVITATIONS, invitations);
        var context = organization.context(Role.OWNER);
        var commands = new MemberCommands(context);
        commands.invite(
                new MemberCommands.NewPerson("thandiwe.nkosi@haven.example", Role.MEMBER, "Thandiwe Nkosi", ""));
        show(context);
    }

    private void show(steward.app.shell.OrganizationContext context) {
        tab = Stages.fx(() -> new MembersTab(context));
        root = Stages.fx(() -> {
            // As wide as the window's navigation, so that the table has the room it has there
            var navigation = new Region();
            navigation.setMinWidth(216);
            HBox.setHgrow(tab.node(), Priority.ALWAYS);
            return new HBox(navigation, tab.node());
        });
        stage = Stages.show(root, 1280, 720, false);
    }

    @AfterEach
    void close() {
        Stages.run(tab::close);
        Stages.close(stage);
        organization.close();
    }

    private DataTable<PersonRow> table() {
        return Stages.find(root, "members-table");
    }

    @Test
    void aRowOpensItsPanelAndEscClosesIt() {
        DataTable<PersonRow> table = table();
        PersonRow member = Stages.fx(() -> table.getItems().stream()
                .filter(row -> row.isMember() && row.role() == Role.MEMBER)
                .findFirst()
                .orElseThrow());
        Stages.run(() -> table.show(member.id()));
        Stages.settle();
        Label title = Stages.find(root, "members-panel-title");
        assertThat(title.getText()).isEqualTo(member.name());
        Stages.run(() -> new MemberCommands(organization.context(Role.OWNER)).changeRole(List.of(member), Role.ADMIN));
        Stages.settle();
        assertThat(Stages.<javafx.scene.Node>find(root, "members-panel-pending").isVisible())
                .isTrue();
        Stages.run(() -> root.fireEvent(key(KeyCode.ESCAPE)));
        Stages.settle();
        assertThat(table.currentProperty().get()).isNotNull();
    }

    @Test
    void searchingAndCheckingWorkByKeyboardAndTheBulkBarFollows() {
        TextField search = Stages.find(root, "members-search");
        Stages.run(() -> search.setText("ostergard"));
        DataTable<PersonRow> table = table();
        assertThat(table.getItems()).hasSize(88);
        Stages.run(() -> {
            table.getSelectionModel().select(0);
            table.fireEvent(key(KeyCode.SPACE));
        });
        assertThat(table.selection().sizeProperty().get()).isEqualTo(1);
        assertThat(Stages.<javafx.scene.Node>find(root, "members-bulk").isVisible())
                .isTrue();
        Stages.run(() -> table.selection().addAll(table.getItems()));
        Button remove = Stages.find(root, "members-bulk-remove");
        Stages.run(remove::fire);
        Stages.run(() -> organization.dialogs.choose("remove"));
        Stages.settle();
        assertThat(Stages.fx(() ->
                        table.getItems().stream().filter(PersonRow::isLeaving).count()))
                .isEqualTo(88);
    }

    @Test
    void aRefreshKeepsWhatIsKnownOfAPersonAndTheButtonTheKeyboardIsOn() {
        Member seen = members.get(7);
        Stages.run(() -> organization
                .store()
                .cacheWriter(organization.orgId)
                .saveAudit(
                        List.of(PeopleSamples.audit("member.join", seen.email(), seen.name(), seen.id(), seen.name())),
                        true));
        Stages.run(() -> table().show(seen.id()));
        Stages.settle();
        VBox activity = Stages.find(root, "members-panel-activity");
        assertThat(activity.getChildren()).singleElement().isInstanceOf(HBox.class);
        Button message = Stages.find(root, "members-panel-message");
        Stages.run(message::requestFocus);

        Stages.run(() -> organization.pull(
                CollectionName.MEMBERS,
                members.stream()
                        .map(each -> each == seen ? seenNow(each) : each)
                        .toList()));
        Stages.settle();

        assertThat(table().currentProperty().get().lastActive()).isEqualTo(PeopleSamples.NOW);
        assertThat(activity.getChildren()).singleElement().isInstanceOf(HBox.class);
        assertThat(Stages.fx(() -> root.getScene().getFocusOwner())).isSameAs(message);
    }

    private static Member seenNow(Member member) {
        return new Member(
                member.id(),
                member.email(),
                member.name(),
                member.role(),
                member.joinedAt(),
                member.invitedBy(),
                PeopleSamples.NOW,
                member.note(),
                member.version() + 1);
    }

    @Test
    void itLooksLikeItsPicture() {
        DataTable<PersonRow> table = table();
        var commands = new MemberCommands(organization.context(Role.OWNER));
        List<PersonRow> people = Stages.fx(() -> List.copyOf(table.getItems()));
        List<PersonRow> plain = people.stream()
                .filter(row -> row.isMember() && row.role() == Role.MEMBER)
                .limit(6)
                .toList();
        Stages.run(() -> {
            commands.remove(List.of(plain.get(4)));
            commands.changeRole(List.of(plain.get(1)), Role.ADMIN);
            table.show(plain.get(1).id());
            table.selection().addAll(List.of(plain.get(1), plain.get(2), plain.get(3)));
        });
        Stages.settle();
        for (boolean dark : new boolean[] {false, true}) {
            Stages.setDark(dark);
            Stages.picture(root, "members-" + (dark ? "dark" : "light"));
        }
        assertThat(CssWarnings.seen()).isEmpty();
    }

    private static javafx.scene.input.KeyEvent key(KeyCode code) {
        return new javafx.scene.input.KeyEvent(
                javafx.scene.input.KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
    }
}
