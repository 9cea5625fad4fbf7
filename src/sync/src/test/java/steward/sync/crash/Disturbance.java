package steward.sync.crash;

import java.util.Random;
import steward.sync.Fault;

/** What becomes of one write after the other: of every twenty, one answer is lost and one is 503. Thread-safe. */
final class Disturbance {

    /** 5 % each. */
    static final int ONE_IN = 20;

    private final long seed;
    private int number;

    Disturbance(long seed) {
        this.seed = seed;
    }

    /** A function of the seed and of how often it was asked. */
    synchronized Fault next() {
        Random random = new Random(seed * 31 + number / ONE_IN);
        int lost = random.nextInt(ONE_IN);
        int refused = (lost + 1 + random.nextInt(ONE_IN - 1)) % ONE_IN;
        int place = number++ % ONE_IN;
        if (place == lost) return Fault.DROP_ANSWER;
        return place == refused ? Fault.UNAVAILABLE_SECONDS : Fault.NONE;
    }
}
