package steward.server.demo;

import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** A seeded source of everything accidental in the demo; not thread-safe. */
final class Dice {
    private final SplittableRandom random;

    private Dice(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** The dice of a purpose: two purposes never disturb each other. */
    static Dice of(long seed, Object... purpose) {
        long mixed = seed;
        for (Object part : purpose)
            mixed = mixed * 0x9E3779B97F4A7C15L + part.toString().hashCode();
        return new Dice(mixed);
    }

    /** From 0 to the bound, without it. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    double unit() {
        return random.nextDouble();
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** Favors the first ones. */
    <T> T pickEarly(List<T> from) {
        double u = random.nextDouble();
        return from.get((int) (u * u * from.size()));
    }

    /** A UUIDv7 made at an instant. */
    UUID id(Instant at) {
        long high = at.toEpochMilli() << 16 | 0x7000 | random.nextInt(0x1000);
        long low = random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
