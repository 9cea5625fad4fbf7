package steward.app.invitations;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import steward.api.Action;
import steward.api.Role;
import steward.app.fx.LiveQuery;
import steward.app.i18n.Folded;
import steward.app.i18n.Messages;
import steward.app.intake.DraftImport;
import steward.app.intake.Preview;
import steward.app.intake.ReasonWords;
import steward.app.notice.Notice;
import steward.app.shell.OrganizationContext;
import steward.people.CheckedRow;
import steward.people.Columns;
import steward.people.Exporter;
import steward.people.Policy;
import steward.people.Settings;
import steward.people.UnreadableFileException;
import steward.store.Drafts.Draft;

/** The preview of one import: its rows, what was guessed, fixing in place, staging. */
final class CheckViewModel implements AutoCloseable {

    /** Told when all was staged: the draft with its batch, and the draft of the rows left over, or null. */
    @FunctionalInterface
    interface Staged {
        void staged(Draft draft, Draft rest);
    }

    /** So many changed rows are drawn one by one, more all at once. */
    private static final int FEW = 20;

    private final OrganizationContext context;
    private final DraftImport work;
    private final Staged staged;
    private final ReadOnlyObjectWrapper<Preview> preview = new ReadOnlyObjectWrapper<>(this, "preview");
    private final ReadOnlyObjectWrapper<Reading> reading = new ReadOnlyObjectWrapper<>(this, "reading");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private final ObservableList<CheckLine> rows = FXCollections.observableArrayList();
    private final ObjectProperty<OutcomeFilter> filter = new SimpleObjectProperty<>(this, "filter", OutcomeFilter.ALL);
    private final StringProperty search = new SimpleStringProperty(this, "search", "");
    private final LiveQuery<Found> finding;
    private List<CheckLine> all = new ArrayList<>();
    private Map<Long, Integer> places = Map.of();
    private final Fixes fixes;
    /** What is looked for, as it was asked: made on one thread and read on another. */
    private volatile Wanted wanted = new Wanted(List.of(), OutcomeFilter.ALL, List.of());

    private record Wanted(List<CheckLine> all, OutcomeFilter filter, List<String> words) {
        /** The places of what fits. */
        Found find() {
            return new Found(
                    this,
                    IntStream.range(0, all.size())
                            .filter(i -> filter.takes(all.get(i)))
                            .filter(i -> all.get(i).searched().containsAll(words))
                            .toArray());
        }
    }

    private record Found(Wanted wanted, int[] places) {}

    private record Loaded(Preview preview, List<CheckLine> lines, Map<Long, Integer> places, Reading reading) {}

    CheckViewModel(OrganizationContext context, DraftImport work, Staged staged) {
        this.context = context;
        this.work = work;
        this.staged = staged;
        fixes = new Fixes(context, work, this::fixed, this::tell);
        finding = new LiveQuery<>(context.background(), "filter people", () -> wanted.find()).onValue(this::found);
        filter.subscribe((before, after) -> show());
        search.subscribe((before, after) -> show());
        load(work::shown);
    }

    /** What is changed by hand. */
    Fixes fixes() {
        return fixes;
    }

    /** Forgets which columns were chosen. */
    void guessAgain() {
        load(() -> work.read(work.choice()));
    }

    void charset(Charset charset) {
        load(() -> work.read(work.choice().withCharset(charset)));
    }

    void delimiter(char delimiter) {
        load(() -> work.read(work.choice().withDelimiter(delimiter)));
    }

    /** Counted from 0, or {@code Columns.NONE}. */
    void headerRow(int row) {
        load(() -> work.read(work.choice().withHeaderRow(row)));
    }

    void sheet(String sheet) {
        load(() -> work.read(work.choice().withSheet(sheet)));
    }

    void columns(UnaryOperator<Columns> change) {
        Settings now = reading.get().settings();
        if (now != null) {
            load(() -> work.read(now.withColumns(change.apply(now.columns()))));
        }
    }

    /** A role column counts although the file is an export of another system. */
    void trustRoles(int column) {
        Settings now = reading.get().settings();
        if (now != null) {
            load(() -> work.read(
                    now.withExporter(Exporter.NONE).withColumns(now.columns().withRole(column))));
        }
    }

    /** Everyone gets this role; empty to take the file's again. */
    void roleForAll(Optional<Role> role) {
        decide(policy -> policy.withRoleForAll(role));
    }

    void includeSuspended(boolean include) {
        decide(policy -> policy.withSuspended(include));
    }

    private void decide(UnaryOperator<Policy> change) {
        load(() -> work.decide(change));
    }

    private void load(Callable<Preview.Whole> step) {
        busy.set(true);
        context.background()
                .run("check people", () -> loaded(step.call()))
                .onSuccess(this::loaded)
                .onFailure(this::tell)
                .onEnd(() -> busy.set(false));
    }

