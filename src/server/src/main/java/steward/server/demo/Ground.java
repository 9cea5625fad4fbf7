package steward.server.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import steward.api.CollectionName;

/** One organization while it is filled: where its rows go, its dice, its changes and its audit log. */
final class Ground {
    final Tables tables;
    final Blueprint blueprint;
    final UUID orgId;
    final Instant createdAt;
    final Instant now;
    final long seed;
    private long seq;

    Ground(Tables tables, Blueprint blueprint, Instant now, long seed) {
        this.tables = tables;
        this.blueprint = blueprint;
        this.now = now;
        this.seed = seed;
        Dice dice = dice("identity");
        this.createdAt = blueprint.empty()
                ? now.minus(Duration.ofMinutes(10))
                : now.minus(Duration.ofDays(400 + dice.below(600))).minusSeconds(dice.below(80_000));
        this.orgId = dice.id(createdAt);
    }

    /** Purposes do not disturb each other: more rooms leave the people as they are. */
    Dice dice(String purpose) {
        return Dice.of(seed, blueprint.slug(), purpose);
    }

    LocalDate today() {
        return LocalDate.ofInstant(now, Rhythm.ZONE);
    }

    /** Notes an object among the changes; returns its sequence number. */
    long changed(CollectionName collection, UUID id) {
        tables.changes.row(orgId, ++seq, collection, id, false, now);
        return seq;
    }

    long lastSeq() {
        return seq;
    }

    /** What somebody did to an object. */
    record Deed(Instant at, String action, String objectType, UUID objectId, String objectName, String after) {}

    void audit(Dice dice, Person actor, Deed deed) {
        tables.audit.row(
                orgId,
                dice.id(deed.at()),
                deed.at(),
                actor.accountId(),
                actor.name(),
                actor.email(),
                deed.action(),
                deed.objectType(),
                deed.objectId(),
                deed.objectName(),
                null,
                deed.after(),
                "203.0.113." + (1 + Math.floorMod(actor.email().hashCode(), 250)));
    }
}
