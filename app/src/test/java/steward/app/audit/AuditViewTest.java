package steward.app.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.api.AuditRecord;
import steward.api.Role;
import steward.app.control.DataTable;
import steward.app.testing.CssWarnings;
import steward.app.testing.Haven;
import steward.app.testing.Stages;
import steward.app.testing.TabWindow;
import steward.app.testing.TestOrganization;
import steward.sync.Connection;

class AuditViewTest {
    @TempDir
    Path folder;

    private final AuditRecord edit = AuditViewModelTest.record(
            "room.edit",
            "room",
            "Aula B",
            "{\"slug\":\"aula\",\"settings\":{\"waitingRoom\":false,\"participantLimit\":100}}",
            "{\"slug\":\"aula-b\",\"settings\":{\"waitingRoom\":true,\"participantLimit\":250}}");
    private Haven haven;
    private TestOrganization organization;
    private TabWindow window;

    @BeforeEach
    void open() {
        haven = new Haven(folder);
        organization = haven.organization;
        organization
                .store()
                .cacheWriter(organization.orgId)
                .saveAudit(
                        List.of(
                                edit,
                                AuditViewModelTest.record(
                                        "organization.create", "organization", "Havenbrook", null, "{}"),
                                AuditViewModelTest.record("meeting.end", "meeting", "Thesis defense", null, null),
                                AuditViewModelTest.record(
                                        "invitation.send", "invitation", "lan@haven.example", null, null),
                                AuditViewModelTest.record(
                                        "subscription.change", "subscription", "Subscription", null, null)),
                        true);
        window = TabWindow.open(organization, Role.OWNER, AuditTab::new);
    }

    @AfterEach
    void close() {
        window.close();
        haven.close();
        assertThat(CssWarnings.seen()).isEmpty();
    }

    @Test
    void showsBeforeAndAfterInWords() {
        assertThat(window.focused()).isSameAs(table());
        window.picture("audit");
        window.run(() -> table().show(edit.id()));
        window.type(KeyCode.ENTER);
        assertThat(words()).contains("Waiting room", "Before: Off", "After: On", "After: aula-b");
        window.picture("audit-panel");
        window.type(KeyCode.ESCAPE);
        assertThat(window.shows("audit-panel")).isFalse();
    }

    @Test
    void filtersAndExports() {
        window.run(() -> window.<ToggleButton>find("audit-filters-rooms").fire());
        assertThat(table().getItems()).hasSize(1);
        window.run(() -> window.<ToggleButton>find("audit-filters-people").fire());
        assertThat(table().getItems()).hasSize(1);
        assertThat(window.find("audit-export").isDisabled()).isFalse();
        window.run(() -> organization.session.connection(Connection.State.UNREACHABLE));
        assertThat(words()).anyMatch(each -> each.startsWith("Not reached for"));
    }

    @Test
    void leads_who_is_signed_out_to_signing_in() {
        window.run(() -> organization.session.connection(Connection.State.SIGNED_OUT));
        assertThat(words()).contains("You are signed out.");
        window.picture("audit-signed-out");
        window.run(() -> window.tab.node().lookupAll(".hyperlink").stream()
                .map(Hyperlink.class::cast)
                .filter(each -> each.getText().equals("Sign in again"))
                .findFirst()
                .orElseThrow()
                .fire());
        assertThat(organization.askedToSignIn).isTrue();
    }

    private Set<String> words() {
        return Stages.fx(() -> window.tab.node().lookupAll(".label").stream()
                .map(each -> ((Label) each).getText())
                .collect(Collectors.toSet()));
    }

    private DataTable<AuditRow> table() {
        return window.find("audit-table");
    }
}
