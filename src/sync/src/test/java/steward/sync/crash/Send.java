package steward.sync.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import steward.sync.crash.Plan.Event;
import steward.sync.crash.Plan.Kind;

/**
 * One send through kills and faults, from staging to the checker. Driven by one thread; the proxy's threads report what
 * arrives, and what is planned is done on a thread of its own.
 */
final class Send implements Traffic.Listener {

    private static final long STUCK_NANOS = TimeUnit.SECONDS.toNanos(150);
    private static final long FIRST_CYCLE_MILLIS = 250;
    private static final long LONGEST_CYCLE_MILLIS = 1000;
    private static final int TAKEN_BACK_AT_ONCE = 10;

    private final Site site;
    private final IdleStart idle;
    private final UUID orgId;
    private final Path data;
    private final People people;
    private final Plan plan;
    private final Traffic traffic;
    private final ScheduledExecutorService timer =
            Executors.newScheduledThreadPool(2, Thread.ofPlatform().daemon().factory());
    private final Set<UUID> canceled = new HashSet<>();
    private final Set<UUID> done = new HashSet<>();
    private final List<String> forgotten = new ArrayList<>();
    private volatile Child engine;
    private volatile boolean engineDies;
    private volatile boolean serverDies;
    private List<WorkFile.Row> rows;
    private double killedAt;
    private volatile long killedNanos;
    private double cycleMillis = FIRST_CYCLE_MILLIS;
    private long lastArrival;
    private int acknowledged;
    private int waiting;

    /** @param idle null when starts are not measured */
    Send(Site site, int number, IdleStart idle) {
        this.site = site;
        this.idle = idle;
        this.orgId = site.ground().organizations().get(number);
        this.data = site.folder().resolve("engine-" + number);
        this.people = new People(site.nonce(), site.options().rows());
        this.plan = new Plan(site.options(), number);
        this.traffic = new Traffic(orgId, site, this);
    }

    Verdict run() throws IOException, InterruptedException {
        site.proxy().plan(traffic);
        engine = site.engine(data, orgId, "");
        await("ready");
        engine.say("stage " + people.rows());
        await("staged");
        look();
        engine.say("go");
        boolean measure = false;
        String stuck = null;
        try {
            while (stuck == null && follow(measure)) {
                afterKill();
                if (idle != null && site.tally().kills().size() % 2 == 0) idle.measure();
                engineDies = false;
                measure = waiting > 0;
                site.history().add("restart");
                engine = site.engine(data, orgId, "");
            }
        } catch (StuckException e) {
            stuck = e.getMessage();
        }
        engine.say("quit");
        engine.await();
        timer.shutdownNow();
        return verdict(stuck);
    }

    private Verdict verdict(String stuck) throws IOException {
        look();
        Checker checker = new Checker(people, rows);
        checker.outbox();
        checker.server(site.folder().resolve("server").resolve("server.db"), orgId);
        checker.canceled(canceled);
        checker.forgotten(forgotten);
        checker.sent(traffic.sent());
        if (stuck != null) checker.stuck(stuck);
        return checker.verdict();
    }

    private static final class StuckException extends RuntimeException {
        private static final long serialVersionUID = 1;

        StuckException(String message) {
            super(message);
        }
    }

    private void await(String word) throws InterruptedException {
        long until = System.nanoTime() + STUCK_NANOS;
        String line;
        do {
            line = engine.next(TimeUnit.NANOSECONDS.toMillis(Math.max(0, until - System.nanoTime())));
            if (line == null || line.equals(Child.ENDED)) throw new IllegalStateException("never said: " + word);
        } while (!site.said(line).equals(word));
    }

