package steward.app.overview;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import steward.api.Action;
import steward.api.Meeting;
import steward.app.control.Buttons;
import steward.app.control.DataTable;
import steward.app.control.Disabled;
import steward.app.control.FiguresStrip;
import steward.app.control.Labels;
import steward.app.control.Page;
import steward.app.control.TableColumns;
import steward.app.i18n.Formats;
import steward.app.i18n.Messages;
import steward.app.shell.LiveAge;
import steward.app.shell.Navigator;
import steward.app.shell.OrganizationContext;
import steward.app.shell.Place;

/** Overview: figures, what needs somebody, running meetings; licenses, storage and the checklist at the right. */
final class OverviewView extends StackPane {

    private static final double SIDE = 360;
    /** Not known is never a zero. */
    private static final String UNKNOWN = "\u2013";

    private static final int MEETINGS_SHOWN = 6;
    private static final int MEETINGS_LEAST = 3;
    private static final double ROW = 32;

    private final OverviewViewModel model;
    private final OrganizationContext context;
    private final Navigator navigator;
    private final Page page = new Page("overview", text("overview.page.title"));
    private final FiguresStrip strip = new FiguresStrip("overview-figures");
    private final FiguresStrip.Figure total = strip.add("total", text("overview.figure.total"));
    private final FiguresStrip.Figure accepted = strip.add("accepted", text("overview.figure.accepted"));
    private final FiguresStrip.Figure pending = strip.add("pending", text("overview.figure.pending"));
    private final FiguresStrip.Figure admins = strip.add("admins", text("overview.figure.admins"));

    OverviewView(OverviewViewModel model, OrganizationContext context) {
        this.model = model;
        this.context = context;
        navigator = context.window().navigator();
        build();
        model.standingProperty().subscribe(this::showFigures);
    }

    private void build() {
        page.subtitleProperty()
                .bind(context.ticker().second().map(now -> Formats.current().longDate(now)));
        var importing =
                Buttons.normal(text("overview.import.action"), Feather.UPLOAD, () -> navigator.show(Place.IMPORT));
        importing.setId("overview-import");
        var invite =
                Buttons.primary(text("overview.invite.action"), Feather.USER_PLUS, () -> navigator.show(Place.MEMBERS));
        invite.setId("overview-invite");
        var refusal = new SimpleStringProperty(
                context.refusal(Action.INVITE_MEMBER, false).orElse(""));
        page.setActions(Disabled.when(refusal, importing), Disabled.when(refusal, invite));
        var left = new VBox(20, needs(), meetings());
        HBox.setHgrow(left, Priority.ALWAYS);
        left.setMinWidth(0);
        var right = new VBox(
                20,
                new LicensesBox(model, context),
                new StorageBox(model, navigator),
                new ChecklistBox(model, navigator));
        right.setMinWidth(SIDE);
        right.setMaxWidth(SIDE);
        right.setMinHeight(USE_PREF_SIZE);
        var columns = new HBox(24, left, right);
        VBox.setVgrow(columns, Priority.ALWAYS);
        page.setPaddedContent(new VBox(strip, columns), model.stateProperty());
        getChildren().setAll(page);
    }

