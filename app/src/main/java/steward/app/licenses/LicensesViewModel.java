package steward.app.licenses;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import steward.api.Catalog;
import steward.api.RefusedStart;
import steward.api.Resolution;
import steward.api.Subscription;
import steward.api.UsageBucket;
import steward.api.UsageSample;
import steward.app.control.State;
import steward.app.fx.LiveQuery;
import steward.app.i18n.Formats;
import steward.app.shell.OrganizationContext;
import steward.app.shell.PreferenceKeys;
import steward.store.AccountStore.Registration;
import steward.store.OrganizationData;
import steward.store.StoreListener.Part;
import tools.jackson.databind.node.BooleanNode;

/** License usage of one organization, now and over a chosen span. */
final class LicensesViewModel implements AutoCloseable {

    /**
     * The figures over the chart; what is not known is null.
     *
     * @param refusedWeek refused starts of the last seven days
     */
    record Figures(
            UsageSample now, Integer highestToday, int refusedWeek, int refusedToday, Subscription subscription) {}

    /** What one read brings. */
    private record Snapshot(
            boolean known,
            Figures figures,
            List<UsageBucket> buckets,
            List<RefusedStart> refused,
            Optional<Recommendation> recommendation,
            UsageSpan span) {}

    private final OrganizationContext context;
    private final ObjectProperty<UsageSpan> span = new SimpleObjectProperty<>(UsageSpan.WEEK);
    private final ReadOnlyObjectWrapper<Figures> figures = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<UsageBucket>> buckets = new ReadOnlyObjectWrapper<>(List.of());
    private final ObservableList<RefusedStart> refused = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<Recommendation>> recommendation =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.loading());
    private final LiveQuery<Snapshot> query;
    private final List<Registration> subscriptions;
    private volatile UsageSpan asked = UsageSpan.WEEK;

    LicensesViewModel(OrganizationContext context) {
        this.context = context;
        query = new LiveQuery<>(context.background(), "licenses", this::read).onValue(this::show);
        subscriptions = List.of(
                context.onChange(Part.ORGANIZATION, query::refresh), context.onChange(Part.LIVE, query::refresh));
        span.subscribe(this::fetch);
        query.refresh();
    }

    ObjectProperty<UsageSpan> spanProperty() {
        return span;
    }

    ReadOnlyObjectProperty<Figures> figuresProperty() {
        return figures.getReadOnlyProperty();
    }

    /** Buckets of the chosen span in time order; the time before the first fetch stands as unknown. */
    ReadOnlyObjectProperty<List<UsageBucket>> bucketsProperty() {
        return buckets.getReadOnlyProperty();
    }

    ObservableList<RefusedStart> refused() {
        return refused;
    }

    ReadOnlyObjectProperty<Optional<Recommendation>> recommendationProperty() {
        return recommendation.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Asks the server for the chosen span; what is stored is shown at once. */
    void fetch() {
        asked = span.get();
        query.refresh();
        context.session().refreshUsage(context.orgId(), asked.resolution(), asked.length());
        if (asked.resolution() != Resolution.HOUR) {
            context.session().refreshUsage(context.orgId(), Resolution.HOUR, Duration.ofDays(1));
        }
    }

    /** Somebody looked: the checklist of the overview ticks. */
    void seen() {
        context.background().start("licenses seen", () -> context.session()
                .store()
                .preferences()
                .put(PreferenceKeys.licensesSeen(context.orgId()), BooleanNode.TRUE));
    }

    @Override
    public void close() {
        query.close();
        subscriptions.forEach(Registration::close);
    }

    private Snapshot read() {
        OrganizationData data = context.data();
        UsageSpan wanted = asked;
        Instant now = context.ticker().second().get();
        Instant from = now.minus(wanted.length());
        List<UsageBucket> stored = data.usage(wanted.resolution(), from, now.plusSeconds(1));
        List<RefusedStart> refusals = data.refusedStarts();
        Subscription subscription = data.subscription().orElse(null);
        Catalog catalog = data.catalog().orElse(null);
        Optional<Recommendation> advice =
                subscription == null ? Optional.empty() : Recommendation.of(refusals, subscription, catalog, now);
        return new Snapshot(
                data.known(),
                figures(data, refusals, subscription, now),
                withUnknownStart(stored, from, wanted),
                refusals,
                advice,
                wanted);
    }

    private static Figures figures(
            OrganizationData data, List<RefusedStart> refusals, Subscription subscription, Instant now) {
        Instant midnight = LocalDate.ofInstant(now, Formats.current().zone())
                .atStartOfDay(Formats.current().zone())
                .toInstant();
        Integer highest = data.usage(Resolution.HOUR, midnight, now.plusSeconds(1)).stream()
                .map(UsageBucket::highest)
                .filter(java.util.Objects::nonNull)
                .max(Integer::compare)
                .orElse(null);
        int week = count(refusals, now.minus(Duration.ofDays(7)));
        return new Figures(data.lastSample().orElse(null), highest, week, count(refusals, midnight), subscription);
    }

    private static int count(List<RefusedStart> refusals, Instant since) {
        return (int)
                refusals.stream().filter(start -> start.at().isAfter(since)).count();
    }

    /** The chart begins where the span begins: what was never fetched is a gap, not zero. */
    private static List<UsageBucket> withUnknownStart(List<UsageBucket> stored, Instant from, UsageSpan span) {
        if (stored.isEmpty() || !stored.getFirst().start().isAfter(from.plus(span.bucket()))) return stored;
        List<UsageBucket> all = new ArrayList<>();
        all.add(new UsageBucket(from, null, null, stored.getFirst().owned(), 0));
        all.addAll(stored);
        return all;
    }

    private void show(Snapshot snapshot) {
        if (snapshot.span() != span.get()) return;
        figures.set(snapshot.figures());
        buckets.set(snapshot.buckets());
        refused.setAll(snapshot.refused());
        recommendation.set(snapshot.recommendation());
        state.set(snapshot.known() ? State.ready() : context.unknown());
    }
}
