package steward.app.invitations;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import steward.app.fx.Job;
import steward.app.fx.LiveQuery;
import steward.app.i18n.Formats;
import steward.app.i18n.Messages;
import steward.app.intake.DraftImport;
import steward.app.intake.ReasonWords;
import steward.app.notice.Notice;
import steward.app.shell.OrganizationContext;
import steward.people.UnreadableFileException;
import steward.store.AccountStore;
import steward.store.Drafts.Draft;
import steward.store.Outbox;
import steward.store.StoreListener.Part;
import steward.sync.SendingState.Wait;

/** The way from a file to invitations: file, check, send; and the drafts that wait on it. */
final class ImportViewModel implements AutoCloseable {

    /** Where on the way one is. */
    sealed interface Step {
        record File() implements Step {}

        record Check(CheckViewModel model) implements Step {}

        /** @param rest the draft of the rows that need a person, or null */
        record Send(SendViewModel model, Draft rest) implements Step {}
    }

    /** What a source is not, and why. */
    record Unreadable(String name, String why) {}

    private final OrganizationContext context;
    private final DraftImport.Desk desk;
    private final LiveQuery<List<DraftLine>> query;
    private final List<AccountStore.Registration> listening;
    private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(this, "step", new Step.File());
    /** Rows of the source being read: counted on its thread, shown once a second. */
    private final AtomicLong seen = new AtomicLong();

    private final ReadOnlyLongWrapper rowsRead = new ReadOnlyLongWrapper(this, "rowsRead");
    private final Subscription second;
    private final ReadOnlyStringWrapper reading = new ReadOnlyStringWrapper(this, "reading", "");
    private final ReadOnlyObjectWrapper<Unreadable> unreadable = new ReadOnlyObjectWrapper<>(this, "unreadable");
    private final ObservableList<DraftLine> drafts = FXCollections.observableArrayList();
    /** How far the sending was of those that are over: it stays so. Used where the drafts are read. */
    private final Map<UUID, Outbox.Batch> over = new HashMap<>();

    private Job<DraftImport> job;

    ImportViewModel(OrganizationContext context, InstantSource clock) {
        this.context = context;
        desk = new DraftImport.Desk(context.session().store(), context.orgId(), context.role(), clock);
        query = new LiveQuery<>(context.background(), "drafts", this::readDrafts)
                .onValue(drafts::setAll)
                .sparing();
        second = context.ticker().second().subscribe(now -> rowsRead.set(seen.get()));
        listening = List.of(
                context.onChange(Part.DRAFTS, query::refresh),
                context.onChange(Part.OUTBOX, this::sendingMoved),
                context.onConnection(this::sendingMoved));
        query.refresh();
    }

    private List<DraftLine> readDrafts() {
        Wait wait = context.session().sending(context.orgId()).state();
        return desk.drafts().list(context.orgId()).stream()
                .map(draft -> new DraftLine(draft, draft.batchId() == null ? null : sent(draft.batchId()), wait))
                .toList();
    }

    private Outbox.Batch sent(UUID batchId) {
        if (!over.containsKey(batchId)) {
            Outbox.Batch now = desk.store().outbox().batchState(batchId).orElse(null);
            if (now == null || now.waiting() + now.attention() > 0) {
                return now;
            }
            over.put(batchId, now);
        }
        return over.get(batchId);
    }

    /** Only where the drafts are seen; {@link #toFiles} reads them when they are again. */
    private void sendingMoved() {
        if (step.get() instanceof Step.File) {
            query.refresh();
        }
    }

    void open(Path file) {
        String name = file.getFileName() == null
                ? file.toString()
                : file.getFileName().toString();
        begin(name, () -> DraftImport.ofFile(desk, file, seen::set));
    }

    /** Of several dropped at once the first is read, and the others are said to be left. */
    void open(List<Path> files) {
        open(files.getFirst());
        if (files.size() > 1) {
            context.window()
                    .notices()
                    .tell(Notice.info(
                            Messages.text("invitations.start.oneTitle"),
                            Messages.text(
                                    "invitations.start.oneText",
                                    files.getFirst().getFileName(),
                                    files.size() - 1)));
        }
    }

