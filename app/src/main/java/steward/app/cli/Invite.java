package steward.app.cli;

import java.time.InstantSource;
import java.util.Optional;
import steward.app.settings.Policy;
import steward.app.signin.Demo;
import steward.sync.Engine;

/** Carries out what {@code invite} asks, on an open engine. Thread-safe: orders of several starts may run at once. */
public final class Invite {
    private final Engine engine;
    private final Demo demo;
    private final Policy policy;
    private final InstantSource clock;
    private volatile boolean closing;

    public Invite(Engine engine, Demo demo, Policy policy, InstantSource clock) {
        this.engine = engine;
        this.demo = demo;
        this.policy = policy;
        this.clock = clock;
    }

    /** @param token that was given for it, or empty for what is kept */
    InviteResult run(InviteOrder order, Optional<String> token) {
        var errand = new Errand(order, new Access(engine, demo, policy, order), clock, () -> closing);
        return Attempt.of(() -> errand.run(token), errand::figures);
    }

    /** What is still awaited ends as unfinished. */
    void end() {
        closing = true;
    }
}
