package steward.server.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import steward.api.CollectionName;
import steward.api.ParticipantRole;
import steward.api.RoomRecording;

/**
 * Writes an organization's past meetings, refused starts and usage. Usage is kept for all of the past; the meetings
 * themselves for two weeks, longer where a recording refers to them, and who attended for a day: that keeps the first
 * start short.
 */
final class Agenda {
    private static final Duration KEPT = Duration.ofDays(14);
    private static final Duration ATTENDED = Duration.ofDays(1);

    private final Ground ground;
    private final List<Person> people;
    private final List<Spaces.Space> spaces;
    private final Titles titles;
    private final Dice dice;
    private final Map<UUID, Instant> lastUsed = new HashMap<>();
    private final List<Recorded> recorded = new ArrayList<>();

    /** A meeting that was recorded to its end. */
    record Recorded(UUID meetingId, String title, Spaces.Space space, String host, Instant from, long seconds) {}

    Agenda(Ground ground, List<Person> people, List<Spaces.Space> spaces, Titles titles) {
        this.ground = ground;
        this.people = people;
        this.spaces = spaces;
        this.titles = titles;
        this.dice = ground.dice("meetings");
    }

    Map<UUID, Instant> lastUsed() {
        return lastUsed;
    }

    List<Recorded> recorded() {
        return recorded;
    }

    void hold(Past past) {
        past.meetings().forEach(this::hold);
        for (Past.Refused refused : past.refused()) refuse(refused);
        for (Past.Point point : past.points()) {
            ground.tables.points.row(ground.orgId, point.at(), point.inUse(), point.owned(), point.known());
        }
    }

    private void hold(Past.Held held) {
        Person host = people.get(held.host());
        Spaces.Space space = held.room() < 0 ? null : spaces.get(held.room());
        if (space != null) lastUsed.merge(space.id(), held.start(), (a, b) -> a.isAfter(b) ? a : b);
        boolean records = held.recorded() && held.seconds() > 300 && mayRecord(space);
        boolean runs = held.runsAt(ground.now);
        if (!records && held.end().isBefore(ground.now.minus(KEPT))) return;
        UUID id = dice.id(held.start());
        String title = titles.next(dice, ground.blueprint, host.script());
        Instant recordingFrom = held.start().plusSeconds(90);
        ground.tables.meetings.row(
                ground.orgId,
                id,
                title,
                space == null ? null : space.id(),
                space == null ? null : space.name(),
                host.memberId(),
                host.name(),
                held.start(),
                held.plannedMinutes(),
                runs && records && recordingFrom.isBefore(ground.now) ? recordingFrom : null,
                runs ? null : held.end(),
                runs ? null : host.name(),
                1);
        attend(held, id, host, runs);
        if (runs) ground.changed(CollectionName.MEETINGS, id);
        else if (records) {
            long seconds = held.end().getEpochSecond() - recordingFrom.getEpochSecond();
            recorded.add(new Recorded(id, title, space, host.name(), recordingFrom, seconds));
        }
    }

    private static boolean mayRecord(Spaces.Space space) {
        return space == null || space.recording() != RoomRecording.OFF;
    }

    private void attend(Past.Held held, UUID meetingId, Person host, boolean runs) {
        Instant until = runs ? ground.now : held.end();
        if (held.end().isBefore(ground.now.minus(ATTENDED))) return;
        participant(meetingId, host, ParticipantRole.HOST, held.start(), runs ? null : until);
        Set<UUID> there = new HashSet<>(Set.of(host.memberId()));
        long length = Duration.between(held.start(), until).toSeconds();
        for (int n = 1; n < held.people(); n++) {
            Person person = dice.pick(people);
            if (!there.add(person.memberId())) continue;
            Instant joined = held.start().plusSeconds((long) (length * Math.pow(dice.unit(), 5)));
            boolean early = dice.chance(0.15);
            long stays = Duration.between(joined, until).toSeconds();
            Instant left = early ? joined.plusSeconds((long) (stays * dice.unit())) : runs ? null : until;
            participant(meetingId, person, role(n), joined, left);
        }
    }

    private ParticipantRole role(int n) {
        if (n == 1 && dice.chance(0.4)) return ParticipantRole.CO_HOST;
        return dice.chance(0.06) ? ParticipantRole.PRESENTER : ParticipantRole.ATTENDEE;
    }

    private void participant(UUID meetingId, Person person, ParticipantRole role, Instant joined, Instant left) {
        boolean known = role == ParticipantRole.HOST || dice.chance(0.95);
        ground.tables.participants.row(
                ground.orgId,
                meetingId,
                dice.id(joined),
                person.name(),
                known ? person.email() : null,
                role,
                joined,
                left);
    }

    private void refuse(Past.Refused refused) {
        UUID id = dice.id(refused.at());
        Spaces.Space space = refused.room() < 0 ? null : spaces.get(refused.room());
        ground.tables.refused.row(
                ground.orgId,
                id,
                refused.at(),
                people.get(refused.host()).name(),
                space == null ? null : space.name(),
                refused.inUse(),
                refused.owned());
        ground.changed(CollectionName.REFUSED_STARTS, id);
    }
}
