package steward.app.recordings;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.kordamp.ikonli.feather.Feather;
import steward.api.Action;
import steward.api.Subscription;
import steward.app.control.RowList;
import steward.app.control.State;
import steward.app.fx.Job;
import steward.app.fx.Live;
import steward.app.fx.LiveQuery;
import steward.app.i18n.Formats;
import steward.app.i18n.Messages;
import steward.app.notice.Notice;
import steward.app.shell.OrganizationContext;
import steward.app.shell.Place;
import steward.store.AccountStore.Registration;
import steward.store.OrganizationData;
import steward.store.Request;
import steward.store.StoreListener.Part;

/** The recordings of one organization: list, storage, and what can be done with one or many. */
final class RecordingsViewModel implements AutoCloseable {

    /** One on its way to a file. */
    record Download(String title, long bytes, long total) {}

    /** What one read brings. */
    private record Snapshot(List<RecordingRow> rows, boolean known, long limit) {}

    private final OrganizationContext context;
    private final RowList<RecordingRow, RecordingFilter> recordings = new RowList<>(
            RecordingFilter.class,
            RecordingFilter::holds,
            row -> row.recording().title() + ' ' + row.recording().ownerName(),
            this::empty);
    private final ReadOnlyStringWrapper subtitle = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper onlineRefusal = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<RecordingRow> selected = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<StorageUse> storage = new ReadOnlyObjectWrapper<>(new StorageUse(0, 0, 0));
    private final ReadOnlyObjectWrapper<Download> download = new ReadOnlyObjectWrapper<>();
    private final LiveQuery<Snapshot> query;
    private final List<Registration> subscriptions;
    private Job<Void> downloading;

    RecordingsViewModel(OrganizationContext context) {
        this.context = context;
        query = new LiveQuery<>(context.background(), "recordings", this::read).onValue(this::show);
        subscriptions =
                List.of(context.onChange(Part.ORGANIZATION, query::refresh), context.onConnection(this::showRefusals));
        showRefusals();
        query.refresh();
    }

    RowList<RecordingRow, RecordingFilter> recordings() {
        return recordings;
    }

    ReadOnlyStringProperty subtitleProperty() {
        return subtitle.getReadOnlyProperty();
    }