    void paste(String text) {
        String name = Messages.text(
                "invitations.pasted.name",
                Formats.current().brief(desk.clock().instant(), desk.clock().instant()));
        begin(name, () -> DraftImport.ofText(desk, text, name));
    }

    /** Goes on with a draft: to the check, or to the sending when it was staged. */
    void resume(Draft draft) {
        if (draft.batchId() != null) {
            follow(draft, null);
        } else {
            begin(draft.name(), () -> DraftImport.resume(desk, draft));
        }
    }

    private void begin(String name, Callable<DraftImport> source) {
        stopReading();
        unreadable.set(null);
        seen.set(0);
        rowsRead.set(0);
        reading.set(name);
        Job<DraftImport> begun = context.background().run("read people", source);
        job = begun;
        begun.onSuccess(work -> go(new Step.Check(new CheckViewModel(context, work, this::follow))))
                .onFailure(problem -> unreadable.set(new Unreadable(name, words(problem))))
                .onEnd(() -> reading.set(""));
    }

    private static String words(Throwable problem) {
        return problem instanceof UnreadableFileException known
                ? ReasonWords.of(known)
                : Messages.text("invitations.check.failedText");
    }

    /** The reading ends; nothing of it is shown or kept. */
    void stopReading() {
        if (job != null) {
            job.cancel();
            job = null;
            reading.set("");
        }
    }

    private void follow(Draft draft, Draft rest) {
        go(new Step.Send(new SendViewModel(context, draft, () -> undone(draft, rest)), rest));
    }

    /** All was taken back in time: the draft is as it was before. */
    private void undone(Draft draft, Draft rest) {
        var open = new Draft(
                draft.id(),
                draft.orgId(),
                draft.name(),
                draft.fileName(),
                draft.settings(),
                null,
                desk.clock().instant());
        context.background()
                .run("reopen draft", () -> {
                    desk.drafts().save(open);
                    if (rest != null) {
                        desk.drafts().delete(rest.id());
                    }
                    return open;
                })
                .onSuccess(this::resume);
    }

    /**
     * Somebody comes in from elsewhere: an import on its way, or with answers for a person to look at, is shown again; one
     * that is done with has its place in the list.
     */
    void enter() {
        if (step.get() instanceof Step.Send send
                && send.model().progressProperty().get().isDone()) {
            toFiles();
        }
    }

    /** Back to the drafts; what is being checked stays as a draft. */
    void toFiles() {
        stopReading();
        unreadable.set(null);
        go(new Step.File());
        query.refresh();
    }

    private void go(Step next) {
        close(step.get());
        step.set(next);
    }

    private static void close(Step left) {
        switch (left) {
            case Step.Check check -> check.model().close();
            case Step.Send send -> send.model().close();
            case Step.File ignored -> {}
        }
    }

    void rename(Draft draft, String name) {
        var renamed = new Draft(
                draft.id(),
                draft.orgId(),
                name.strip(),
                draft.fileName(),
                draft.settings(),
                draft.batchId(),
                draft.changedAt());
        context.background().start("rename draft", () -> desk.drafts().save(renamed));
    }

    /** What was staged from it stays in the outbox. */
    void delete(Draft draft) {
        context.background().start("delete draft", () -> desk.drafts().delete(draft.id()));
    }

    ObservableList<DraftLine> drafts() {
        return drafts;
    }

    ReadOnlyObjectProperty<Step> stepProperty() {
        return step.getReadOnlyProperty();
    }

    /** The name of what is being read just now, or empty. */
    ReadOnlyStringProperty readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /** How many rows of it were read so far. */
    ReadOnlyLongProperty rowsReadProperty() {
        return rowsRead.getReadOnlyProperty();
    }

    /** Why the last source could not be read, or null. */
    ReadOnlyObjectProperty<Unreadable> unreadableProperty() {
        return unreadable.getReadOnlyProperty();
    }

    @Override
    public void close() {
        stopReading();
        second.unsubscribe();
        query.close();
        listening.forEach(AccountStore.Registration::close);
        close(step.get());
    }
}
