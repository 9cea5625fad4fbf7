package steward.app.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.api.Role;
import steward.app.testing.CssWarnings;
import steward.app.testing.Haven;
import steward.app.testing.Stages;
import steward.app.testing.TabStage;
import steward.app.testing.TestOrganization;
import steward.store.OperationKind;
import steward.sync.Connection;

class OrganizationViewTest {
    @TempDir
    Path folder;

    private Haven haven;

    @BeforeEach
    void open() {
        haven = new Haven(folder.resolve("haven"));
    }

    @AfterEach
    void close() {
        haven.close();
    }

    private TabStage stage(Role role) {
        var context = haven.organization.context(role);
        return new TabStage(() -> new OrganizationTab(context));
    }

    @Test
    void renames_picks_a_logo_removes_it_and_leaves() {
        try (var tab = stage(Role.ADMIN)) {
            assertThat(tab.text("organization-stage")).isEqualTo("Stage changes");
            tab.robot.doubleClickOn("#organization-name");
            Stages.run(() -> tab.<TextInputControl>find("organization-name").setText("Havenbrook College"));
            Stages.settle();
            assertThat(tab.text("organization-stage")).isEqualTo("Stage 1 change");
            tab.pictures("organization");
            tab.click("organization-stage");
            assertThat(tab.text("organization-remark")).contains("not sent yet");
            haven.organization.dialogs.willPick(Pictures.png(folder, 96));
            tab.click("organization-logo-pick");
            assertThat(tab.shows("organization-logo-remove")).isTrue();
            tab.picture("organization-logo-light");
            tab.click("organization-logo-remove");
            assertThat(tab.shows("organization-logo-remove")).isFalse();
            tab.click("organization-leave");
            Stages.run(() -> haven.organization.dialogs.choose("leave"));
            assertThat(haven.organization.store().outbox().list())
                    .extracting(operation -> operation.kind())
                    .contains(OperationKind.EDIT_ORGANIZATION, OperationKind.LEAVE_ORGANIZATION);
        }
        assertThat(CssWarnings.seen()).isEmpty();
    }

    @Test
    void says_what_is_wrong_beside_the_field() {
        try (var tab = stage(Role.OWNER)) {
            Stages.run(() -> tab.<TextInputControl>find("organization-name").setText(""));
            Stages.settle();
            assertThat(tab.text("organization-fault")).contains("1 to 100");
            assertThat(tab.<Node>find("organization-stage").isDisabled()).isTrue();
            assertThat(tab.<Node>find("organization-leave").isDisabled()).isTrue();
            tab.click("organization-discard");
            assertThat(tab.shows("organization-fault")).isFalse();
        }
    }

    @Test
    void a_support_session_only_reads() {
        try (var tab = stage(Role.SUPPORT)) {
            assertThat(tab.<Node>find("organization-name").isDisabled()).isTrue();
            assertThat(tab.<Node>find("organization-logo-pick").isDisabled()).isTrue();
            assertThat(tab.text("organization-remark")).contains("only reads");
            tab.picture("organization-support-light");
        }
    }

    @Test
    void offline_it_is_edited_all_the_same_and_unknown_keeps_the_title() {
        haven.organization.session.connection(Connection.State.UNREACHABLE);
        try (var tab = stage(Role.OWNER)) {
            assertThat(tab.<Node>find("organization-name").isDisabled()).isFalse();
        }
        try (var empty = new TestOrganization(folder.resolve("empty"))) {
            empty.session.connection(Connection.State.UNREACHABLE);
            var context = empty.context(Role.OWNER);
            try (var tab = new TabStage(() -> new OrganizationTab(context))) {
                assertThat(tab.text("organization-title")).isEqualTo("Organization");
                assertThat(tab.shows("organization-state-message")).isTrue();
            }
        }
    }
}
