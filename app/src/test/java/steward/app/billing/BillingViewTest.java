package steward.app.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Spinner;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.api.AddOns;
import steward.api.BillingInterval;
import steward.api.BillingState;
import steward.api.CollectionName;
import steward.api.Dunning;
import steward.api.Ids;
import steward.api.PlanChoice;
import steward.api.PlanId;
import steward.api.Role;
import steward.api.Subscription;
import steward.app.testing.CssWarnings;
import steward.app.testing.Haven;
import steward.app.testing.HavenWeek;
import steward.app.testing.Stages;
import steward.app.testing.TabStage;
import steward.app.testing.TestOrganization;
import steward.sync.Connection;

class BillingViewTest {
    @TempDir
    Path folder;

    private Haven haven;
    private BillingDesk desk;

    @BeforeEach
    void open() {
        haven = new Haven(folder.resolve("haven"));
        HavenWeek.fill(haven.organization);
        desk = new BillingDesk(Haven.subscription(BillingState.ACTIVE), Haven.NOW);
        haven.organization.session.online(desk);
    }

    @AfterEach
    void close() {
        haven.close();
    }

    private TabStage stage(Role role) {
        var context = haven.organization.context(role);
        return new TabStage(() -> new BillingTab(context));
    }

    @Test
    void steps_up_sees_the_price_and_pays_exactly_that() {
        try (var tab = stage(Role.OWNER)) {
            assertThat(tab.text("billing-choose-price")).isEqualTo("€225.00 a month");
            assertThat(tab.text("billing-choose-licenses-note")).isEqualTo("€12.00 a month each");
            assertThat(tab.text("billing-choose-storage-note")).isEqualTo("1 TB each, €20.00 a month");
            tab.picture("billing-light");
            Spinner<Integer> licenses = tab.find("billing-choose-licenses");
            Stages.run(() -> licenses.increment(3));
            Stages.settle();
            assertThat(tab.text("billing-due-now")).isEqualTo("€12.00");
            tab.pictures("billing-preview");
            assertThat(tab.text("billing-apply")).isEqualTo("Pay €12.00 and change");
            tab.click("billing-apply");
            assertThat(desk.charged).hasSize(1);
            assertThat(tab.shows("billing-preview")).isFalse();
            assertThat(tab.words("billing-plan")).contains("23, 18 included + 5");
        }
        assertThat(CssWarnings.seen()).isEmpty();
    }

    @Test
    void typing_takes_numbers_only_and_yearly_shows_yearly_prices() {
        try (var tab = stage(Role.OWNER)) {
            Spinner<Integer> licenses = tab.find("billing-choose-licenses");
            Stages.run(() -> {
                licenses.getEditor().setText("many");
                licenses.commitValue();
            });
            assertThat(licenses.getValue()).isEqualTo(2);
            Stages.run(() -> {
                licenses.getEditor().setText("40");
                licenses.commitValue();
            });
            assertThat(desk.previewed.getLast().addOns().licenses()).isEqualTo(40);
            tab.click("billing-choose-interval-yearly");
            assertThat(tab.text("billing-choose-price")).isEqualTo("€2,250.00 a year");
            assertThat(desk.previewed.getLast().interval()).isEqualTo(BillingInterval.YEARLY);
            tab.click("billing-discard");
            assertThat(licenses.getValue()).isEqualTo(2);
            assertThat(tab.shows("billing-preview")).isFalse();
        }
    }

    @Test
    void a_preview_that_ran_out_offers_a_fresh_one() {
        try (var tab = stage(Role.OWNER)) {
            Stages.run(
                    () -> tab.<Spinner<Integer>>find("billing-choose-licenses").increment(1));
            Stages.run(() -> {
                desk.now = desk.now.plus(Duration.ofMinutes(16));
                haven.organization.forward(Duration.ofMinutes(16));
            });
            Stages.settle();
            assertThat(tab.text("billing-apply")).isEqualTo("Ask again");
            tab.click("billing-apply");
            assertThat(desk.charged).isEmpty();
            assertThat(tab.text("billing-apply")).isEqualTo("Pay €4.00 and change");
        }
    }

