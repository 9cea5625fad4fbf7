package steward.sync.crash;

import java.util.Random;
import steward.sync.Fault;

/** What becomes of one write after the other: of every so many, one answer is lost and one is 503. Thread-safe. */
final class Disturbance {

    private final long seed;
    private final int oneIn;
    private int number;

    Disturbance(long seed, int oneIn) {
        this.seed = seed;
        this.oneIn = oneIn;
    }

    /** A function of the seed and of how often it was asked. */
    synchronized Fault next() {
        Random random = new Random(seed * 31 + number / oneIn);
        int lost = random.nextInt(oneIn);
        int refused = (lost + 1 + random.nextInt(oneIn - 1)) % oneIn;
        int place = number++ % oneIn;
        if (place == lost) return Fault.DROP_ANSWER;
        return place == refused ? Fault.UNAVAILABLE_SECONDS : Fault.NONE;
    }
}
