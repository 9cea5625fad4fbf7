package steward.server.demo;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import steward.api.Ids;
import steward.api.JoinMeeting;
import steward.api.NewMeeting;
import steward.api.ParticipantRole;
import steward.api.Role;

/** Plays the people of one organization: one event at a time, around a number of meetings that drifts. */
final class Troupe {
    private static final int[] PLANNED = {15, 30, 45, 60, 60, 90, 120};
    private static final int MOST_PEOPLE = 24;

    private final Stage stage;
    private final RuntimeClient client;
    private final InstantSource clock;
    private final Dice dice;
    private final Titles titles = new Titles();
    private final int least;
    private final int most;
    private int wanted;

    Troupe(Stage stage, RuntimeClient client, InstantSource clock, Dice dice) {
        this.stage = stage;
        this.client = client;
        this.clock = clock;
        this.dice = dice;
        int usual = stage.blueprint.running();
        this.wanted = usual;
        this.least = Math.max(1, usual * 2 / 3);
        // At the limit people go on trying; elsewhere one license stays free.
        this.most = limit() ? usual + 1 : usual + Math.max(1, usual / 5);
    }

    private boolean limit() {
        return stage.blueprint.kind() == Blueprint.Kind.LIMIT;
    }

    /** Whether so few meetings run that a newcomer would wonder. */
    boolean behind() {
        return stage.running.size() < least;
    }

    void act() throws IOException, InterruptedException {
        if (dice.chance(0.05)) wanted = Math.clamp(wanted + dice.between(-1, 1), least, most);
        int running = stage.running.size();
        if (running < wanted && (behind() || dice.chance(limit() ? 0.12 : 0.35))) start();
        else if (running > 0 && (running > wanted || dice.chance(0.04))) end();
        else if (running > 0) stir();
    }

    private void start() throws IOException, InterruptedException {
        Stage.Guest host = dice.pickEarly(stage.people);
        List<Stage.Place> free = new ArrayList<>(stage.places);
        free.removeIf(place -> stage.busy(place) || place.forAdmins() && host.role() == Role.MEMBER);
        UUID room = free.isEmpty() || dice.chance(0.25)
                ? null
                : dice.pickEarly(free).id();
        String title = titles.next(dice, stage.blueprint, script(host.name()));
        NewMeeting meeting =
                new NewMeeting(Ids.next(), title, room, host.memberId(), PLANNED[dice.below(PLANNED.length)]);
        client.start(stage.orgId, meeting).meeting().ifPresent(stage::seen);
    }

    /** The one furthest beyond its time, mostly. */
    private void end() throws IOException, InterruptedException {
        Instant now = clock.instant();
        List<Stage.Running> all = new ArrayList<>(stage.running.values());
        Stage.Running meeting = dice.chance(0.8)
                ? all.stream()
                        .max(Comparator.comparingDouble(one -> one.progress(now)))
                        .orElseThrow()
                : dice.pick(all);
        note(meeting, client.end(stage.orgId, meeting.id()));
    }

    /** Somebody comes or goes, or recording is turned. */
    private void stir() throws IOException, InterruptedException {
        Stage.Running meeting = dice.pick(new ArrayList<>(stage.running.values()));
        boolean full = meeting.present().size() >= MOST_PEOPLE;
        double u = dice.unit();
        if (u < 0.05) note(meeting, client.record(stage.orgId, meeting.id(), !meeting.recording()));
        else if (meeting.present().size() > 1 && (full || u < 0.4)) leave(meeting);
        else if (!full) join(meeting);
    }

    private void join(Stage.Running meeting) throws IOException, InterruptedException {
        Stage.Guest person = dice.pick(stage.people);
        if (meeting.names().contains(person.name())) return;
        ParticipantRole role = dice.chance(0.08) ? ParticipantRole.PRESENTER : ParticipantRole.ATTENDEE;
        JoinMeeting join = new JoinMeeting(Ids.next(), person.name(), person.email(), role);
        note(meeting, client.join(stage.orgId, meeting.id(), join));
    }

    /** The host, who came first, stays to the end. */
    private void leave(Stage.Running meeting) throws IOException, InterruptedException {
        UUID who = meeting.present().get(1 + dice.below(meeting.present().size() - 1));
        note(meeting, client.leave(stage.orgId, meeting.id(), who));
    }

    /** What is gone is forgotten; another refusal leaves things as they are. */
    private void note(Stage.Running meeting, RuntimeClient.Outcome outcome) {
        outcome.meeting().ifPresent(stage::seen);
        if (outcome.status() == 404) stage.running.remove(meeting.id());
    }

    /** What a name is written in, for a title like it. */
    private static String script(String name) {
        return switch (Character.UnicodeScript.of(name.codePointAt(0))) {
            case CYRILLIC -> "cyrillic";
            case GREEK -> "greek";
            case ARABIC -> "arabic";
            case HANGUL -> "korean";
            case DEVANAGARI -> "devanagari";
            case HAN -> name.contains(" ") ? "japanese" : "chinese";
            default -> "latin";
        };
    }
}
