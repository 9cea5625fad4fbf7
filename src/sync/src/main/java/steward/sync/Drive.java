package steward.sync;

import java.time.InstantSource;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/**
 * What drives a session.
 *
 * @param courier what carries operations; tests plant faults with it
 * @param sends whether the outbox is sent
 */
record Drive(InstantSource clock, Pace pace, RandomGenerator random, UnaryOperator<Courier> courier, boolean sends) {}
