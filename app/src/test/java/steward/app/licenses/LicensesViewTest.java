package steward.app.licenses;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.api.Role;
import steward.api.UsageSample;
import steward.app.chart.UsageChart;
import steward.app.control.ViewMemory;
import steward.app.shell.OrganizationContext;
import steward.app.shell.Place;
import steward.app.shell.PreferenceKeys;
import steward.app.testing.CssWarnings;
import steward.app.testing.Haven;
import steward.app.testing.HavenWeek;
import steward.app.testing.Stages;
import steward.app.testing.TabStage;
import steward.app.testing.TestOrganization;
import steward.sync.Connection;

class LicensesViewTest {
    @TempDir
    Path folder;

    @Test
    void switches_spans_and_to_the_table_walks_the_chart_and_leads_to_billing() {
        try (var haven = new Haven(folder)) {
            HavenWeek.fill(haven.organization);
            OrganizationContext context = haven.organization.context(Role.OWNER);
            try (var tab = new TabStage(() -> new LicensesTab(context))) {
                tab.pictures("licenses");
                UsageChart chart = tab.find("licenses-chart");
                assertThat(tab.words("licenses-chart")).contains("Now 17", "Unknown", "Owned 18");
                tab.click("licenses-chart");
                tab.type(KeyCode.END, KeyCode.LEFT, KeyCode.LEFT, KeyCode.LEFT);
                assertThat(chart.pointedProperty().get().refused()).isEqualTo(1);
                tab.picture("licenses-hover-light");
                tab.type(KeyCode.ESCAPE);
                tab.click("licenses-span-day");
                assertThat(tab.words("licenses-chart")).doesNotContain("Unknown");
                tab.click("licenses-mode-true");
                TableView<?> table = tab.find("licenses-usage");
                assertThat(table.getItems().size()).isGreaterThan(1400);
                assertThat(tab.shows("licenses-chart")).isFalse();
                tab.picture("licenses-table-light");
                tab.click("licenses-preview");
                assertThat(haven.organization.visited).containsExactly(Place.BILLING);
                ViewMemory memory = context.window().memory();
                assertThat(memory.read(PreferenceKeys.licensesToAdd(context.orgId())))
                        .hasValue("3");
            }
            assertThat(CssWarnings.seen()).isEmpty();
        }
    }

    @Test
    void follows_live_samples_and_says_since_when_it_does_not() throws Exception {
        try (var haven = new Haven(folder)) {
            HavenWeek.fill(haven.organization);
            OrganizationContext context = haven.organization.context(Role.OWNER);
            try (var tab = new TabStage(() -> new LicensesTab(context))) {
                Stages.run(() -> haven.organization
                        .store()
                        .cacheWriter(context.orgId())
                        .saveSample(new UsageSample(Haven.NOW.minusSeconds(1), 18, 20)));
                Stages.settle();
                assertThat(tab.words("licenses-chart")).contains("Now 18");
                Stages.run(() -> haven.organization.session.connection(Connection.State.UNREACHABLE));
                Stages.settle();
                assertThat(tab.words("licenses-chart")).doesNotContain("Now");
                assertThat(tab.words("licenses-figures-in-use")).contains("18 of 20", "as of");
                tab.picture("licenses-offline-light");
                Path file = folder.resolve("usage.csv");
                haven.organization.dialogs.willPick(file);
                Stages.run(() -> tab.<javafx.scene.control.MenuButton>find("licenses-export")
                        .getItems()
                        .getLast()
                        .fire());
                assertThat(Files.readString(file)).contains("2026-11-22T01:00:00Z,2026-11-22T02:00:00Z,,,20,0");
            }
        }
    }

    @Test
    void keeps_its_title_while_nothing_is_known() {
        try (var empty = new TestOrganization(folder)) {
            empty.session.connection(Connection.State.UNREACHABLE);
            OrganizationContext context = empty.context(Role.OWNER);
            try (var tab = new TabStage(() -> new LicensesTab(context))) {
                assertThat(tab.text("licenses-title")).isEqualTo("Licenses");
                assertThat(tab.shows("licenses-state-message")).isTrue();
                tab.picture("licenses-unknown-light");
                tab.click("licenses-state-action-0");
                assertThat(empty.session.refreshed).containsExactly(context.orgId());
            }
        }
    }
}