    private Node needs() {
        var list = new NeedsList(model.needs());
        var count = Labels.secondary("");
        count.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.needs().isEmpty()
                                ? ""
                                : Integer.toString(model.needs().size()),
                        model.needs()));
        var section = new VBox(8, heading(text("overview.needs.title"), count, new Region()), list);
        section.setMinHeight(USE_PREF_SIZE);
        return section;
    }

    private Node meetings() {
        var table = new DataTable<Meeting>(
                "overview-meetings", Meeting::id, context.window().memory());
        table.columns(
                false,
                TableColumns.<Meeting>name("overview-meeting-title", text("overview.meeting.title"), Meeting::title)
                        .width(200)
                        .grow(),
                TableColumns.<Meeting>muted(
                                "overview-meeting-room",
                                text("overview.meeting.room"),
                                meeting -> meeting.roomName() == null
                                        ? text("overview.meeting.noRoom")
                                        : meeting.roomName())
                        .width(112),
                TableColumns.<Meeting>text("overview-meeting-host", text("overview.meeting.host"), Meeting::hostName)
                        .width(140),
                TableColumns.<Meeting>text(
                                "overview-meeting-running",
                                text("overview.meeting.running"),
                                meeting -> Formats.current().duration(Duration.between(meeting.startedAt(), liveNow())))
                        .right()
                        .<Long>sortBy(meeting -> -meeting.startedAt().toEpochMilli())
                        .width(84),
                TableColumns.<Meeting>number(
                                "overview-meeting-people",
                                text("overview.meeting.people"),
                                meeting -> meeting.participants().stream()
                                        .filter(participant -> participant.leftAt() == null)
                                        .count())
                        .width(72));
        table.rows(model.meetings()).onOpen(meeting -> navigator.show(Place.MEETINGS, meeting.id()));
        model.standingProperty().subscribe(standing -> {
            table.setStale(standing != null && standing.live().age().lost());
            table.refresh();
        });
        table.setPrefHeight(ROW * (MEETINGS_SHOWN + 1));
        table.setMinHeight(ROW * (MEETINGS_LEAST + 1));
        var none = Labels.muted(text("overview.meetings.none"));
        none.visibleProperty().bind(Bindings.isEmpty(model.meetings()));
        StackPane.setAlignment(none, Pos.TOP_LEFT);
        StackPane.setMargin(none, new Insets(16));
        table.visibleProperty().bind(none.visibleProperty().not());
        var box = new StackPane(table, none);
        box.getStyleClass().add("boxed");
        VBox.setVgrow(box, Priority.ALWAYS);
        var count = Labels.secondary("");
        count.setId("overview-meetings-count");
        count.textProperty().bind(model.standingProperty().map(this::running));
        var all = Buttons.link(text("overview.meetings.all"), () -> navigator.show(Place.MEETINGS));
        all.setId("overview-all-meetings");
        var section = new VBox(8, heading(text("overview.meetings.title"), count, all), box);
        VBox.setVgrow(section, Priority.ALWAYS);
        return section;
    }

    /** Running times stand still at the last moment anything was known. */
    private Instant liveNow() {
        Standing standing = model.standingProperty().get();
        return standing == null ? now() : standing.live().age().until(now());
    }

    private String running(Standing standing) {
        String count =
                Messages.text("overview.meetings.count", standing.meetings().size());
        LiveAge age = standing.live().age();
        return !age.lost() || age.at() == null
                ? count
                : Messages.text(
                        "overview.meetings.asOf", count, Formats.current().brief(age.at(), now()));
    }

    /** A section's title, something beside it, and a link at its right. */
    static HBox heading(String title, Node beside, Node right) {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var heading = new HBox(8, Labels.strong(title), beside, gap, right);
        heading.setAlignment(Pos.CENTER_LEFT);
        heading.setMinHeight(20);
        return heading;
    }

    private void showFigures(Standing standing) {
        if (standing == null || !standing.known()) {
            for (FiguresStrip.Figure figure : List.of(total, accepted, pending, admins)) figure.show(UNKNOWN, "");
            return;
        }
        Formats formats = Formats.current();
        int joined = standing.members().size();
        int waiting = standing.invited().valid();
        long month = standing.joinedSince(now().minus(Duration.ofDays(30)));
        total.show(formats.number(joined + waiting), Messages.text("overview.figure.more", month));
        accepted.show(
                formats.number(joined),
                joined + waiting == 0
                        ? ""
                        : Messages.text(
                                "overview.figure.share", formats.percent((double) joined / (joined + waiting))));
        pending.show(
                formats.number(waiting),
                Messages.text("overview.figure.expire", standing.invited().expiring()));
        admins.show(
                formats.number(standing.owners() + standing.admins()),
                Messages.text("overview.figure.seats", standing.owners(), standing.admins()));
    }

    private Instant now() {
        return context.ticker().second().get();
    }

    private static String text(String key) {
        return Messages.text(key);
    }
}
