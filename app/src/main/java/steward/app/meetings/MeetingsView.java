package steward.app.meetings;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import steward.app.control.Banner;
import steward.app.control.Buttons;
import steward.app.control.DataTable;
import steward.app.control.FilterTabs;
import steward.app.control.IconButton;
import steward.app.control.IconWord;
import steward.app.control.Icons;
import steward.app.control.Page;
import steward.app.control.SearchField;
import steward.app.control.StateView;
import steward.app.control.TableColumns;
import steward.app.control.Tone;
import steward.app.i18n.Formats;
import steward.app.i18n.Messages;
import steward.app.shell.LiveAge;
import steward.app.shell.OrganizationContext;
import steward.app.shell.TableExport;

/** Active meetings: the live table, the banner of a lost stream, the panel with the participants (picture 06). */
final class MeetingsView extends StackPane {

    private final MeetingsViewModel model;
    private final OrganizationContext context;
    private final Page page = new Page("meetings", text("meetings.page.title"));
    private final FilterTabs<MeetingFilter> tabs = new FilterTabs<>("meetings-filters");
    private final SearchField search = new SearchField(text("meetings.search.prompt"));
    private final DataTable<MeetingRow> table;
    private final MeetingPanel panel;
    private final StateView state;
    private final Banner banner = new Banner(Tone.WARNING, Feather.WIFI_OFF);
    private final Hyperlink tryNow;

    MeetingsView(MeetingsViewModel model, OrganizationContext context) {
        this.model = model;
        this.context = context;
        table = new DataTable<>(
                "meetings-table", MeetingRow::id, context.window().memory());
        tryNow = Buttons.link(text("meetings.banner.tryNow"), model::refresh);
        panel = new MeetingPanel(model, context);
        state = new StateView("meetings-state", table);
        build();
        bind();
    }

    void focusFirst() {
        table.requestFocus();
    }

    void show(UUID meeting) {
        model.meetings().clearFilter();
        table.show(meeting);
    }

    private void build() {
        var refresh = new IconButton(Feather.REFRESH_CW, text("meetings.refresh.action"), model::refresh);
        refresh.setId("meetings-refresh");
        var export = Buttons.normal(
                text("meetings.export.action"),
                Feather.DOWNLOAD,
                () -> TableExport.save(context, table, "active-meetings"));
        export.setId("meetings-export");
        export.disableProperty().bind(Bindings.isEmpty(model.meetings().shown()));
        page.setActions(refresh, export);
        for (MeetingFilter each : MeetingFilter.values()) tabs.add(each, label(each));
        search.setId("meetings-search");
        page.setFilters(tabs, search.hint("/"));
        banner.setId("meetings-banner");
        tryNow.setId("meetings-try-now");
        banner.action(tryNow);
        table.columns(
                false,
                TableColumns.<MeetingRow>name(
                                "meetings-column-title", text("meetings.column.title"), row -> row.meeting()
                                        .title())
                        .width(160)
                        .grow(),
                TableColumns.<MeetingRow>muted(
                                "meetings-column-room",
                                text("meetings.column.room"),
                                row -> row.room(text("meetings.room.none")))
                        .width(88),
                TableColumns.<MeetingRow>text("meetings-column-host", text("meetings.column.host"), row -> row.meeting()
                                .hostName())
                        .width(116),
                TableColumns.<MeetingRow>time(
                                "meetings-column-start",
                                text("meetings.column.start"),
                                row -> row.meeting().startedAt(),
                                row -> Formats.current().brief(row.meeting().startedAt(), now()))
                        .fits(Formats.current().clock(Formats.current().longestTime())),
                TableColumns.<MeetingRow>text(
                                "meetings-column-running", text("meetings.column.running"), row -> Formats.current()
                                        .duration(row.running(now())))
                        .right()
                        .<Long>sortBy(row -> -row.meeting().startedAt().toEpochMilli())
                        .width(76),
                TableColumns.<MeetingRow>number(
                                "meetings-column-people", text("meetings.column.people"), row -> row.inside()
                                        .size())
                        .width(64),
                TableColumns.<MeetingRow>state("meetings-column-note", text("meetings.column.note"), this::note)
                        .width(104),
                TableColumns.<MeetingRow>text(
                                "meetings-column-planned", text("meetings.column.planned"), row -> Formats.current()
                                        .duration(row.planned()))
                        .right()
                        .<Integer>sortBy(row -> row.meeting().plannedMinutes())
                        .width(76));
        table.rows(model.meetings().shown())
                .onOpen(row -> panel.focusFirst())
                .onDelete(this::askToEnd)
                .rowMenu(this::menu);
        page.setContent(state);
        page.setSidePanel(panel);
        getChildren().setAll(page);
    }

