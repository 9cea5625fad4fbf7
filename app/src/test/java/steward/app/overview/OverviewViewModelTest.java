package steward.app.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.api.BillingState;
import steward.api.CollectionName;
import steward.api.Dunning;
import steward.api.Ids;
import steward.api.Role;
import steward.api.Subscription;
import steward.api.UsageSample;
import steward.app.control.State;
import steward.app.shell.Place;
import steward.app.shell.PreferenceKeys;
import steward.app.testing.Haven;
import steward.app.testing.HavenWeek;
import steward.app.testing.TestOrganization;
import steward.store.CacheWriter;
import steward.store.OperationKind;
import steward.sync.Connection;
import tools.jackson.databind.node.BooleanNode;

class OverviewViewModelTest {
    @TempDir
    Path folder;

    private Haven haven;
    private TestOrganization organization;
    private OverviewViewModel model;

    @BeforeEach
    void open() {
        haven = new Haven(folder.resolve("haven"));
        organization = haven.organization;
        model = new OverviewViewModel(organization.context(Role.OWNER));
        model.fetch();
    }

    @AfterEach
    void close() {
        model.close();
        haven.close();
    }

    private CacheWriter cache() {
        return organization.store().cacheWriter(organization.orgId);
    }

    private Standing.Live live() {
        return model.standingProperty().get().live();
    }

    private List<String> needs() {
        return model.needs().stream().map(Need::id).toList();
    }

    private Need need(String id) {
        return model.needs().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError(id + " not in " + needs()));
    }

    private void subscribe(long storage, Dunning dunning) {
        Subscription now = Haven.subscription(BillingState.ACTIVE);
        HavenWeek.pull(
                organization,
                new Subscription(
                        now.choice(),
                        now.currency(),
                        now.recurringTotal(),
                        now.periodStart(),
                        now.periodEnd(),
                        now.licensesOwned(),
                        storage,
                        now.participantLimit(),
                        now.meetingMinutes(),
                        now.state(),
                        dunning,
                        0,
                        now.version() + 1));
    }

    @Test
    void names_each_thing_that_needs_somebody_the_most_urgent_first() {
        subscribe(
                2_300_000_000L,
                new Dunning(Ids.next(), "HB-2026-0311", 1_148_00, Haven.ago(48), Haven.NOW.plus(Duration.ofDays(7))));
        cache().saveSample(new UsageSample(Haven.NOW, 19, 20));
        cache().markLive(Haven.NOW);
        assertThat(needs()).containsExactly("payment", "refused", "licenses", "over-time", "storage", "expiring");
        assertThat(need("payment").title()).contains("HB-2026-0311", "€1,148.00");
        assertThat(need("licenses").title()).isEqualTo("1 license left");
        assertThat(need("over-time").title()).contains("Thesis defense", "39");
    }

    @Test
    void each_leads_where_it_is_settled() {
        subscribe(2_300_000_000L, new Dunning(Ids.next(), "HB-1", 1, Haven.ago(48), Haven.NOW.plusSeconds(60)));
        for (String id : List.of("payment", "refused", "over-time", "storage"))
            need(id).run().run();
        assertThat(organization.visited)
                .containsExactly(Place.BILLING, Place.LICENSES, Place.MEETINGS, Place.RECORDINGS);
    }

    @Test
    void expiring_invitations_are_sent_again_by_one_click() {
        need("expiring").run().run();
        assertThat(organization.store().outbox().list())
                .extracting(operation -> operation.kind())
                .containsExactly(OperationKind.RESEND_INVITATION);
        assertThat(organization.notices.offers).hasSize(1);
    }

    @Test
    void support_is_told_why_nothing_is_sent_again() {
        var support = new OverviewViewModel(organization.context(Role.SUPPORT));
        support.fetch();
        support.needs().stream()
                .filter(need -> need.id().equals("expiring"))
                .findFirst()
                .orElseThrow()
                .run()
                .run();
        assertThat(organization.store().outbox().list()).isEmpty();
        assertThat(organization.notices.told.getLast().text()).contains("only reads");
        support.close();
    }

    @Test
    void what_moves_is_not_called_urgent_while_it_is_not_known() {
        cache().saveSample(new UsageSample(Haven.NOW, 20, 20));
        assertThat(needs()).contains("licenses", "over-time");
        organization.session.connection(Connection.State.UNREACHABLE);
        assertThat(needs()).doesNotContain("licenses", "over-time");
        assertThat(live().age().lost()).isTrue();
    }

    @Test
    void a_stream_that_fell_silent_stops_what_moves_though_no_connection_broke() {
        cache().saveSample(new UsageSample(Haven.NOW, 20, 20));
        cache().markLive(Haven.NOW);
        organization.forward(Duration.ofSeconds(30));
        assertThat(live().age().lost()).isFalse();
        assertThat(live().usage().now()).hasValue(20);
        organization.forward(Duration.ofSeconds(1));
        assertThat(live().age().lost()).isTrue();
        assertThat(live().age().until(Haven.NOW.plusSeconds(300)))
                .as("running times")
                .isEqualTo(Haven.NOW);
        assertThat(live().usage().now()).as("the dot of the chart").isEmpty();
        assertThat(needs()).doesNotContain("licenses", "over-time");
        cache().markLive(Haven.NOW.plusSeconds(31));
        assertThat(live().age().lost()).isFalse();
        assertThat(live().usage().now()).hasValue(20);
    }

    @Test
    void the_checklist_ticks_itself_from_the_data() {
        assertThat(model.stepsLeft()).containsExactly(Step.LOGO, Step.LICENSES);
        organization.store().preferences().put(PreferenceKeys.licensesSeen(organization.orgId), BooleanNode.TRUE);
        model.fetch();
        assertThat(model.stepsLeft()).containsExactly(Step.LOGO);
    }

    @Test
    void counts_admin_seats_from_the_roles_and_only_invitations_that_can_still_be_accepted() {
        HavenWeek.fill(organization);
        Standing standing = model.standingProperty().get();
        assertThat(standing.owners()).isEqualTo(1);
        assertThat(standing.admins()).isEqualTo(2);
        assertThat(standing.invited().valid()).isEqualTo(1);
        organization.forward(Duration.ofHours(21));
        assertThat(model.standingProperty().get().invited().valid()).isZero();
    }

    @Test
    void lists_the_longest_running_meeting_first() {
        organization.pull(
                CollectionName.MEETINGS, List.of(Haven.meeting(UUID.randomUUID(), "Faculty board", null, 200, 60)));
        assertThat(model.meetings())
                .extracting(meeting -> meeting.title())
                .containsExactly("Faculty board", "Thesis defense");
    }

    @Test
    void asks_for_usage_every_minute_until_it_is_closed() {
        organization.forward(Duration.ofMinutes(1));
        assertThat(organization.session.usageAsked).hasSize(2);
        model.close();
        organization.forward(Duration.ofMinutes(5));
        assertThat(organization.session.usageAsked).hasSize(2);
    }

    @Test
    void knows_nothing_before_the_first_pull() {
        try (var empty = new TestOrganization(folder.resolve("empty"))) {
            var fresh = new OverviewViewModel(empty.context(Role.OWNER));
            fresh.fetch();
            assertThat(fresh.stateProperty().get()).isEqualTo(State.awaited());
            assertThat(fresh.needs()).isEmpty();
            fresh.close();
        }
    }
}
