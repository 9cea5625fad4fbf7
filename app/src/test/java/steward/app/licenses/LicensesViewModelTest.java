package steward.app.licenses;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.api.CollectionName;
import steward.api.Ids;
import steward.api.RefusedStart;
import steward.api.Resolution;
import steward.api.Role;
import steward.api.UsageBucket;
import steward.api.UsageSample;
import steward.app.control.State;
import steward.app.shell.PreferenceKeys;
import steward.app.testing.Haven;
import steward.app.testing.HavenWeek;
import steward.app.testing.TestOrganization;
import steward.store.CacheWriter;
import steward.sync.Connection;

class LicensesViewModelTest {
    @TempDir
    Path folder;

    private Haven haven;
    private LicensesViewModel model;

    @BeforeEach
    void open() {
        haven = new Haven(folder.resolve("haven"));
        HavenWeek.fill(haven.organization);
        model = new LicensesViewModel(haven.organization.context(Role.OWNER));
    }

    @AfterEach
    void close() {
        model.close();
        haven.close();
    }

    private CacheWriter cache() {
        return haven.organization.store().cacheWriter(haven.organization.orgId);
    }

    @Test
    void shows_the_figures_of_now_today_and_the_week() {
        LicensesViewModel.Figures figures = model.figuresProperty().get();
        assertThat(figures.now().inUse()).isEqualTo(17);
        assertThat(figures.asOf()).isNull();
        assertThat(figures.highestToday()).isEqualTo(20);
        assertThat(figures.highestAt()).isEqualTo(Instant.parse("2026-11-24T10:00:00Z"));
        assertThat(figures.refusedToday()).isEqualTo(4);
        assertThat(figures.refusedWeek()).isEqualTo(6);
        assertThat(figures.subscription().licensesOwned()).isEqualTo(20);
    }

    @Test
    void each_span_shows_its_own_buckets_and_asks_for_them() {
        haven.organization.session.usageAsked.clear();
        model.spanProperty().set(UsageSpan.HOUR);
        assertThat(model.usageProperty().get().width()).isEqualTo(Duration.ofMinutes(1));
        assertThat(model.usageProperty().get().buckets()).hasSize(61);
        assertThat(haven.organization.session.usageAsked).contains(Resolution.MINUTE);
        model.spanProperty().set(UsageSpan.QUARTER);
        assertThat(model.usageProperty().get().width()).isEqualTo(Duration.ofDays(1));
        assertThat(model.usageProperty().get().buckets()).hasSizeBetween(90, 91);
        assertThat(haven.organization.session.usageAsked).contains(Resolution.DAY);
    }

    @Test
    void a_live_sample_moves_the_last_point_and_the_word_now_without_a_fetch() {
        model.spanProperty().set(UsageSpan.HOUR);
        haven.organization.forward(Duration.ofSeconds(30));
        haven.organization.session.usageAsked.clear();
        cache().saveSample(new UsageSample(Haven.NOW.plusSeconds(30), 19, 20));
        cache().markLive(Haven.NOW.plusSeconds(30));
        assertThat(model.usageProperty().get().now()).hasValue(19);
        assertThat(model.usageProperty().get().buckets().getLast().highest()).isEqualTo(19);
        assertThat(model.figuresProperty().get().now().inUse()).isEqualTo(19);
        assertThat(haven.organization.session.usageAsked).isEmpty();
    }

    @Test
    void what_nobody_knows_is_a_gap_and_now_is_not_known_while_unreachable() {
        assertThat(model.usageProperty().get().buckets())
                .filteredOn(bucket -> bucket.highest() == null)
                .extracting(UsageBucket::start)
                .contains(Instant.parse("2026-11-22T01:00:00Z"));
        haven.organization.session.connection(Connection.State.UNREACHABLE);
        assertThat(model.usageProperty().get().now()).isEmpty();
        assertThat(model.figuresProperty().get().asOf()).isEqualTo(Haven.NOW);
    }

    @Test
    void a_stream_that_fell_silent_is_not_now_though_no_connection_broke() {
        haven.organization.forward(Duration.ofSeconds(30));
        assertThat(model.usageProperty().get().now()).hasValue(17);
        assertThat(model.figuresProperty().get().asOf()).isNull();
        haven.organization.forward(Duration.ofSeconds(1));
        assertThat(model.usageProperty().get().now()).isEmpty();
        assertThat(model.figuresProperty().get().asOf()).isEqualTo(Haven.NOW);
    }

    @Test
    void asks_again_every_minute_until_it_is_closed() {
        model.fetch();
        haven.organization.session.usageAsked.clear();
        haven.organization.forward(Duration.ofSeconds(30));
        assertThat(haven.organization.session.usageAsked).isEmpty();
        haven.organization.forward(Duration.ofSeconds(30));
        assertThat(haven.organization.session.usageAsked).isNotEmpty();
        model.close();
        haven.organization.session.usageAsked.clear();
        haven.organization.forward(Duration.ofMinutes(5));
        assertThat(haven.organization.session.usageAsked).isEmpty();
    }

    @Test
    void recommends_as_many_more_as_were_refused_together_at_their_price() {
        Recommendation advice = model.recommendationProperty().get().orElseThrow();
        assertThat(advice.wanted()).isEqualTo(23);
        assertThat(advice.ran()).isEqualTo(20);
        assertThat(advice.more()).isEqualTo(3);
        assertThat(advice.price()).hasValue(36_00L);
        assertThat(advice.lastRefusal()).isEqualTo(Instant.parse("2026-11-24T11:04:00Z"));
    }

    @Test
    void who_tried_three_times_wanted_one() {
        try (var other = new Haven(folder.resolve("other"))) {
            for (int minute = 0; minute < 3; minute++) {
                other.organization.pull(
                        CollectionName.REFUSED_STARTS,
                        java.util.List.of(new RefusedStart(
                                Ids.next(), Haven.ago(1).plusSeconds(60 * minute), "Kwame Mensah", null, 20, 20)));
            }
            var alone = new LicensesViewModel(other.organization.context(Role.OWNER));
            assertThat(alone.recommendationProperty().get().orElseThrow().more())
                    .isEqualTo(1);
            assertThat(alone.recommendationProperty().get().orElseThrow().price())
                    .hasValue(12_00L);
            alone.close();
        }
    }

    @Test
    void ticks_the_checklist_once_somebody_looked() {
        model.seen();
        assertThat(haven.organization.store().preferences().get(PreferenceKeys.licensesSeen(haven.organization.orgId)))
                .isPresent();
    }

    @Test
    void knows_nothing_before_the_first_pull() {
        try (var empty = new TestOrganization(folder.resolve("empty"))) {
            var fresh = new LicensesViewModel(empty.context(Role.OWNER));
            assertThat(fresh.stateProperty().get()).isEqualTo(State.awaited());
            empty.session.connection(Connection.State.UNREACHABLE);
            assertThat(fresh.stateProperty().get()).isInstanceOf(State.Message.class);
            fresh.close();
        }
    }
}
