package steward.app.rooms;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import steward.api.RoomRecording;
import steward.api.RoomSettings;
import steward.app.control.Buttons;
import steward.app.control.DataTable;
import steward.app.control.Disabled;
import steward.app.control.FilterTabs;
import steward.app.control.IconWord;
import steward.app.control.Icons;
import steward.app.control.Labels;
import steward.app.control.Page;
import steward.app.control.SearchField;
import steward.app.control.StateView;
import steward.app.control.TableColumns;
import steward.app.control.Tone;
import steward.app.i18n.Formats;
import steward.app.i18n.Messages;
import steward.app.shell.ConnectionBanner;
import steward.app.shell.LiveAge;
import steward.app.shell.OrganizationContext;
import steward.app.shell.TableExport;

/** Rooms: the table, its filters, the panel of the selected room, and the dialogs for making and deleting. */
final class RoomsView extends StackPane {

    private final RoomsViewModel model;
    private final OrganizationContext context;
    private final Page page = new Page("rooms", Messages.text("rooms.page.title"));
    private final FilterTabs<RoomFilter> tabs = new FilterTabs<>("rooms-filters");
    private final SearchField search = new SearchField(Messages.text("rooms.search.prompt"));
    private final DataTable<RoomRow> table;
    private final RoomDialogs dialogs;
    private final RoomPanel panel;
    private final StateView state;
    private final ConnectionBanner banner;

