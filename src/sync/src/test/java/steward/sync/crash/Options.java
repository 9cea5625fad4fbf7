package steward.sync.crash;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import steward.sync.Planted;

/**
 * What a run of the rig does.
 *
 * @param seed kill points, faults and what is taken back follow from it
 * @param kills of the engine, at least
 * @param serverKills at least
 * @param rows invitations of one send
 * @param planted the engine's bug
 * @param forgetful whether the server keeps no row of the keys it has seen: its bug
 * @param oneIn of so many writes one answer is lost and one is 503
 * @param timed whether starts are measured, alternating with starts that have nothing pending
 */
record Options(
        long seed, int kills, int serverKills, int rows, Planted planted, boolean forgetful, int oneIn, boolean timed) {

    static final String USAGE = "usage: crash [--seed N] [--kills N] [--server-kills N] [--rows N]";

    /** More would leave little of a send between two of them. */
    private static final int KILLS_A_SEND = 20;

    static Options of(String[] args) {
        Options asked = new Options(System.nanoTime(), 200, 60, 10_000, Planted.NOTHING, false, 20, true);
        Deque<String> left = new ArrayDeque<>(Arrays.asList(args));
        while (!left.isEmpty()) asked = asked.with(left.pop(), left.isEmpty() ? "" : left.pop());
        return asked;
    }

    /** A short run, for the suite. */
    static Options brief(int kills, int serverKills, int rows, int oneIn) {
        return new Options(1, kills, serverKills, rows, Planted.NOTHING, false, oneIn, false);
    }

    private Options with(String name, String value) {
        if (!value.matches("-?[0-9]{1,18}")) throw new IllegalArgumentException(name + " needs a number.");
        long number = Long.parseLong(value);
        return switch (name) {
            case "--seed" -> new Options(number, kills, serverKills, rows, planted, forgetful, oneIn, timed);
            case "--kills" -> new Options(seed, (int) number, serverKills, rows, planted, forgetful, oneIn, timed);
            case "--server-kills" -> new Options(seed, kills, (int) number, rows, planted, forgetful, oneIn, timed);
            case "--rows" -> new Options(seed, kills, serverKills, (int) number, planted, forgetful, oneIn, timed);
            default -> throw new IllegalArgumentException("There is no option " + name + ".");
        };
    }

    Options with(Planted other) {
        return new Options(seed, kills, serverKills, rows, other, forgetful, oneIn, timed);
    }

    Options withForgetfulServer() {
        return new Options(seed, kills, serverKills, rows, planted, true, oneIn, timed);
    }

    int sends() {
        return Math.max(1, (kills + KILLS_A_SEND - 1) / KILLS_A_SEND);
    }
}