    private Loaded loaded(Preview.Whole whole) {
        List<CheckLine> lines = whole.rows().stream().map(CheckLine::of).toList();
        Map<Long, Integer> placed = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            placed.put(lines.get(i).index(), i);
        }
        return new Loaded(whole.preview(), new ArrayList<>(lines), placed, Reading.of(work));
    }

    private void loaded(Loaded fresh) {
        all = fresh.lines();
        fixes.begin(all, fresh.reading().fixes());
        places = fresh.places();
        reading.set(fresh.reading());
        preview.set(fresh.preview());
        show();
    }

    private void tell(Throwable problem) {
        String words = problem instanceof UnreadableFileException unreadable
                ? ReasonWords.of(unreadable)
                : Messages.text("invitations.check.failedText");
        context.window().notices().tell(Notice.problem(Messages.text("invitations.check.failed"), words, null));
        // What is chosen above the rows goes back to what they were read with.
        Reading before = reading.get();
        reading.set(null);
        reading.set(before);
    }

    /** A hundred thousand rows are filtered while one types: not on the thread that shows what was typed. */
    private void show() {
        wanted = new Wanted(List.copyOf(all), filter.get(), Folded.words(search.get()));
        finding.refresh();
    }

    /** As the rows are now: one of them may have been fixed meanwhile. Of an earlier reading nothing is shown. */
    private void found(Found found) {
        if (found.wanted() == wanted) {
            rows.setAll(Arrays.stream(found.places()).mapToObj(all::get).toList());
        }
    }

    /** A row as it is now. */
    CheckedRow row(long index) {
        return all.get(places.get(index)).row();
    }

    /** Only what changed is shown anew, and where it stands: no row jumps away under the pointer. */
    private void fixed(Preview.Part part) {
        Map<Long, CheckLine> changed = new HashMap<>();
        part.changed().forEach(row -> changed.put(row.row().index(), CheckLine.of(row)));
        // Of a row the source no longer has, read anew meanwhile, nothing is shown.
        changed.keySet().retainAll(places.keySet());
        changed.forEach((index, line) -> {
            CheckLine before = all.set(places.get(index), line);
            fixes.alike().replace(before.row(), line.row());
        });
        if (changed.size() > FEW) {
            rows.setAll(rows.stream()
                    .map(line -> changed.getOrDefault(line.index(), line))
                    .toList());
        } else {
            for (int i = 0; i < rows.size(); i++) {
                CheckLine line = changed.get(rows.get(i).index());
                if (line != null) {
                    rows.set(i, line);
                }
            }
        }
        preview.set(part.preview());
    }

    /** Why nothing can be staged now, in words, or empty. */
    Optional<String> refusal() {
        return context.refusal(Action.INVITE_MEMBER, false);
    }

    /** Looks once more who is there already, then stages exactly the number shown; once, however often it is asked. */
    void stage() {
        if (busy.get()) {
            return;
        }
        long promised = preview.get().tally().ready();
        busy.set(true);
        context.background()
                .run("check again", () -> loaded(work.checkAgain()))
                .onSuccess(fresh -> {
                    if (fresh.preview().tally().ready() == promised) {
                        stageRows(promised);
                    } else {
                        changedMeanwhile(fresh);
                    }
                })
                .onFailure(this::notStaged);
    }

    private void changedMeanwhile(Loaded fresh) {
        loaded(fresh);
        busy.set(false);
        context.window()
                .notices()
                .tell(Notice.info(
                        Messages.text("invitations.changed.title"), Messages.text("invitations.changed.text")));
    }

    private void notStaged(Throwable problem) {
        tell(problem);
        busy.set(false);
    }

    /** Busy to the end: what is staged leaves this step. */
    private void stageRows(long count) {
        String file = reading.get().draft().fileName();
        context.background()
                .run("requests", work::requests)
                .onSuccess(requests -> context.staging()
                        .stage(
                                requests,
                                Messages.text("invitations.staged", count),
                                file,
                                kept -> remember(kept.batchId()))
                        .onFailure(problem -> busy.set(false)))
                .onFailure(this::notStaged);
    }

    private void remember(UUID batchId) {
        String rest =
                Messages.text("invitations.rest.name", reading.get().draft().name());
        context.background()
                .run("keep draft", () -> work.staged(batchId, rest))
                .onSuccess(kept -> staged.staged(kept.draft(), kept.rest()))
                .onFailure(this::notStaged);
    }

    /** All rows in the order of the file, for the report; blocking. */
    List<CheckedRow> report() {
        return work.rows();
    }

    ObservableList<CheckLine> rows() {
        return rows;
    }

    ReadOnlyObjectProperty<Preview> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /** How the file is read, for the strip above the preview; its guess is missing when the file is gone. */
    ReadOnlyObjectProperty<Reading> readingProperty() {
        return reading.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    ObjectProperty<OutcomeFilter> filterProperty() {
        return filter;
    }

    StringProperty searchProperty() {
        return search;
    }

    @Override
    public void close() {
        finding.close();
        work.close();
    }
}