    @Test
    void free_disables_the_add_ons_with_the_reason() {
        try (var tab = stage(Role.OWNER)) {
            tab.click("billing-choose-plan");
            tab.type(KeyCode.UP, KeyCode.UP, KeyCode.ENTER);
            assertThat(tab.<Node>find("billing-choose-licenses").isDisabled()).isTrue();
            assertThat(tab.text("billing-choose-licenses-note")).isEqualTo("Free has no add-ons");
            assertThat(tab.text("billing-apply")).startsWith("Schedule for");
            tab.picture("billing-downgrade-light");
        }
    }

    @Test
    void support_sees_the_preview_and_why_it_cannot_apply() {
        try (var tab = stage(Role.SUPPORT)) {
            Stages.run(
                    () -> tab.<Spinner<Integer>>find("billing-choose-licenses").increment(1));
            Stages.settle();
            assertThat(tab.shows("billing-preview")).isTrue();
            assertThat(tab.<Node>find("billing-apply").isDisabled()).isTrue();
            assertThat(tab.text("billing-remark")).contains("only reads");
            Stages.setDark(true);
            tab.picture("billing-support-dark");
            Stages.setDark(false);
        }
    }

    @Test
    void offline_says_that_a_preview_needs_the_server() {
        haven.organization.session.connection(Connection.State.OFFLINE_BY_CHOICE);
        try (var tab = stage(Role.OWNER)) {
            Stages.run(
                    () -> tab.<Spinner<Integer>>find("billing-choose-licenses").increment(1));
            Stages.settle();
            assertThat(tab.text("billing-preview-fault")).contains("you work offline");
            assertThat(tab.<Node>find("billing-apply").isDisabled()).isTrue();
            assertThat(tab.<Node>find("billing-preview-again").isDisabled()).isTrue();
            tab.picture("billing-offline-light");
        }
    }

    @Test
    void a_failed_payment_and_a_scheduled_change_are_said_and_the_change_withdrawn() {
        Subscription now = Haven.subscription(BillingState.DUNNING);
        var dunning =
                new Dunning(Ids.next(), "HB-2026-0311", 249_00, Haven.ago(48), Haven.NOW.plus(Duration.ofDays(7)));
        HavenWeek.pull(
                haven.organization,
                new Subscription(
                        now.choice(),
                        now.currency(),
                        now.recurringTotal(),
                        now.periodStart(),
                        now.periodEnd(),
                        now.licensesOwned(),
                        now.storageBytes(),
                        now.participantLimit(),
                        now.meetingMinutes(),
                        now.state(),
                        dunning,
                        0,
                        6));
        var less = new PlanChoice(PlanId.PRO, BillingInterval.YEARLY, new AddOns(1, 2, 0));
        haven.organization.pull(CollectionName.SCHEDULED_CHANGES, List.of(desk.scheduled(less)));
        try (var tab = stage(Role.ADMIN)) {
            assertThat(tab.words("billing-dunning")).contains("HB-2026-0311", "€249.00");
            assertThat(tab.text("billing-scheduled"))
                    .contains("Pro, Yearly, 1 add-on license, 2 TB storage from 4 Dec 2026");
            tab.picture("billing-dunning-light");
            tab.click("billing-withdraw");
            assertThat(desk.withdrawn).hasSize(1);
        }
    }

    @Test
    void keeps_its_title_before_anything_is_known() {
        try (var empty = new TestOrganization(folder.resolve("empty"))) {
            empty.session.connection(Connection.State.UNREACHABLE);
            var context = empty.context(Role.OWNER);
            try (var tab = new TabStage(() -> new BillingTab(context))) {
                assertThat(tab.text("billing-title")).isEqualTo("Billing");
                assertThat(tab.shows("billing-state-message")).isTrue();
                assertThat(tab.shows("billing-apply")).isFalse();
            }
        }
    }
}
