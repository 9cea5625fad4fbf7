package steward.app.licenses;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
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
import steward.app.shell.LiveAge;
import steward.app.shell.OrganizationContext;
import steward.app.shell.PreferenceKeys;
import steward.app.shell.UsageShown;
import steward.store.AccountStore.Registration;
import steward.store.OrganizationData;
import steward.store.StoreListener.Part;
import tools.jackson.databind.node.BooleanNode;

/** License usage of one organization, now and over a chosen span. */
final class LicensesViewModel implements AutoCloseable {

    /** While the tab is shown, as often the span is asked for anew. */
    private static final Duration STALE = Duration.ofMinutes(1);

    /**
     * The figures over the chart; what is not known is null.
     *
     * @param age of {@code now}
     * @param highestAt the hour that held it, or null
     * @param refusedWeek refused starts of the last seven days
     */
    record Figures(
            UsageSample now,
            LiveAge age,
            Integer highestToday,
            Instant highestAt,
            int refusedWeek,
            int refusedToday,
            Subscription subscription) {

        /** When {@code now} was right, or null while it is live. */
        Instant asOf() {
            return age.lost() ? age.at() : null;
        }
    }

    /** What one read brings. */
    private record Snapshot(
            boolean known,
            Figures figures,
            UsageSpan span,
            UsageShown usage,
            List<RefusedStart> refused,
            Optional<Recommendation> recommendation) {}

    private final OrganizationContext context;
    private final ObjectProperty<UsageSpan> span = new SimpleObjectProperty<>(UsageSpan.WEEK);
    private final ReadOnlyObjectWrapper<Figures> figures = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<UsageShown> usage = new ReadOnlyObjectWrapper<>(UsageShown.NOTHING);
    private final ObservableList<RefusedStart> refused = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<Recommendation>> recommendation =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.loading());
    private final LiveQuery<Snapshot> query;
    private final List<Registration> subscriptions;
    private final javafx.util.Subscription ticks;
    private volatile UsageSpan asked = UsageSpan.WEEK;
    private Instant fetchedAt = Instant.EPOCH;

    LicensesViewModel(OrganizationContext context) {
        this.context = context;
        query = new LiveQuery<>(context.background(), "licenses", this::read).onValue(this::show);
        subscriptions = List.of(
                context.onChange(Part.ORGANIZATION, query::refresh),
                context.onChange(Part.LIVE, query::refresh),
                context.onConnection(query::refresh));
        span.subscribe((before, chosen) -> fetch());
        ticks = context.ticker().second().subscribe((before, now) -> follow(now));
        query.refresh();
    }

    ObjectProperty<UsageSpan> spanProperty() {
        return span;
    }

    ReadOnlyObjectProperty<Figures> figuresProperty() {
        return figures.getReadOnlyProperty();
    }

    /** Usage over the chosen span, up to this moment. */
    ReadOnlyObjectProperty<UsageShown> usageProperty() {
        return usage.getReadOnlyProperty();
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
        fetchedAt = context.ticker().second().get();
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
        ticks.unsubscribe();
        query.close();
        subscriptions.forEach(Registration::close);
    }

    private void follow(Instant now) {
        if (!now.isBefore(fetchedAt.plus(STALE))) fetch();
        else if (figures.get() != null
                && !figures.get().age().holds(context.session().connection(), now)) {
            query.refresh();
        }
    }

    private Snapshot read() {
        OrganizationData data = context.data();
        UsageSpan wanted = asked;
        Instant now = context.ticker().second().get();
        List<RefusedStart> refusals = data.refusedStarts();
        Subscription subscription = data.subscription().orElse(null);
        Catalog catalog = data.catalog().orElse(null);
        Optional<Recommendation> advice =
                subscription == null ? Optional.empty() : Recommendation.of(refusals, subscription, catalog, now);
        return new Snapshot(
                data.known(),
                figures(data, refusals, subscription, now),
                wanted,
                UsageShown.read(context, wanted.resolution(), wanted.length(), now),
                refusals,
                advice);
    }

    private Figures figures(
            OrganizationData data, List<RefusedStart> refusals, Subscription subscription, Instant now) {
        Instant midnight = LocalDate.ofInstant(now, Formats.current().zone())
                .atStartOfDay(Formats.current().zone())
                .toInstant();
        Optional<UsageBucket> highest = data.usage(Resolution.HOUR, midnight, now.plusSeconds(1)).stream()
                .filter(bucket -> bucket.highest() != null)
                .max(Comparator.comparing(UsageBucket::highest));
        UsageSample sample = data.lastSample().orElse(null);
        boolean higherNow = sample != null
                && sample.at().isAfter(midnight)
                && highest.map(bucket -> bucket.highest() < sample.inUse()).orElse(true);
        return new Figures(
                sample,
                LiveAge.of(data.liveAt().orElse(null), context.session().connection(), now),
                higherNow
                        ? (Integer) sample.inUse()
                        : highest.map(UsageBucket::highest).orElse(null),
                higherNow ? sample.at() : highest.map(UsageBucket::start).orElse(null),
                count(refusals, now.minus(Duration.ofDays(7))),
                count(refusals, midnight),
                subscription);
    }

    private static int count(List<RefusedStart> refusals, Instant since) {
        return (int)
                refusals.stream().filter(start -> start.at().isAfter(since)).count();
    }

    private void show(Snapshot snapshot) {
        if (snapshot.span() != span.get()) return;
        figures.set(snapshot.figures());
        usage.set(snapshot.usage());
        if (!refused.equals(snapshot.refused())) refused.setAll(snapshot.refused());
        recommendation.set(snapshot.recommendation());
        state.set(snapshot.known() ? State.ready() : context.unknown());
    }
}
