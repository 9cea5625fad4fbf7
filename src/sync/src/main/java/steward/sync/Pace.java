package steward.sync;

import java.time.Duration;

/**
 * How long things take at most, and how often they are done.
 *
 * @param connect for a connection
 * @param answer for a whole call
 * @param firstBackOff what the first wait after a fault lasts at most; doubled with each
 * @param longestBackOff what any such wait lasts at most
 * @param directory between two refreshes of the directory
 * @param silence of the live stream after which it counts as broken
 */
public record Pace(
        Duration connect,
        Duration answer,
        Duration firstBackOff,
        Duration longestBackOff,
        Duration directory,
        Duration silence) {

    public static final Pace NORMAL = new Pace(
            Duration.ofSeconds(10),
            Duration.ofSeconds(60),
            Duration.ofSeconds(1),
            Duration.ofSeconds(60),
            Duration.ofSeconds(60),
            Duration.ofSeconds(40));
}