    /** Why recordings cannot be changed, or empty. */
    ReadOnlyStringProperty refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    /** Why downloading and purging are not possible now, or empty. */
    ReadOnlyStringProperty onlineRefusalProperty() {
        return onlineRefusal.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<RecordingRow> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<StorageUse> storageProperty() {
        return storage.getReadOnlyProperty();
    }

    /** What is being downloaded, or null. */
    ReadOnlyObjectProperty<Download> downloadProperty() {
        return download.getReadOnlyProperty();
    }

    void select(RecordingRow row) {
        selected.set(row);
    }

    Optional<String> titleFault(String title) {
        return title.isBlank() || title.strip().length() > 200
                ? Optional.of(Messages.text("recordings.title.fault"))
                : Optional.empty();
    }

    void rename(RecordingRow row, String title) {
        if (title.strip().equals(row.recording().title())) return;
        context.staging()
                .stage(
                        List.of(new Request.RenameRecording(row.recording(), title.strip())),
                        Messages.text("recordings.renamed.text", title.strip()));
    }

    /** Moves what is not in the bin yet to the bin. */
    void delete(List<RecordingRow> rows) {
        List<Request.DeleteRecording> requests = rows.stream()
                .filter(row -> !row.inBin())
                .map(row -> new Request.DeleteRecording(row.recording()))
                .toList();
        if (requests.isEmpty()) return;
        context.staging().stage(requests, Messages.text("recordings.deleted.text", requests.size()));
    }

    void restore(List<RecordingRow> rows) {
        List<Request.RestoreRecording> requests = rows.stream()
                .filter(RecordingRow::inBin)
                .map(row -> new Request.RestoreRecording(row.recording()))
                .toList();
        if (requests.isEmpty()) return;
        context.staging().stage(requests, Messages.text("recordings.restored.text", requests.size()));
    }

    /** Recordings outside the bin that started before an instant, or are larger than a size. */
    List<RecordingRow> olderThan(Duration age) {
        Instant limit = context.ticker().second().get().minus(age);
        return kept(row -> row.recording().startedAt().isBefore(limit));
    }

    List<RecordingRow> largerThan(long bytes) {
        return kept(row -> row.recording().bytes() > bytes);
    }

    /** Why a recording cannot be downloaded now, or empty. */
    Optional<String> downloadRefusal(RecordingRow row) {
        if (!onlineRefusal.get().isEmpty()) return Optional.of(onlineRefusal.get());
        if (download.get() != null) return Optional.of(Messages.text("recordings.download.another"));
        return switch (row.recording().state()) {
            case READY -> Optional.empty();
            case PROCESSING -> Optional.of(Messages.text("recordings.download.processing"));
            case FAILED -> Optional.of(Messages.text("recordings.download.nothing"));
        };
    }

    void download(RecordingRow row, Path target) {
        if (downloadRefusal(row).isPresent()) return;
        String title = row.recording().title();
        long total = row.recording().bytes();
        Live<Long> arrived = context.live(0L);
        arrived.property().subscribe(bytes -> download.set(new Download(title, bytes, total)));
        downloading = context.background()
                .start(
                        "download",
                        () -> context.session().online().download(context.orgId(), row.id(), target, arrived::set))
                .onEnd(() -> {
                    arrived.close();
                    download.set(null);
                })
                .onSuccess(done -> tell(Notice.done(
                        Messages.text("recordings.downloaded.title"),
                        target.getFileName().toString())))
                .onFailure(problem -> tell(
                        Notice.problem(Messages.text("recordings.download.failed"), context.words(problem), null)));
    }

    /** What has arrived so far is dropped. */
    void stopDownload() {
        if (download.get() == null) return;
        downloading.cancel();
        download.set(null);
    }

    /** Removes recordings in the bin for good; online only. */
    void purge(List<RecordingRow> rows) {
        List<RecordingRow> inBin = rows.stream().filter(RecordingRow::inBin).toList();
        context.background()
                .start("purge", () -> {
                    for (RecordingRow row : inBin) {
                        context.session().online().purgeRecording(context.orgId(), row.id());
                    }
                })
                .onEnd(() -> context.session().refresh(context.orgId()))
                .onSuccess(done -> tell(Notice.done(Messages.text("recordings.purged.title", inBin.size()), "")))
                .onFailure(problem ->
                        tell(Notice.problem(Messages.text("recordings.purge.failed"), context.words(problem), null)));
    }

    @Override
    public void close() {
        stopDownload();
        query.close();
        subscriptions.forEach(Registration::close);
    }

    private List<RecordingRow> kept(Predicate<RecordingRow> test) {
        return recordings.all().stream()
                .filter(row -> !row.inBin())
                .filter(test)
                .toList();
    }

    private void tell(Notice notice) {
        context.window().notices().tell(notice);
    }

    private Snapshot read() {
        OrganizationData data = context.data();
        List<RecordingRow> rows = data.recordings().stream()
                .map(RecordingRow::new)
                .sorted(Comparator.comparing(
                                (RecordingRow row) -> row.recording().startedAt())
                        .reversed())
                .toList();
        return new Snapshot(
                rows,
                data.known(),
                data.subscription().map(Subscription::storageBytes).orElse(0L));
    }

    private void show(Snapshot snapshot) {
        if (snapshot.known()) recordings.show(snapshot.rows());
        else recordings.unknown(context.unknown());
        storage.set(StorageUse.of(snapshot.rows(), snapshot.limit()));
        subtitle.set(snapshot.known() ? words(storage.get()) : "");
        if (selected.get() != null) {
            select(snapshot.rows().stream()
                    .filter(selected.get()::equals)
                    .findFirst()
                    .orElse(null));
        }
    }

    private String words(StorageUse use) {
        Long kept = recordings.countsProperty().get().get(RecordingFilter.ALL);
        String used = Formats.current().bytes(use.used());
        return use.limit() == 0
                ? Messages.text("recordings.page.subtitleUsed", kept, used)
                : Messages.text(
                        "recordings.page.subtitle",
                        kept,
                        used,
                        Formats.current().bytes(use.limit()));
    }

    private State empty() {
        return State.empty(
                Feather.FILM,
                Messages.text("recordings.empty.title"),
                Messages.text("recordings.empty.text"),
                new steward.app.control.Action(
                        Messages.text("recordings.empty.rooms"),
                        Feather.LAYOUT,
                        () -> context.window().navigator().show(Place.ROOMS)));
    }

    private void showRefusals() {
        refusal.set(context.refusal(Action.MANAGE_RECORDINGS, false).orElse(""));
        onlineRefusal.set(context.refusal(Action.MANAGE_RECORDINGS, true).orElse(""));
    }
}
