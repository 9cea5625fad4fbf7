package steward.app.outbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.kordamp.ikonli.feather.Feather;
import steward.api.AuditRecord;
import steward.app.control.State;
import steward.app.fx.LiveQuery;
import steward.app.i18n.Folded;
import steward.app.i18n.Messages;
import steward.app.notice.Notice;
import steward.app.shell.OrganizationContext;
import steward.app.shell.PendingBlock;
import steward.store.AccountStore.Registration;
import steward.store.Directory;
import steward.store.Operation;
import steward.store.Outbox;
import steward.store.Request;
import steward.store.StoreListener.Part;
import steward.sync.SendingState;
import steward.sync.Session;

/** Everything on its way to the server, of all organizations of the account. */
final class OutboxViewModel implements AutoCloseable {

    /** What one read brings. */
    private record Snapshot(
            List<Operation> operations,
            OutboxSums sums,
            Map<UUID, Directory.Entry> entries,
            Map<UUID, AuditRecord> colleagues) {}

    private final OrganizationContext context;
    private final Session session;
    private final ObservableList<OutboxLine> lines = FXCollections.observableArrayList();
    private final ObjectProperty<OutboxFilter> filter = new SimpleObjectProperty<>(OutboxFilter.ALL);
    private final StringProperty search = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper subtitle = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper paused = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Map<OutboxFilter, Long>> counts = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.loading());
    private final ReadOnlyObjectWrapper<OutboxLine.Item> selected = new ReadOnlyObjectWrapper<>();
    private final LiveQuery<Snapshot> query;
    private final List<Registration> subscriptions;
    private Snapshot last = new Snapshot(List.of(), OutboxSums.NONE, Map.of(), Map.of());
    private final Set<UUID> sentShown = new HashSet<>();
    private final ReadOnlyStringWrapper pauseRefusal = new ReadOnlyStringWrapper("");
    private boolean read;
    private boolean arranging;
    private UUID wanted;

    OutboxViewModel(OrganizationContext context) {
        this.context = context;
        session = context.session();
        query = new LiveQuery<>(context.background(), "outbox", this::read)
                .onValue(this::arrived)
                .sparing();
        subscriptions = List.of(context.onChange(Part.OUTBOX, query::refresh), context.onConnection(() -> show(last)));
        filter.subscribe(this::arrange);
        search.subscribe(this::arrange);
        query.refresh();
    }

    ObservableList<OutboxLine> lines() {
        return lines;
    }

    ObjectProperty<OutboxFilter> filterProperty() {
        return filter;
    }

    StringProperty searchProperty() {
        return search;
    }

    ReadOnlyStringProperty subtitleProperty() {
        return subtitle.getReadOnlyProperty();
    }

    /** Whether a person holds sending for every organization that has something to send. */
    ReadOnlyBooleanProperty pausedProperty() {
        return paused.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Map<OutboxFilter, Long>> countsProperty() {
        return counts.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<OutboxLine.Item> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    SendingState sending(UUID orgId) {
        return session.sending(orgId);
    }

    Directory.Entry entry(UUID orgId) {
        return last.entries().get(orgId);
    }

    Instant now() {
        return context.ticker().second().get();
    }

    /** Why there is nothing to pause, in words, or empty. */
    ReadOnlyStringProperty pauseRefusalProperty() {
        return pauseRefusal.getReadOnlyProperty();
    }

    /** The newest known record of a colleague's change of the object an operation is about. */
    Optional<AuditRecord> colleague(Operation operation) {
        return Optional.ofNullable(last.colleagues().get(operation.id()));
    }

    /** Selects an operation, whatever the filter; nothing when it is no longer there. */
    void show(UUID operation) {
        clearFilter();
        wanted = operation;
        arrange();
    }

    /** Shows or folds away what was sent. */
    void toggle(OutboxLine.Heading heading) {
        if (!heading.foldable()) return;
        if (!sentShown.remove(heading.orgId())) sentShown.add(heading.orgId());
        arrange();
    }

    /** Ignored while the lines are replaced: the list then selects what it likes. */
    void select(OutboxLine line) {
        if (arranging) return;
        if (line instanceof OutboxLine.Item item) selected.set(item);
        else if (line == null) selected.set(null);
    }

    boolean canTakeBack(OutboxLine.Item item) {
        return item.operations().stream().anyMatch(PendingBlock::canUndo);
    }

    /** Takes back what was not sent yet, also of what is not listed. */
    void takeBack(OutboxLine.Item item) {
        change("take back", () -> session.store().outbox().cancel(ids(item)));
    }

    private List<UUID> ids(OutboxLine.Item item) {
        List<Operation> all = item.count() == item.operations().size()
                ? item.operations()
                : session.store().outbox().batch(item.first().batchId()).stream()
                        .filter(each -> each.kind() == item.first().kind()
                                && each.state() == item.first().state())
                        .toList();
        return all.stream().map(Operation::id).toList();
    }

    /** Puts an edited request in the place of an operation. */
    void replace(Operation operation, Request edited) {
        change("replace", () -> session.store().outbox().replace(operation.id(), edited));
    }

    void sendMine(OutboxLine.Item item) {
        decide(item, Outbox.Decision.SEND_MINE);
    }

    void keepTheirs(OutboxLine.Item item) {
        decide(item, Outbox.Decision.KEEP_THEIRS);
    }

    /** Holds sending for every organization, or lets it go on. */
    void pause(boolean hold) {
        List<UUID> organizations = last.operations().stream()
                .filter(Operation::open)
                .map(Operation::orgId)
                .distinct()
                .toList();
        change("pause", () -> {
            organizations.forEach(orgId -> session.pause(orgId, hold));
            return organizations;
        });
    }

    void sendNow() {
        session.sendNow();
    }

    @Override
    public void close() {
        query.close();
        subscriptions.forEach(Registration::close);
    }

    private void decide(OutboxLine.Item item, Outbox.Decision decision) {
        change("decide", () -> {
            for (Operation operation : item.operations()) {
                session.store().outbox().decide(operation.id(), decision);
            }
            return item;
        });
    }

    private void change(String name, java.util.concurrent.Callable<?> work) {
        context.background().run(name, work).onSuccess(done -> query.refresh()).onFailure(problem -> context.window()
                .notices()
                .tell(Notice.problem(
                        Messages.text("outbox.change.failed"), Messages.text("outbox.change.failedText"), null)));
    }

    private Snapshot read() {
        List<Operation> operations = session.store().outbox().list();
        Map<UUID, Directory.Entry> entries = new HashMap<>();
        for (Operation operation : operations) {
            entries.computeIfAbsent(
                    operation.orgId(),
                    orgId -> session.store().directory().entry(orgId).orElse(null));
        }
        Map<UUID, AuditRecord> colleagues = new HashMap<>();
        operations.stream()
                .filter(each -> each.problem() != null && each.problem().current() != null)
                .forEach(each -> newest(each).ifPresent(entry -> colleagues.put(each.id(), entry)));
        return new Snapshot(operations, new OutboxSums(session.store().outbox().sums()), entries, colleagues);
    }

    private Optional<AuditRecord> newest(Operation operation) {
        return session.store().organization(operation.orgId()).audit().stream()
                .filter(entry -> entry.objectId().equals(operation.objectId()))
                .findFirst();
    }

    private void arrived(Snapshot snapshot) {
        read = true;
        show(snapshot);
    }

    private void show(Snapshot snapshot) {
        last = snapshot;
        Map<OutboxFilter, Long> counted = new EnumMap<>(OutboxFilter.class);
        for (OutboxFilter each : OutboxFilter.values()) {
            counted.put(each, snapshot.sums().of(each));
        }
        counts.set(counted);
        List<UUID> open = snapshot.operations().stream()
                .filter(Operation::open)
                .map(Operation::orgId)
                .distinct()
                .toList();
        paused.set(!open.isEmpty()
                && open.stream().allMatch(orgId -> sending(orgId).state() == SendingState.Wait.PAUSED_BY_PERSON));
        pauseRefusal.set(open.isEmpty() ? Messages.text("outbox.pause.nothing") : "");
        long waiting =
                snapshot.sums().of(OutboxFilter.ATTENTION) + snapshot.sums().of(OutboxFilter.WAITING);
        subtitle.set(Messages.text("outbox.page.subtitle", waiting, open.size()));
        arrange();
    }

    private void arrange() {
        List<String> wanted = Folded.words(search.get());
        List<Operation> chosen = new ArrayList<>(last.operations());
        chosen.removeIf(each -> !filter.get().holds(each) || !matches(each, wanted));
        arranging = true;
        lines.setAll(OutboxLines.of(
                chosen,
                wanted.isEmpty() ? last.sums() : OutboxSums.NONE,
                last.entries()::get,
                this::sending,
                this::showsSent));
        arranging = false;
        followSelected();
        if (!read) state.set(State.loading());
        else if (last.operations().isEmpty()) state.set(empty());
        else state.set(lines.isEmpty() ? State.noResults(this::clearFilter) : State.ready());
    }

    private boolean showsSent(UUID orgId) {
        return filter.get() == OutboxFilter.SENT || !search.get().isBlank() || sentShown.contains(orgId);
    }

    private static boolean matches(Operation operation, List<String> words) {
        String subject = OperationWords.title(new OutboxLine.Item(List.of(operation)));
        return words.isEmpty() || Folded.of(subject).containsAll(words);
    }

    private void followSelected() {
        if (wanted == null && selected.get() == null) return;
        UUID key = wanted == null ? selected.get().key() : wanted;
        selected.set(lines.stream()
                .filter(OutboxLine.Item.class::isInstance)
                .map(OutboxLine.Item.class::cast)
                .filter(item ->
                        item.operations().stream().anyMatch(each -> each.id().equals(key)))
                .findFirst()
                .orElse(null));
        if (selected.get() != null) wanted = null;
    }

    private void clearFilter() {
        search.set("");
        filter.set(OutboxFilter.ALL);
    }

    private static State empty() {
        return State.empty(Feather.SEND, Messages.text("outbox.empty.title"), Messages.text("outbox.empty.text"));
    }
}
