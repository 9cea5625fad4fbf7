package steward.app.recordings;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javafx.beans.binding.Bindings;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import steward.api.Recording;
import steward.app.control.BulkBar;
import steward.app.control.Buttons;
import steward.app.control.DataTable;
import steward.app.control.Disabled;
import steward.app.control.FilterTabs;
import steward.app.control.IconWord;
import steward.app.control.Icons;
import steward.app.control.Page;
import steward.app.control.SearchField;
import steward.app.control.StateView;
import steward.app.control.TableColumns;
import steward.app.control.Tone;
import steward.app.i18n.Formats;
import steward.app.i18n.Messages;
import steward.app.shell.ConnectionBanner;
import steward.app.shell.OrganizationContext;
import steward.app.shell.TableExport;

/** Recordings: the table, its filters and bulk actions, the panel of the selected one. */
final class RecordingsView extends StackPane {

    private static final Duration OLD = Duration.ofDays(60);
    private static final long LARGE = 1_000_000_000L;

    private final RecordingsViewModel model;
    private final OrganizationContext context;
    private final RecordingDialogs dialogs;
    private final Page page = new Page("recordings", text("recordings.page.title"));
    private final FilterTabs<RecordingFilter> tabs = new FilterTabs<>("recordings-filters");
    private final SearchField search = new SearchField(text("recordings.search.prompt"));
    private final DataTable<RecordingRow> table;
    private final RecordingPanel panel;
    private final StateView state;
    private final ConnectionBanner banner;

    RecordingsView(RecordingsViewModel model, OrganizationContext context) {
        this.model = model;
        this.context = context;
        dialogs = new RecordingDialogs(model, context);
        table = new DataTable<>(
                "recordings-table", RecordingRow::id, context.window().memory());
        panel = new RecordingPanel(model, dialogs, context);
        state = new StateView("recordings-state", table);
        build();
        bind();
        banner = new ConnectionBanner(context, page);
    }

    void focusFirst() {
        table.requestFocus();
    }

    void close() {
        banner.close();
    }

    void show(UUID recording) {
        model.recordings().clearFilter();
        table.show(recording);
    }

    private void build() {
        for (RecordingFilter each : RecordingFilter.values()) tabs.add(each, label(each));
        search.setId("recordings-search");
        page.setFilters(tabs, search.hint("/"));
        var export = Buttons.normal(
                text("recordings.export.action"),
                Feather.DOWNLOAD,
                () -> TableExport.save(context, table, "recordings"));
        export.setId("recordings-export");
        export.disableProperty().bind(Bindings.isEmpty(model.recordings().shown()));
        page.setActions(Disabled.when(model.refusalProperty(), cleanUp()), export);
        table.columns(
                true,
                TableColumns.<RecordingRow>name(
                                "recordings-column-title", text("recordings.column.title"), row -> row.recording()
                                        .title())
                        .width(160)
                        .grow(),
                TableColumns.<RecordingRow>muted(
                                "recordings-column-room", text("recordings.column.room"), RecordingsView::room)
                        .width(88),
                TableColumns.<RecordingRow>text(
                                "recordings-column-owner", text("recordings.column.owner"), row -> row.recording()
                                        .ownerName())
                        .width(112),
                TableColumns.<RecordingRow>time(
                                "recordings-column-started",
                                text("recordings.column.started"),
                                row -> row.recording().startedAt(),
                                row -> Formats.current()
                                        .brief(
                                                row.recording().startedAt(),
                                                context.ticker().second().get()))
                        .fits(Formats.current().date(Formats.current().longestTime())),
                TableColumns.<RecordingRow>text(
                                "recordings-column-length", text("recordings.column.length"), row -> Formats.current()
                                        .duration(row.length()))
                        .right()
                        .<Long>sortBy(row -> row.recording().seconds())
                        .width(72),
                TableColumns.<RecordingRow>text(
                                "recordings-column-size", text("recordings.column.size"), row -> Formats.current()
                                        .bytes(row.recording().bytes()))
                        .right()
                        .<Long>sortBy(row -> row.recording().bytes())
                        .width(88),
                TableColumns.<RecordingRow>state(
                                "recordings-column-state", text("recordings.column.state"), RecordingsView::state)
                        .width(104));
        table.rows(model.recordings().shown())
                .pendingWhen(row -> row.shown().isPending())
                .leavingWhen(row -> row.shown().isLeaving())
                .onOpen(row -> panel.focusFirst())
                .onDelete(this::deleteByKey)
                .rowMenu(this::menu);
        page.setContent(state);
        page.setFoot(bulk(), new DownloadBar(model));
        page.setSidePanel(panel);
        getChildren().setAll(page);
    }

    private MenuButton cleanUp() {
        var menu = new MenuButton(text("recordings.cleanUp.action"), Icons.of(Feather.TRASH_2));
        menu.setId("recordings-clean-up");
        var older = new MenuItem(text("recordings.cleanUp.older"));
        older.setOnAction(event -> dialogs.deleteMany(model.olderThan(OLD), text("recordings.cleanUp.olderTitle")));
        var larger = new MenuItem(text("recordings.cleanUp.larger"));
        larger.setOnAction(
                event -> dialogs.deleteMany(model.largerThan(LARGE), text("recordings.cleanUp.largerTitle")));
        menu.getItems().setAll(older, larger);
        return menu;
    }

