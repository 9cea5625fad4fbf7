package steward.app.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.api.AddOns;
import steward.api.BillingInterval;
import steward.api.BillingState;
import steward.api.CollectionName;
import steward.api.Json;
import steward.api.PlanChoice;
import steward.api.PlanId;
import steward.api.Role;
import steward.api.ScheduledChange;
import steward.api.Subscription;
import steward.app.control.State;
import steward.app.shell.OrganizationContext;
import steward.app.shell.PreferenceKeys;
import steward.app.testing.Haven;
import steward.app.testing.HavenWeek;
import steward.app.testing.TestOrganization;
import steward.sync.Connection;
import steward.sync.SyncException;
import tools.jackson.databind.node.ObjectNode;

class BillingViewModelTest {
    @TempDir
    Path folder;

    private Haven haven;
    private BillingDesk desk;
    private OrganizationContext context;
    private BillingViewModel model;

    @BeforeEach
    void open() {
        haven = new Haven(folder.resolve("haven"));
        HavenWeek.fill(haven.organization);
        desk = new BillingDesk(Haven.subscription(BillingState.ACTIVE), Haven.NOW);
        haven.organization.session.online(desk);
        context = haven.organization.context(Role.OWNER);
        model = new BillingViewModel(context);
    }

    @AfterEach
    void close() {
        model.close();
        haven.close();
    }

    private void forward(Duration time) {
        desk.now = desk.now.plus(time);
        haven.organization.forward(time);
    }

    @Test
    void previews_what_is_chosen_once_a_change_and_applies_it_as_previewed() {
        assertThat(model.isChanged()).isFalse();
        model.editor().licenses.set(5);
        assertThat(desk.previewed).hasSize(1);
        assertThat(model.previewProperty().get().dueNow()).isEqualTo(12_00);
        assertThat(model.canApply()).isTrue();
        var agreed = model.previewProperty().get();
        model.apply();
        assertThat(desk.charged).containsExactly(agreed);
        assertThat(model.isChanged())
                .as("what the answer says is in force at once")
                .isFalse();
        assertThat(model.accountProperty().get().subscription().licensesOwned()).isEqualTo(23);
        assertThat(haven.organization.notices.told.getLast().text()).contains("€12.00", "HB-2026-0400");
    }

    /** Who hears of the account looks at the choice at once: it must not look like one to be asked about. */
    @Test
    void what_is_in_force_never_looks_like_a_choice() {
        var choice = new PlanChoice(PlanId.BUSINESS, BillingInterval.MONTHLY, new AddOns(7, 0, 0));
        var seen = new ArrayList<Boolean>();
        model.accountProperty().subscribe(account -> seen.add(model.isChanged()));
        ObjectNode other = Json.mapper().valueToTree(Haven.subscription(BillingState.ACTIVE));
        other.set("choice", Json.mapper().valueToTree(choice));
        HavenWeek.pull(haven.organization, Json.mapper().treeToValue(other, Subscription.class));
        assertThat(model.editor().choice()).isEqualTo(choice);
        assertThat(seen).hasSize(2).containsOnly(false);
    }

    @Test
    void a_preview_that_ran_out_is_replaced_by_a_fresh_one_and_nothing_is_charged() {
        model.editor().licenses.set(5);
        desk.now = desk.now.plus(Duration.ofMinutes(16));
        model.apply();
        assertThat(desk.charged).isEmpty();
        assertThat(model.previewProperty().get().prorationAt()).isEqualTo(desk.now);
        assertThat(haven.organization.notices.told.getLast().title()).isEqualTo("The amount is a new one");
        model.apply();
        model.apply();
        assertThat(desk.charged).hasSize(1);
    }

