package steward.server.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import steward.api.CollectionName;
import steward.api.RecordingState;
import steward.server.billing.Entitlement;

/** Writes an organization's recordings, as large as its storage is to be filled; some are in the bin. */
final class Shelf {
    private static final Duration BIN = Duration.ofDays(30);
    private static final Duration PROCESSING = Duration.ofSeconds(45);
    private static final double LEAST_RATE = 8_000;
    private static final double MOST_RATE = 500_000;

    private final Ground ground;
    private final Dice dice;
    private final List<Person> people;

    Shelf(Ground ground, List<Person> people) {
        this.ground = ground;
        this.dice = ground.dice("recordings");
        this.people = people;
    }

    void fill(List<Agenda.Recorded> recorded) {
        long seconds = recorded.stream().mapToLong(Agenda.Recorded::seconds).sum();
        if (seconds == 0) return;
        double storage = Entitlement.of(ground.blueprint.choice()).storageBytes() * share();
        double rate = Math.clamp(storage / seconds, LEAST_RATE, MOST_RATE);
        for (Agenda.Recorded each : recorded) put(each, rate);
    }

    private double share() {
        return switch (ground.blueprint.kind()) {
            case EMPTY -> 0;
            case LIMIT -> 0.96;
            case DUNNING -> 0.62;
            case NORMAL -> ground.blueprint.acme() ? 0.81 : 0.15 + dice.unit() * 0.6;
        };
    }

    private void put(Agenda.Recorded recorded, double rate) {
        Instant end = recorded.from().plusSeconds(recorded.seconds());
        UUID id = dice.id(end);
        boolean processing = end.plus(PROCESSING).isAfter(ground.now);
        RecordingState state = processing
                ? RecordingState.PROCESSING
                : dice.chance(0.006) ? RecordingState.FAILED : RecordingState.READY;
        Instant deleted = processing || !dice.chance(0.05) ? null : binned(end);
        ground.tables.recordings.row(
                ground.orgId,
                id,
                recorded.title(),
                recorded.meetingId(),
                recorded.space() == null ? null : recorded.space().id(),
                recorded.space() == null ? null : recorded.space().name(),
                recorded.host(),
                recorded.from(),
                recorded.seconds(),
                (long) (recorded.seconds() * rate * (0.8 + dice.unit() * 0.4)),
                state,
                processing ? end.plus(PROCESSING) : null,
                deleted,
                deleted == null ? null : deleted.plus(BIN),
                deleted == null ? 1 : 2);
        ground.changed(CollectionName.RECORDINGS, id);
        if (deleted == null) return;
        Person admin = people.get(dice.below(Math.min(3, people.size())));
        ground.audit(
                dice, admin, new Ground.Deed(deleted, "recording.delete", "recording", id, recorded.title(), null));
    }

    /** Some time since the meeting, at most a bin's time ago. */
    private Instant binned(Instant end) {
        long most = Math.min(Duration.between(end, ground.now).toSeconds(), BIN.toSeconds() - 3600);
        return ground.now.minusSeconds(Math.max(1, (long) (dice.unit() * most)));
    }
}