    private BulkBar bulk() {
        var delete = Buttons.inBar(Buttons.danger(
                text("recordings.delete.action"),
                Feather.TRASH_2,
                () -> dialogs.deleteMany(table.chosen(), text("recordings.delete.chosenTitle"))));
        delete.setId("recordings-bulk-delete");
        var restore = Buttons.inBar(Buttons.normal(
                text("recordings.restore.action"), Feather.ROTATE_CCW, () -> model.restore(table.chosen())));
        restore.setId("recordings-bulk-restore");
        var purge = Buttons.inBar(
                Buttons.danger(text("recordings.purge.action"), Feather.X_CIRCLE, () -> dialogs.purge(table.chosen())));
        purge.setId("recordings-bulk-purge");
        var inBin = model.recordings().filterProperty().isEqualTo(RecordingFilter.BIN);
        var bulk = new BulkBar("recordings-bulk", table, Bindings.createStringBinding(() -> ""));
        var deleteBox = Disabled.when(model.refusalProperty(), delete);
        var restoreBox = Disabled.when(model.refusalProperty(), restore);
        var purgeBox = Disabled.when(model.onlineRefusalProperty(), purge);
        deleteBox.visibleProperty().bind(inBin.not());
        restoreBox.visibleProperty().bind(inBin);
        purgeBox.visibleProperty().bind(inBin);
        for (var box : List.of(deleteBox, restoreBox, purgeBox))
            box.managedProperty().bind(box.visibleProperty());
        return bulk.actions(restoreBox, purgeBox, deleteBox);
    }

    private void bind() {
        page.subtitleProperty().bind(model.subtitleProperty());
        tabs.selectedProperty().bindBidirectional(model.recordings().filterProperty());
        search.textProperty().bindBidirectional(model.recordings().searchProperty());
        state.stateProperty().bind(model.recordings().stateProperty());
        model.recordings().countsProperty().subscribe(tabs::setCounts);
        model.recordings().filterProperty().subscribe(() -> table.selection().clear());
        table.currentProperty().subscribe(model::select);
        panel.openProperty().subscribe(open -> {
            if (!open) table.clearCurrent();
        });
    }

    private List<MenuItem> menu(RecordingRow row) {
        boolean allowed = model.refusalProperty().get().isEmpty();
        boolean downloads = model.downloadRefusal(row).isEmpty();
        var rename = item("recordings.rename.action", Feather.EDIT_2, allowed, () -> dialogs.rename(row));
        var download = item("recordings.download.action", Feather.DOWNLOAD, downloads, () -> dialogs.save(row));
        if (!row.inBin()) {
            var delete = item("recordings.delete.short", Feather.TRASH_2, allowed, () -> model.delete(List.of(row)));
            return List.of(rename, download, delete);
        }
        var restore = item("recordings.restore.action", Feather.ROTATE_CCW, allowed, () -> model.restore(List.of(row)));
        boolean online = model.onlineRefusalProperty().get().isEmpty();
        var purge = item("recordings.purge.action", Feather.X_CIRCLE, online, () -> dialogs.purge(List.of(row)));
        return List.of(restore, purge);
    }

    /** To the bin at once, as it can be taken back; from the bin after a question. */
    private void deleteByKey(RecordingRow row) {
        if (row.inBin() && model.onlineRefusalProperty().get().isEmpty()) dialogs.purge(List.of(row));
        else if (!row.inBin() && model.refusalProperty().get().isEmpty()) model.delete(List.of(row));
    }

    private static MenuItem item(String key, Feather icon, boolean enabled, Runnable run) {
        var item = new MenuItem(text(key), Icons.small(icon));
        item.setDisable(!enabled);
        item.setOnAction(event -> run.run());
        return item;
    }

    static IconWord state(RecordingRow row) {
        if (row.shown().isPending()) {
            String key =
                    switch (row.shown().pending().kind()) {
                        case DELETE_RECORDING -> "recordings.pending.deleting";
                        case RESTORE_RECORDING -> "recordings.pending.restoring";
                        default -> "recordings.pending.renaming";
                    };
            return new IconWord(Feather.UPLOAD_CLOUD, Tone.ACCENT, text(key));
        }
        return settled(row);
    }

    /** Without what is on its way. */
    static IconWord settled(RecordingRow row) {
        Recording recording = row.recording();
        if (row.inBin()) return new IconWord(Feather.TRASH_2, Tone.MUTED, text("recordings.state.bin"));
        return switch (recording.state()) {
            case READY -> new IconWord(Feather.CHECK, Tone.SUCCESS, text("recordings.state.ready"));
            case PROCESSING -> new IconWord(Feather.LOADER, Tone.WARNING, text("recordings.state.processing"));
            case FAILED -> new IconWord(Feather.ALERT_CIRCLE, Tone.DANGER, text("recordings.state.failed"));
        };
    }

    private static String room(RecordingRow row) {
        String room = row.recording().roomName();
        return room == null ? text("recordings.room.none") : room;
    }

    private static String label(RecordingFilter filter) {
        return switch (filter) {
            case ALL -> text("recordings.filter.all");
            case PROCESSING -> text("recordings.filter.processing");
            case FAILED -> text("recordings.filter.failed");
            case BIN -> text("recordings.filter.bin");
        };
    }

    private static String text(String key) {
        return Messages.text(key);
    }
}