    /**
     * Listens to the engine until it is killed or done.
     *
     * @param measure whether it was started with work pending
     * @return whether it was killed
     */
    private boolean follow(boolean measure) throws InterruptedException {
        int before = acknowledged;
        int lives = site.server().isUp() ? site.server().lives() : -1;
        long progressAt = System.nanoTime();
        while (waiting > 0 || engineDies || serverDies) {
            String line = engine.next(100);
            if (System.nanoTime() - progressAt > STUCK_NANOS) throw new StuckException("no progress: " + waiting);
            if (line == null) continue;
            String said = site.said(line);
            if (said.equals(Child.ENDED)) {
                if (!engineDies) throw new IllegalStateException("the engine ended by itself");
                return true;
            }
            int had = acknowledged;
            hear(said.split(" "));
            if (acknowledged == had) continue;
            progressAt = System.nanoTime();
            if (measure && had == before && lives == site.server().lives()) {
                site.tally().restart((System.nanoTime() - engine.startedAt()) / 1e6);
            }
        }
        return false;
    }

    private void hear(String[] words) {
        switch (words[0]) {
            case "at" -> {
                acknowledged = Math.max(acknowledged, Integer.parseInt(words[1]));
                waiting = Integer.parseInt(words[2]);
                site.history().add("acknowledged", words[1], "waiting", words[2], "attention", words[3]);
            }
            case "canceled" -> {
                synchronized (this) {
                    for (int i = 1; i < words.length; i++) canceled.add(UUID.fromString(words[i]));
                }
                site.history().add("canceled", words.length - 1);
            }
            default -> site.history().add("said", words[0]);
        }
    }

    private void afterKill() throws IOException, InterruptedException {
        engine.await();
        look();
        traffic.engineKilled(killedNanos);
        int inFlight = (int) rows.stream().filter(each -> each.is("IN_FLIGHT")).count();
        site.tally().kill(new Tally.Kill(killedAt, inFlight));
        site.history().add("killed", killedAt, "in flight", inFlight);
    }

    /** Reads what stands on disk; nothing that was acknowledged may be gone. */
    private void look() throws IOException {
        rows = WorkFile.read(data, site.folder().resolve("copy"));
        Set<UUID> now = rows.stream()
                .filter(each -> each.is("DONE"))
                .map(WorkFile.Row::id)
                .collect(Collectors.toSet());
        if (now.size() < acknowledged) forgotten.add(acknowledged + " were acknowledged, " + now.size() + " are");
        done.stream().filter(each -> !now.contains(each)).forEach(each -> forgotten.add("done " + each));
        done.addAll(now);
        acknowledged = now.size();
        waiting = (int) rows.stream()
                .filter(each -> !List.of("DONE", "CANCELED", "ATTENTION").contains(each.state()))
                .count();
    }

    @Override
    public synchronized void arrived(int before, int now) {
        long at = System.nanoTime();
        double since = (at - lastArrival) / 1e6;
        if (lastArrival > 0 && since < LONGEST_CYCLE_MILLIS) cycleMillis += (since - cycleMillis) / 4;
        lastArrival = at;
        double all = rows.size() - canceled.size();
        if (!engineDies) {
            Event event = plan.due(Kind.ENGINE, now / all);
            if (event != null) {
                engineDies = true;
                killedAt = (before + event.delay() * (now - before)) / all;
                later(event, this::killEngine);
            }
        }
        if (!serverDies && site.server().isUp()) {
            Event event = plan.due(Kind.SERVER, now / all);
            if (event != null) {
                serverDies = true;
                later(event, this::killServer);
            }
        }
        Event cancel = plan.due(Kind.CANCEL, now / all);
        if (cancel != null) engine.say("cancel " + someRows(cancel.draw()));
    }

    private String someRows(long draw) {
        return new Random(draw)
                .ints(TAKEN_BACK_AT_ONCE, 0, rows.size())
                .mapToObj(i -> rows.get(i).id().toString())
                .collect(Collectors.joining(" "));
    }

    private void later(Event event, Runnable deed) {
        timer.schedule(deed, (long) (event.delay() * cycleMillis), TimeUnit.MILLISECONDS);
    }

    private void killEngine() {
        try {
            killedNanos = System.nanoTime();
            engine.kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void killServer() {
        try {
            site.history().add("server killed");
            site.server().crash();
            site.tally().serverKill();
            site.history().add("server up");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            serverDies = false;
        }
    }
}