    @Test
    void a_preview_this_clock_knows_to_be_over_is_not_sent_at_all() {
        model.editor().licenses.set(5);
        forward(Duration.ofMinutes(16));
        assertThat(model.holds()).isFalse();
        model.apply();
        assertThat(desk.charged).isEmpty();
        model.previewAgain();
        assertThat(model.canApply()).isTrue();
        assertThat(desk.previewed).hasSize(2);
    }

    @Test
    void an_answer_to_what_is_no_longer_chosen_is_dropped() {
        desk.meanwhile = () -> {
            desk.fault = new SyncException.ServerFault(503, null);
            model.editor().set(new PlanChoice(PlanId.BUSINESS, BillingInterval.MONTHLY, new AddOns(9, 0, 0)));
        };
        model.editor().licenses.set(5);
        assertThat(model.previewFaultProperty().get()).isEmpty();
        assertThat(model.previewProperty().get()).isNull();
    }

    @Test
    void says_why_there_is_no_preview_and_asks_again() {
        desk.fault = new SyncException.ServerFault(503, null);
        model.editor().licenses.set(5);
        assertThat(model.previewFaultProperty().get()).isNotEmpty();
        model.previewAgain();
        assertThat(model.previewProperty().get()).isNotNull();
    }

    @Test
    void offline_nothing_is_asked_until_the_server_is_back() {
        haven.organization.session.connection(Connection.State.UNREACHABLE);
        model.editor().licenses.set(5);
        assertThat(desk.previewed).isEmpty();
        assertThat(model.previewFaultProperty().get()).contains("cannot be reached");
        haven.organization.session.connection(Connection.State.CONNECTED);
        assertThat(desk.previewed).hasSize(1);
        assertThat(model.canApply()).isTrue();
    }

    @Test
    void support_sees_the_preview_and_cannot_apply_it() {
        var support = new BillingViewModel(haven.organization.context(Role.SUPPORT));
        support.editor().licenses.set(5);
        assertThat(support.previewProperty().get()).isNotNull();
        assertThat(support.applyRefusalProperty().get()).isNotEmpty();
        support.apply();
        assertThat(desk.charged).isEmpty();
        support.close();
    }

    @Test
    void a_plan_without_add_ons_lays_them_aside_and_the_next_takes_them_up() {
        model.editor().plan.set(PlanId.FREE);
        assertThat(desk.previewed.getLast().addOns()).isEqualTo(new AddOns(0, 0, 0));
        model.editor().plan.set(PlanId.BUSINESS);
        assertThat(model.isChanged()).isFalse();
        assertThat(model.editor().licenses.get()).isEqualTo(2);
    }

    @Test
    void less_is_scheduled_and_can_be_withdrawn() {
        model.editor().licenses.set(0);
        model.apply();
        assertThat(haven.organization.notices.told.getLast().text()).contains("takes effect");
        ScheduledChange change = model.accountProperty().get().scheduled();
        assertThat(change.choice().addOns().licenses()).isZero();
        haven.organization.pull(CollectionName.SCHEDULED_CHANGES, List.of(change));
        model.withdraw(change);
        assertThat(desk.withdrawn).containsExactly(change.id());
        desk.fault = new SyncException.ServerFault(503, null);
        model.withdraw(change);
        assertThat(haven.organization.notices.told.getLast().title())
                .isEqualTo("The scheduled change was not withdrawn");
    }

    @Test
    void takes_the_advice_of_the_licenses_tab_once() {
        context.window().memory().write(PreferenceKeys.licensesToAdd(context.orgId()), "3");
        model.takeAdvice();
        assertThat(model.editor().licenses.get()).isEqualTo(5);
        model.takeAdvice();
        assertThat(model.editor().licenses.get()).isEqualTo(5);
    }

    @Test
    void knows_nothing_before_the_first_pull() {
        try (var empty = new TestOrganization(folder.resolve("empty"))) {
            var fresh = new BillingViewModel(empty.context(Role.OWNER));
            assertThat(fresh.stateProperty().get()).isEqualTo(State.awaited());
            fresh.close();
        }
    }
}
