package steward.app.meetings;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import steward.api.Meeting;
import steward.api.Participant;
import steward.api.ParticipantRole;
import steward.app.chart.Timeline;
import steward.app.control.Badge;
import steward.app.control.Buttons;
import steward.app.control.Disabled;
import steward.app.control.Facts;
import steward.app.control.Labels;
import steward.app.control.Legend;
import steward.app.control.SidePanel;
import steward.app.control.Tone;
import steward.app.i18n.Formats;
import steward.app.i18n.Messages;
import steward.app.shell.LiveAge;
import steward.app.shell.OrganizationContext;
import steward.app.shell.Place;

/** The selected meeting: facts, its participants over time, and the ways to end it. */
final class MeetingPanel extends SidePanel {

    /** More rows than this are not read, and are slow to draw. */
    private static final int MOST_PEOPLE = 200;

    private final MeetingsViewModel model;
    private final OrganizationContext context;

    MeetingPanel(MeetingsViewModel model, OrganizationContext context) {
        super("meetings-panel");
        this.model = model;
        this.context = context;
        // Made once: a button that is replaced while the pointer is on it loses the click.
        setFoot(ends(true), ends(false));
        // By invalidation: a fresh copy of the row equals the one before.
        model.selectedProperty().subscribe(this::refresh);
        model.ageProperty().map(LiveAge::lost).subscribe(this::refresh);
        context.ticker().second().map(second -> second.getEpochSecond() / 60).subscribe(minute -> refresh());
    }

    private void refresh() {
        show(model.selectedProperty().get());
    }

    private void show(MeetingRow row) {
        openProperty().set(row != null);
        if (row == null) return;
        Instant now = model.now();
        LiveAge age = model.ageProperty().get();
        setTitle(row.meeting().title(), "");
        List<Node> badges = new ArrayList<>();
        if (row.ended()) badges.add(new Badge(Messages.text("meetings.note.ended"), Tone.NEUTRAL, Feather.CHECK));
        else if (row.isOver(now)) {
            String over = Formats.current().duration(row.over(now));
            badges.add(new Badge(Messages.text("meetings.note.over", over), Tone.WARNING, Feather.CLOCK));
        }
        badges.add(new Badge(Messages.text("meetings.panel.people", row.inside().size()), Tone.NEUTRAL, Feather.USERS));
        badges.add(Labels.secondary(
                age.lost() && age.at() != null
                        ? Messages.text("meetings.panel.asOf", Formats.current().clock(age.at()))
                        : Messages.text("meetings.panel.live")));
        setBadges(badges.toArray(Node[]::new));
        setSections(facts(row, now), participants(row, now));
    }

    /** A person may have come and gone several times: one row each, a bar a stay. */
    private Node participants(MeetingRow row, Instant now) {
        Map<String, List<Participant>> people = new LinkedHashMap<>();
        for (Participant participant : row.meeting().participants()) {
            String who = participant.email() == null ? participant.name() : participant.email();
            people.computeIfAbsent(who, key -> new ArrayList<>()).add(participant);
        }
        Instant until = context.ticker().second().get();
        Instant plannedEnd = row.meeting().startedAt().plus(row.planned());
        var timeline = new Timeline("meetings-timeline");
        timeline.show(
                new Timeline.Span(
                        row.meeting().startedAt(), until, now, plannedEnd.isBefore(until) ? plannedEnd : null),
                people.values().stream()
                        .limit(MOST_PEOPLE)
                        .map(stays -> person(stays.getFirst().name(), stays, now))
                        .toList());
        var legend = new HBox(
                12,
                Legend.entry(mark("timeline-leads"), Messages.text("meetings.panel.leads"), ""),
                Legend.entry(mark("timeline-attends"), Messages.text("meetings.panel.attends"), ""));
        return SidePanel.section(Messages.text("meetings.panel.participants"), legend, timeline);
    }

    private static Region mark(String style) {
        var mark = new Region();
        mark.getStyleClass().addAll("legend-dot", style);
        return mark;
    }

    private static Timeline.Person person(String name, List<Participant> stays, Instant now) {
        boolean leads = stays.stream().anyMatch(stay -> stay.role() != ParticipantRole.ATTENDEE);
        List<Timeline.Stay> bars = stays.stream()
                .map(stay -> new Timeline.Stay(
                        stay.joinedAt(),
                        stay.leftAt() == null ? now : stay.leftAt(),
                        Messages.text(
                                "meetings.panel.stay",
                                Formats.current().clock(stay.joinedAt()),
                                stay.leftAt() == null
                                        ? Messages.text("meetings.panel.now")
                                        : Formats.current().clock(stay.leftAt()))))
                .toList();
        return new Timeline.Person(name, leads, bars);
    }

    private Disabled ends(boolean notice) {
        Runnable ask = () ->
                new EndMeetingDialog(model, context, model.selectedProperty().get()).ask(notice);
        var button = Buttons.inBar(
                notice
                        ? Buttons.normal(Messages.text("meetings.end.noticeAction"), null, ask)
                        : Buttons.danger(Messages.text("meetings.end.action"), null, ask));
        button.setId(notice ? "meetings-end-with-notice" : "meetings-end");
        return Disabled.when(model.endRefusalProperty(), button);
    }

    private Facts facts(MeetingRow row, Instant now) {
        Meeting meeting = row.meeting();
        Formats formats = Formats.current();
        var facts = new Facts(80);
        if (meeting.roomId() == null) {
            facts.add(Messages.text("meetings.fact.room"), row.room(Messages.text("meetings.room.none")));
        } else {
            facts.add(Messages.text("meetings.fact.room"), Buttons.link(meeting.roomName(), () -> context.window()
                    .navigator()
                    .show(Place.ROOMS, meeting.roomId())));
        }
        facts.add(Messages.text("meetings.fact.host"), meeting.hostName());
        facts.add(
                Messages.text("meetings.fact.planned"),
                Messages.text(
                        "meetings.fact.plannedSpan",
                        formats.clock(meeting.startedAt()),
                        formats.clock(meeting.startedAt().plus(row.planned())),
                        formats.duration(row.planned())));
        if (model.licensesOwned() > 0) {
            String held = formats.duration(row.running(now));
            facts.add(
                    Messages.text("meetings.fact.license"),
                    Messages.text("meetings.fact.licenseHeld", model.licensesOwned(), held));
        }
        if (meeting.endsAt() != null) {
            facts.add(Messages.text("meetings.fact.ends"), formats.clockSeconds(meeting.endsAt()));
        }
        return facts;
    }
}
