package steward.sync.crash;

import java.util.ArrayList;
import java.util.List;
import steward.sync.Fault;

/** What happened in all sends of a run. Thread-safe. */
final class Tally {

    /**
     * A kill of the engine.
     *
     * @param at how much of the send was on its way, from 0 to 1
     * @param inFlight operations found in flight afterwards
     */
    record Kill(double at, int inFlight) {}

    private final List<Kill> kills = new ArrayList<>();
    private final List<Double> restarts = new ArrayList<>();
    private final List<Double> idleStarts = new ArrayList<>();
    private int serverKills;
    private int writes;
    private int lostAnswers;
    private int unavailable;
    private int early;
    private int strangers;

    synchronized void kill(Kill kill) {
        kills.add(kill);
    }

    synchronized void serverKill() {
        serverKills++;
    }

    /** Milliseconds from a start with work pending to its first acknowledgement. */
    synchronized void restart(double millis) {
        restarts.add(millis);
    }

    /** The same of a start with nothing pending. */
    synchronized void idleStart(double millis) {
        idleStarts.add(millis);
    }

    synchronized void write(Fault fault) {
        writes++;
        if (fault == Fault.DROP_ANSWER) lostAnswers++;
        if (fault == Fault.UNAVAILABLE_SECONDS) unavailable++;
    }

    /** A write came before the time the server had asked for. */
    synchronized void tooEarly() {
        early++;
    }

    /** Somebody called who is not of this run. */
    synchronized void stranger() {
        strangers++;
    }

    synchronized List<Kill> kills() {
        return List.copyOf(kills);
    }

    synchronized List<Double> restarts() {
        return List.copyOf(restarts);
    }

    synchronized List<Double> idleStarts() {
        return List.copyOf(idleStarts);
    }

    synchronized int serverKills() {
        return serverKills;
    }

    synchronized int early() {
        return early;
    }

    synchronized int strangers() {
        return strangers;
    }

    synchronized int writes() {
        return writes;
    }

    synchronized int lostAnswers() {
        return lostAnswers;
    }

    synchronized int unavailable() {
        return unavailable;
    }
}