    RoomsView(RoomsViewModel model, OrganizationContext context) {
        this.model = model;
        this.context = context;
        table = new DataTable<>("rooms-table", RoomRow::id, context.window().memory());
        dialogs = new RoomDialogs(model, context);
        panel = new RoomPanel(model, dialogs, context);
        state = new StateView("rooms-state", table);
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

    /** Selects a room, as asked from another tab. */
    void show(UUID room) {
        model.rooms().clearFilter();
        table.show(room);
    }

    private void build() {
        var create = Buttons.normal(Messages.text("rooms.new.action"), Feather.PLUS, dialogs::askNew);
        create.setId("rooms-new");
        var export = Buttons.normal(
                text("rooms.export.action"), Feather.DOWNLOAD, () -> TableExport.save(context, table, "rooms"));
        export.setId("rooms-export");
        export.disableProperty().bind(Bindings.isEmpty(model.rooms().shown()));
        page.setActions(export, Disabled.when(model.refusalProperty(), create));
        for (RoomFilter each : RoomFilter.values()) tabs.add(each, label(each));
        search.setId("rooms-search");
        page.setFilters(tabs, search.hint("/"));
        table.columns(
                false,
                TableColumns.<RoomRow>name("rooms-column-name", text("rooms.column.name"), row -> row.room()
                                .name())
                        .width(176)
                        .grow(),
                TableColumns.<RoomRow>state("rooms-column-link", text("rooms.column.link"), RoomsView::link)
                        .width(150),
                TableColumns.<RoomRow>state("rooms-column-use", text("rooms.column.use"), this::use)
                        .width(160)
                        .<Instant>sortBy(row -> row.inUse() ? row.meeting().startedAt() : null),
                TableColumns.<RoomRow>node(
                                "rooms-column-settings",
                                text("rooms.column.settings"),
                                RoomsView::words,
                                RoomsView::icons)
                        .width(136)
                        .unsortable(),
                TableColumns.<RoomRow>time(
                                "rooms-column-used",
                                text("rooms.column.used"),
                                row -> row.room().lastUsedAt(),
                                this::lastUsed)
                        .<Instant>sortBy(
                                row -> row.inUse() ? Instant.MAX : row.room().lastUsedAt())
                        .width(104));
        table.rows(model.rooms().shown())
                .pendingWhen(row -> row.shown().isPending())
                .leavingWhen(row -> row.shown().isLeaving())
                .onOpen(row -> panel.focusFirst())
                .onDelete(dialogs::askDelete)
                .rowMenu(this::menu);
        page.setContent(state);
        page.setSidePanel(panel);
        getChildren().setAll(page);
    }

    private void bind() {
        page.subtitleProperty().bind(model.subtitleProperty());
        tabs.selectedProperty().bindBidirectional(model.rooms().filterProperty());
        search.textProperty().bindBidirectional(model.rooms().searchProperty());
        state.stateProperty().bind(model.rooms().stateProperty());
        model.rooms().countsProperty().subscribe(tabs::setCounts);
        model.liveProperty().map(LiveAge::lost).subscribe(lost -> table.refresh());
        context.ticker().second().map(second -> second.getEpochSecond() / 60).subscribe(minute -> table.refresh());
        table.currentProperty().subscribe(model::select);
        panel.openProperty().subscribe(open -> {
            if (!open) table.clearCurrent();
        });
    }

    private List<MenuItem> menu(RoomRow row) {
        var copy = new MenuItem(text("rooms.copy.action"), Icons.small(Feather.COPY));
        copy.setOnAction(event -> dialogs.copyLink(row));
        var delete = new MenuItem(text("rooms.delete.action"), Icons.small(Feather.TRASH_2));
        delete.setDisable(model.deleteRefusal(row).isPresent());
        delete.setOnAction(event -> dialogs.askDelete(row));
        return List.of(copy, delete);
    }

    /** What is not known is never shown as not in use. */
    private IconWord use(RoomRow row) {
        LiveAge live = model.liveProperty().get();
        if (!row.inUse()) {
            return new IconWord(null, Tone.MUTED, text(live.lost() ? "rooms.use.unknown" : "rooms.use.no"));
        }
        Instant until = live.until(context.ticker().second().get());
        String words = Messages.text(
                "rooms.use.yes", row.people(), Formats.current().duration(RoomsViewModel.running(row, until)));
        return new IconWord(Feather.VIDEO, live.lost() ? Tone.MUTED : Tone.SUCCESS, words);
    }

    private String lastUsed(RoomRow row) {
        if (row.inUse() && !model.liveProperty().get().lost()) return text("rooms.used.now");
        Instant last = row.room().lastUsedAt();
        return last == null
                ? text("rooms.used.never")
                : Formats.current().brief(last, context.ticker().second().get());
    }

    private static IconWord link(RoomRow row) {
        boolean changes = row.linkChanges() || row.shown().before() == null;
        return new IconWord(null, changes ? Tone.ACCENT : Tone.MUTED, row.room().slug());
    }

    /** The settings as fixed columns of small icons, a dash where one is off (picture 11). */
    private static Node icons(RoomRow row) {
        RoomSettings settings = row.room().settings();
        var box = new HBox(
                icon(settings.waitingRoom(), Feather.USER_CHECK, Tone.MUTED),
                icon(settings.signInRequired(), Feather.LOG_IN, Tone.MUTED),
                icon(settings.passcode() != null, Feather.KEY, Tone.MUTED),
                icon(settings.muteOnEntry(), Feather.MIC_OFF, Tone.MUTED),
                icon(settings.recording() == RoomRecording.AUTOMATIC, Feather.DISC, Tone.DANGER));
        box.setAlignment(Pos.CENTER_LEFT);
        Tooltip.install(box, new Tooltip(words(row)));
        return box;
    }

    private static Node icon(boolean on, Ikon ikon, Tone tone) {
        var cell = new StackPane(on ? Icons.toned(ikon, 14, tone) : Labels.secondary("-"));
        cell.setMinWidth(24);
        return cell;
    }

    private static String words(RoomRow row) {
        RoomSettings settings = row.room().settings();
        var on = new java.util.StringJoiner(", ");
        if (settings.waitingRoom()) on.add(text("rooms.setting.waitingRoom"));
        if (settings.signInRequired()) on.add(text("rooms.setting.signInRequired"));
        if (settings.passcode() != null) on.add(text("rooms.setting.passcodeRequired"));
        if (settings.muteOnEntry()) on.add(text("rooms.setting.muteOnEntry"));
        if (settings.recording() == RoomRecording.AUTOMATIC) on.add(text("rooms.setting.recordedAutomatically"));
        return on.length() == 0 ? text("rooms.setting.none") : on.toString();
    }

    private static String label(RoomFilter filter) {
        return switch (filter) {
            case ALL -> text("rooms.filter.all");
            case IN_USE -> text("rooms.filter.inUse");
            case LONG_UNUSED -> text("rooms.filter.longUnused");
            case WITHOUT_PASSCODE -> text("rooms.filter.withoutPasscode");
        };
    }

    private static String text(String key) {
        return Messages.text(key);
    }
}
