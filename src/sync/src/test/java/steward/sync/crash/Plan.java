package steward.sync.crash;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.DoubleStream;

/** Who dies in one send and when: a function of the seed. Not thread-safe. */
final class Plan {

    enum Kind {
        ENGINE,
        SERVER,
        /** Rows are taken back, as far as it is not too late. */
        CANCEL
    }

    /**
     * @param at how much of the send is on its way, from 0 to 1
     * @param delay how far into the call that has come so far, from 0 to 1
     */
    record Event(Kind kind, double at, double delay, long draw) {}

    private static final int CANCELS = 10;

    private final Map<Kind, Deque<Event>> events = new EnumMap<>(Kind.class);

    Plan(Options options, int send) {
        Random random = new Random(new Random(options.seed()).nextLong() + send);
        draw(random, Kind.ENGINE, share(options, options.kills()));
        draw(random, Kind.SERVER, share(options, options.serverKills()));
        draw(random, Kind.CANCEL, CANCELS);
    }

    /** One more than its share in the long form, for the last may come too late. */
    private static int share(Options options, int all) {
        int share = (all + options.sends() - 1) / options.sends();
        return all > 0 && options.timed() ? share + 1 : share;
    }

    private void draw(Random random, Kind kind, int count) {
        Deque<Event> drawn = new ArrayDeque<>();
        DoubleStream.generate(random::nextDouble)
                .limit(count)
                .sorted()
                .forEach(at -> drawn.add(new Event(kind, at, random.nextDouble(), random.nextLong())));
        events.put(kind, drawn);
    }

    /** Takes the next event of a kind that is due, or null. */
    Event due(Kind kind, double progress) {
        Deque<Event> left = events.get(kind);
        return !left.isEmpty() && left.peek().at() <= progress ? left.poll() : null;
    }
}
