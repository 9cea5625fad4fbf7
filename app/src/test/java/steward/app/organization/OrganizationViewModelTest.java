package steward.app.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import steward.api.Role;
import steward.app.control.State;
import steward.app.testing.Haven;
import steward.app.testing.TestOrganization;
import steward.store.Operation;
import steward.store.OperationKind;

class OrganizationViewModelTest {
    @TempDir
    Path folder;

    private Haven haven;
    private TestOrganization organization;
    private OrganizationViewModel model;

    @BeforeEach
    void open() {
        haven = new Haven(folder.resolve("haven"));
        organization = haven.organization;
        model = new OrganizationViewModel(organization.context(Role.ADMIN));
    }

    @AfterEach
    void close() {
        model.close();
        haven.close();
    }

    private Operation staged() {
        assertThat(organization.store().outbox().list()).hasSize(1);
        return organization.store().outbox().list().getFirst();
    }

    private String told() {
        return organization.notices.told.getLast().text();
    }

    @Test
    void stages_only_the_fields_that_differ_and_shows_them_at_once() {
        model.editor().name.set("  Havenbrook College ");
        model.editor().accentColor.set("#0F766E");
        assertThat(model.editor().changes.get())
                .as("a color is the same in capitals")
                .isEqualTo(1);
        model.stageEdits();
        assertThat(staged().payload().toString()).isEqualTo("{\"name\":\"Havenbrook College\"}");
        assertThat(model.editor().name.get()).isEqualTo("Havenbrook College");
        assertThat(model.editor().changes.get()).isZero();
        assertThat(model.pendingProperty().get()).isNotEmpty();
    }

    @Test
    void refuses_an_empty_name_and_too_long_a_description() {
        model.editor().name.set(" ");
        assertThat(model.editor().fault.get()).contains("1 to 100");
        model.stageEdits();
        assertThat(organization.store().outbox().list()).isEmpty();
        model.discardEdits();
        model.editor().description.set("x".repeat(501));
        assertThat(model.editor().fault.get()).contains("500");
        assertThat(model.canStage()).isFalse();
    }

    @Test
    void keeps_what_is_being_typed_when_fresh_data_arrive() {
        model.editor().name.set("Haven");
        organization.pull(
                steward.api.CollectionName.ROOMS,
                java.util.List.of(Haven.room(Haven.AULA, "Aula B", "aula-b", Haven.ago(1))));
        assertThat(model.editor().name.get()).isEqualTo("Haven");
    }

    @Test
    void a_logo_is_shown_before_it_is_sent_and_can_be_removed() {
        model.setLogo(Pictures.png(folder, 64));
        assertThat(staged().kind()).isEqualTo(OperationKind.SET_LOGO);
        assertThat(model.logoProperty().get()).isNotEmpty();
        model.removeLogo();
        assertThat(model.logoProperty().get()).isNull();
    }

    @Test
    void takes_a_jpeg_by_its_content_whatever_its_name_says() {
        model.setLogo(Pictures.image(folder.resolve("photo.png"), 64, "jpg"));
        assertThat(staged().kind()).isEqualTo(OperationKind.SET_LOGO);
    }

    @Test
    void refuses_what_cannot_be_a_logo_and_says_why() {
        model.setLogo(Pictures.bytes(folder.resolve("large.png"), new byte[(1 << 20) + 1]));
        assertThat(told()).contains("larger than 1 MB");
        model.setLogo(Pictures.bytes(folder.resolve("text.png"), "not a picture".getBytes(StandardCharsets.UTF_8)));
        assertThat(told()).contains("neither a PNG nor a JPEG");
        model.setLogo(Pictures.image(folder.resolve("drawing.png"), 64, "gif"));
        assertThat(told()).contains("neither a PNG nor a JPEG");
        model.setLogo(Pictures.png(folder, 2049));
        assertThat(told()).contains("2048 pixels");
        model.setLogo(folder.resolve("gone.png"));
        assertThat(organization.notices.told.getLast().title()).isEqualTo("The file could not be read");
        assertThat(organization.store().outbox().list()).isEmpty();
    }

    @Test
    void leaving_waits_in_the_outbox() {
        model.leave();
        assertThat(staged().kind()).isEqualTo(OperationKind.LEAVE_ORGANIZATION);
        assertThat(organization.notices.offers).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"MEMBER", "SUPPORT"})
    void who_may_not_edit_is_told_why(Role role) {
        var refused = new OrganizationViewModel(organization.context(role));
        assertThat(refused.refusalProperty().get()).isNotEmpty();
        refused.editor().name.set("Mine");
        refused.stageEdits();
        assertThat(organization.store().outbox().list()).isEmpty();
        refused.close();
    }

    @Test
    void the_owner_does_not_leave() {
        var owner = new OrganizationViewModel(organization.context(Role.OWNER));
        assertThat(owner.leaveRefusalProperty().get()).contains("Owner hands the organization over");
        owner.close();
    }

    @Test
    void knows_nothing_before_the_first_pull() {
        try (var empty = new TestOrganization(folder.resolve("empty"))) {
            var fresh = new OrganizationViewModel(empty.context(Role.OWNER));
            assertThat(fresh.stateProperty().get()).isEqualTo(State.awaited());
            assertThat(fresh.canStage()).isFalse();
            fresh.close();
        }
    }
}
