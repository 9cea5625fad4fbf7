package steward.server.demo;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steward.server.Server;
import steward.server.db.Database;
import steward.server.runtime.Meetings;

/**
 * Keeps meetings starting, filling and ending in a few organizations, one event about every second, most of them in the
 * first. All of it goes through the runtime part of the contract, over HTTP. {@link #step} is one event; {@link #start}
 * makes them follow each other on a thread of its own.
 */
public final class Simulator implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Simulator.class);
    private static final long PACE_MILLIS = 900;
    /** While there are far too few meetings, after a start with none. */
    private static final long CATCH_UP_MILLIS = 40;

    private final RuntimeClient client;
    private final List<Troupe> troupes;
    private final Dice dice;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("demo-simulator").daemon().factory());
    private boolean complained;

    private Simulator(RuntimeClient client, List<Troupe> troupes, Dice dice) {
        this.client = client;
        this.troupes = troupes;
        this.dice = dice;
    }

    static Simulator of(Server server, String token) {
        InstantSource clock = server.clock();
        Instant now = clock.instant();
        Dice dice = Dice.of(now.getEpochSecond(), "simulator");
        RuntimeClient client = new RuntimeClient(server.url(), token);
        List<Troupe> troupes = new ArrayList<>();
        for (Stage stage : stages(server.platform().database())) {
            troupes.add(new Troupe(stage, client, clock, dice));
        }
        return new Simulator(client, troupes, dice);
    }

    public void start() {
        executor.schedule(this::next, PACE_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** One event in one organization, most often in the liveliest. */
    public void step() throws IOException, InterruptedException {
        if (troupes.isEmpty()) return;
        Troupe first = troupes.getFirst();
        boolean other = troupes.size() > 1 && dice.chance(0.4) && !first.behind();
        (other ? troupes.get(1 + dice.below(troupes.size() - 1)) : first).act();
    }

    private void next() {
        try {
            step();
            complained = false;
        } catch (IOException e) {
            // The server may be told to fail; it is tried again, and said once.
            if (!complained) LOG.warn("the simulator does not reach the server: {}", e.toString());
            complained = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        } catch (RuntimeException e) {
            LOG.error("the simulator missed a step", e);
        }
        boolean behind = !complained && troupes.stream().anyMatch(Troupe::behind);
        long pause = behind ? CATCH_UP_MILLIS : PACE_MILLIS / 2 + dice.below((int) PACE_MILLIS);
        if (!executor.isShutdown()) executor.schedule(this::next, pause, TimeUnit.MILLISECONDS);
    }

    private static List<Stage> stages(Database database) {
        List<Stage> stages = new ArrayList<>();
        database.read(sql -> {
            for (Blueprint blueprint : Blueprint.all()) {
                if (blueprint.running() == 0) continue;
                sql.select("SELECT id FROM organization WHERE slug = ?", blueprint.slug())
                        .mapTo(UUID.class)
                        .findFirst()
                        .ifPresent(orgId -> {
                            Stage stage = Stage.load(sql, blueprint, orgId);
                            Meetings.running(sql, orgId).forEach(stage::seen);
                            if (!stage.people.isEmpty()) stages.add(stage);
                        });
            }
            return null;
        });
        return stages;
    }

    /** Stops at once; what runs, runs on. */
    @Override
    public void close() {
        executor.shutdownNow();
        client.close();
    }
}