    private void bind() {
        page.subtitleProperty().bind(model.subtitleProperty());
        tabs.selectedProperty().bindBidirectional(model.meetings().filterProperty());
        search.textProperty().bindBidirectional(model.meetings().searchProperty());
        state.stateProperty().bind(model.meetings().stateProperty());
        model.meetings().countsProperty().subscribe(tabs::setCounts);
        model.ageProperty().subscribe(this::showAge);
        // While the stream is lost its age is the same moment, but ever longer ago.
        context.ticker().second().subscribe(now -> showAge(model.ageProperty().get()));
        table.hoverProperty().subscribe(model::hold);
        table.currentProperty().subscribe(model::select);
        panel.openProperty().subscribe(open -> {
            if (!open) table.clearCurrent();
        });
        context.ticker().second().map(second -> second.getEpochSecond() / 60).subscribe(minute -> table.refresh());
    }

    private void showAge(LiveAge age) {
        table.setStale(age.lost());
        if (!age.lost() || age.at() == null) {
            page.setBanner(null);
            return;
        }
        Instant now = context.ticker().second().get();
        String next = age.nextAttemptAt() == null || !age.nextAttemptAt().isAfter(now)
                ? Messages.text("meetings.banner.since", Formats.current().clockSeconds(age.at()))
                : Messages.text(
                        "meetings.banner.again",
                        Formats.current().clockSeconds(age.at()),
                        Formats.current().ahead(age.nextAttemptAt(), now));
        banner.show(Messages.text("meetings.banner.title", Formats.current().age(age.at(), now)), next);
        if (banner.getParent() == null) page.setBanner(banner);
    }

    private List<MenuItem> menu(MeetingRow row) {
        boolean allowed = model.endRefusalProperty().get().isEmpty();
        var notice = new MenuItem(text("meetings.end.noticeAction"), Icons.small(Feather.MESSAGE_SQUARE));
        notice.setDisable(!allowed);
        notice.setOnAction(event -> new EndMeetingDialog(model, context, row).ask(true));
        var end = new MenuItem(text("meetings.end.action"), Icons.small(Feather.X_CIRCLE));
        end.setDisable(!allowed);
        end.setOnAction(event -> new EndMeetingDialog(model, context, row).ask(false));
        return List.of(notice, end);
    }

    private void askToEnd(MeetingRow row) {
        if (model.endRefusalProperty().get().isEmpty()) new EndMeetingDialog(model, context, row).ask(false);
    }

    private IconWord note(MeetingRow row) {
        if (row.ended()) return new IconWord(Feather.CHECK, Tone.MUTED, text("meetings.note.ended"));
        if (row.meeting().endsAt() != null) {
            String at = Formats.current().clock(row.meeting().endsAt());
            return new IconWord(Feather.CLOCK, Tone.WARNING, Messages.text("meetings.note.ends", at));
        }
        if (row.isOver(now())) {
            String over = Formats.current().duration(row.over(now()));
            return new IconWord(Feather.CLOCK, Tone.WARNING, Messages.text("meetings.note.over", over));
        }
        if (row.meeting().recording()) return new IconWord(Feather.DISC, Tone.DANGER, text("meetings.note.recorded"));
        return new IconWord(null, Tone.MUTED, "");
    }

    private Instant now() {
        return model.now();
    }

    private static String label(MeetingFilter filter) {
        return switch (filter) {
            case ALL -> text("meetings.filter.all");
            case OVER_TIME -> text("meetings.filter.overTime");
            case RECORDED -> text("meetings.filter.recorded");
            case ONE_PERSON -> text("meetings.filter.onePerson");
        };
    }

    private static String text(String key) {
        return Messages.text(key);
    }
}
