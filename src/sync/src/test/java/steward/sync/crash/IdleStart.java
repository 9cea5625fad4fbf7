package steward.sync.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;

/** The baseline: starts with nothing pending, up to the acknowledgement of one invitation made at once. One thread. */
final class IdleStart {

    private static final long PATIENCE_MILLIS = 60_000;

    private final Site site;
    private final UUID orgId;
    private final Path data;
    private int acknowledged;

    private IdleStart(Site site) {
        this.site = site;
        this.orgId = site.ground().organizations().getLast();
        this.data = site.folder().resolve("engine-idle");
    }

    /** Makes the folder and signs in, which is no start like the others. */
    static IdleStart prepared(Site site) throws IOException, InterruptedException {
        IdleStart idle = new IdleStart(site);
        idle.start();
        return idle;
    }

    void measure() throws IOException, InterruptedException {
        int lives = site.server().isUp() ? site.server().lives() : -1;
        double millis = start();
        if (lives == site.server().lives()) site.tally().idleStart(millis);
    }

    private double start() throws IOException, InterruptedException {
        Child engine = site.engine(data, orgId, "idle" + acknowledged + "@" + site.nonce() + ".example");
        int before = acknowledged;
        while (acknowledged == before) {
            String line = engine.next(PATIENCE_MILLIS);
            if (line == null || line.equals(Child.ENDED)) throw new IllegalStateException("no idle start");
            String[] words = site.said(line).split(" ");
            if (words[0].equals("at")) acknowledged = Integer.parseInt(words[1]);
        }
        double millis = (System.nanoTime() - engine.startedAt()) / 1e6;
        engine.say("quit");
        engine.await();
        return millis;
    }
}
