package steward.app.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.api.BillingState;
import steward.api.Dunning;
import steward.api.Ids;
import steward.api.Role;
import steward.api.Subscription;
import steward.app.shell.OrganizationContext;
import steward.app.shell.Place;
import steward.app.testing.CssWarnings;
import steward.app.testing.Haven;
import steward.app.testing.HavenWeek;
import steward.app.testing.Stages;
import steward.app.testing.TabStage;
import steward.app.testing.TestOrganization;
import steward.sync.Connection;

class OverviewViewTest {
    @TempDir
    Path folder;

    @Test
    void shows_how_it_stands_and_leads_to_each_place() {
        try (var haven = new Haven(folder)) {
            HavenWeek.fill(haven.organization);
            failPayment(haven.organization);
            OrganizationContext context = haven.organization.context(Role.OWNER);
            try (var tab = new TabStage(() -> new OverviewTab(context))) {
                tab.pictures("overview");
                assertThat(tab.words("overview-figures-total")).contains("6");
                assertThat(tab.words("overview-figures-admins")).contains("3", "1 owner, 2 admins");
                assertThat(tab.text("overview-licenses-now")).isEqualTo("17 of 20");
                assertThat(tab.<TableView<?>>find("overview-meetings").getItems())
                        .hasSize(17);
                assertThat(tab.<Node>find("overview-need-payment")
                                .getLayoutBounds()
                                .getHeight())
                        .isEqualTo(28);
                for (String id : new String[] {
                    "overview-need-payment", "overview-need-refused", "overview-need-over-time", "overview-invite",
                    "overview-import", "overview-all-meetings", "overview-open-licenses", "overview-open-recordings",
                    "overview-checklist-next"
                }) tab.click(id);
                assertThat(haven.organization.visited)
                        .containsExactly(
                                Place.BILLING,
                                Place.LICENSES,
                                Place.MEETINGS,
                                Place.MEMBERS,
                                Place.IMPORT,
                                Place.MEETINGS,
                                Place.LICENSES,
                                Place.RECORDINGS,
                                Place.ORGANIZATION);
                tab.click("overview-need-expiring");
                assertThat(haven.organization.store().outbox().list()).hasSize(1);
            }
            assertThat(CssWarnings.seen()).isEmpty();
        }
    }

    @Test
    void says_as_of_when_the_moving_figures_are() {
        try (var haven = new Haven(folder)) {
            HavenWeek.fill(haven.organization);
            OrganizationContext context = haven.organization.context(Role.SUPPORT);
            try (var tab = new TabStage(() -> new OverviewTab(context))) {
                Stages.run(() -> haven.organization.session.connection(Connection.State.UNREACHABLE));
                Stages.settle();
                assertThat(tab.text("overview-meetings-count")).startsWith("17 running as of");
                assertThat(tab.<Node>find("overview-licenses-now").getStyleClass())
                        .contains("muted");
                assertThat(tab.<Node>find("overview-invite").isDisabled())
                        .as("support reads")
                        .isTrue();
                tab.picture("overview-offline-light");
            }
        }
    }

    @Test
    void stands_still_when_the_stream_falls_silent() {
        try (var haven = new Haven(folder)) {
            HavenWeek.fill(haven.organization);
            OrganizationContext context = haven.organization.context(Role.OWNER);
            try (var tab = new TabStage(() -> new OverviewTab(context))) {
                TableView<?> table = tab.find("overview-meetings");
                String running = running(table);
                Stages.run(() -> haven.organization.forward(Duration.ofMinutes(5)));
                Stages.settle();
                assertThat(running(table)).isEqualTo(running);
                assertThat(tab.text("overview-meetings-count")).startsWith("17 running as of");
                assertThat(tab.<Node>find("overview-licenses-now").getStyleClass())
                        .contains("muted");
                assertThat(table.getPseudoClassStates())
                        .extracting(Object::toString)
                        .contains("stale");
            }
        }
    }

    private static String running(TableView<?> table) {
        return table.getColumns().stream()
                .filter(column -> "overview-meeting-running".equals(column.getId()))
                .map(column -> column.getCellData(0).toString())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void usage_nobody_fetched_is_not_known_instead_of_zero() {
        try (var haven = new Haven(folder)) {
            haven.organization.forward(Duration.ofDays(2));
            OrganizationContext context = haven.organization.context(Role.OWNER);
            try (var tab = new TabStage(() -> new OverviewTab(context))) {
                assertThat(tab.text("overview-licenses-now")).isEqualTo("Not known");
                assertThat(tab.text("overview-meetings-count")).startsWith("1 running as of");
                assertThat(tab.text("overview-checklist-count")).isEqualTo("3 of 5 done");
                tab.picture("overview-quiet-light");
            }
        }
    }

    @Test
    void keeps_its_title_while_nothing_is_known() {
        try (var empty = new TestOrganization(folder)) {
            OrganizationContext context = empty.context(Role.OWNER);
            try (var tab = new TabStage(() -> new OverviewTab(context))) {
                assertThat(tab.text("overview-title")).isEqualTo("Overview");
                assertThat(tab.shows("overview-figures")).isFalse();
                Stages.run(() -> empty.session.connection(Connection.State.UNREACHABLE));
                Stages.settle();
                assertThat(tab.shows("overview-state-message")).isTrue();
                tab.picture("overview-unknown-light");
            }
        }
    }

    private static void failPayment(TestOrganization organization) {
        Subscription now = Haven.subscription(BillingState.DUNNING);
        var dunning =
                new Dunning(Ids.next(), "HB-2026-0311", 1_148_00, Haven.ago(48), Haven.NOW.plus(Duration.ofDays(7)));
        HavenWeek.pull(
                organization,
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
                        now.version() + 1));
    }
}
