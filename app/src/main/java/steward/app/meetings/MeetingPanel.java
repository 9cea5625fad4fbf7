package steward.app.meetings;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import steward.api.Meeting;
import steward.api.Participant;
import steward.api.ParticipantRole;
import steward.app.chart.Timeline;
import steward.app.control.Badge;
import steward.app.control.Buttons;
import steward.app.control.Disabled;
import steward.app.control.Facts;
import steward.app.control.Legend;
import steward.app.control.SidePanel;
import steward.app.control.Tone;
import steward.app.i18n.Formats;
import steward.app.i18n.Messages;
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
        model.selectedProperty().subscribe(this::show);
    }

    private void show(MeetingRow row) {
        openProperty().set(row != null);
        if (row == null) return;
        Instant now = context.ticker().second().get();
        setTitle(row.meeting().title(), "");
        var people =
                new Badge(Messages.text("meetings.panel.people", row.inside().size()), Tone.MUTED, Feather.USERS);
        if (row.isOver(now)) {
            String over = Formats.current().duration(row.over(now));
            setBadges(new Badge(Messages.text("meetings.note.over", over), Tone.WARNING, Feather.CLOCK), people);
        } else setBadges(people);
        setSections(facts(row, now), participants(row, now));
        setFoot(ends(row, true), ends(row, false));
    }

    /** A person may have come and gone several times: one row each, a bar a stay. */
    private Node participants(MeetingRow row, Instant now) {
        Map<String, List<Participant>> people = new LinkedHashMap<>();
        for (Participant participant : row.meeting().participants()) {
            people.computeIfAbsent(participant.name(), name -> new ArrayList<>())
                    .add(participant);
        }
        Instant known = model.ageProperty().get().at() == null
                ? now
                : model.ageProperty().get().at();
        Instant plannedEnd = row.meeting().startedAt().plus(row.planned());
        var timeline = new Timeline("meetings-timeline");
        timeline.show(
                new Timeline.Span(row.meeting().startedAt(), now, known, plannedEnd.isBefore(now) ? plannedEnd : null),
                people.entrySet().stream()
                        .limit(MOST_PEOPLE)
                        .map(entry -> person(entry.getKey(), entry.getValue(), now))
                        .toList());
        var legend = new HBox(
                12,
                Legend.entry(Legend.dot(Tone.ACCENT), Messages.text("meetings.panel.leads"), ""),
                Legend.entry(Legend.dot(Tone.NEUTRAL), Messages.text("meetings.panel.attends"), ""));
        return SidePanel.section(Messages.text("meetings.panel.participants"), legend, timeline);
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

    private Disabled ends(MeetingRow row, boolean notice) {
        Runnable ask = () -> new EndMeetingDialog(model, context, row).ask(notice);
        var button = notice
                ? Buttons.normal(Messages.text("meetings.end.noticeAction"), null, ask)
                : Buttons.danger(Messages.text("meetings.end.action"), null, ask);
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
        facts.add(
                Messages.text("meetings.fact.license"),
                Messages.text("meetings.fact.licenseHeld", model.licensesOwned(), formats.duration(row.running(now))));
        if (meeting.endsAt() != null) {
            facts.add(Messages.text("meetings.fact.ends"), formats.clockSeconds(meeting.endsAt()));
        }
        return facts;
    }
}
