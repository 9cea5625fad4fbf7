package steward.sync;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import steward.server.Faults;

/** One fault at one write at one moment; then the write is repeated, and there must be exactly its one effect. */
final class MatrixCell {

    record Cell(String operationId, Fault fault, Moment moment) {}

    private static final Duration STALLED = Duration.ofMillis(100);

    private final World world;
    private final HttpClient http;
    private final Cell cell;
    private final MatrixStep step;
    /** How the client repeats: as it must, or with a planted bug. */
    private final UnaryOperator<MatrixWrite> client;

    private final AtomicInteger struck = new AtomicInteger();
    private final List<String> wrong = new ArrayList<>();

    private MatrixCell(World world, HttpClient http, Cell cell, UnaryOperator<MatrixWrite> client) {
        this.world = world;
        this.client = client;
        this.http = http;
        this.cell = cell;
        this.step = MatrixRoutes.all().get(cell.operationId()).apply(new MatrixGround(world, http));
    }

    /** What the write changes when nothing goes wrong. */
    static Map<String, Long> undisturbed(World world, HttpClient http, String operationId) throws IOException {
        MatrixStep step = MatrixRoutes.all().get(operationId).apply(new MatrixGround(world, http));
        Map<String, Long> before = MatrixGround.count(world);
        MatrixWrite.Reply reply = step.write().send(http, URI.create(world.server.url()));
        if (reply.status() >= 300) throw new AssertionError(operationId + ": " + reply);
        return MatrixGround.difference(before, MatrixGround.count(world));
    }

    /** @return what is wrong; empty when the write has its one effect */
    static List<String> run(
            World world, HttpClient http, Cell cell, UnaryOperator<MatrixWrite> client, Map<String, Long> effect)
            throws Exception {
        MatrixCell run = new MatrixCell(world, http, cell, client);
        Map<String, Long> before = MatrixGround.count(world);
        run.strike();
        run.repeat();
        run.compare(effect, MatrixGround.difference(before, MatrixGround.count(world)));
        return run.wrong.stream().map(each -> cell + ": " + each).toList();
    }

    private void strike() throws Exception {
        int strikes = 1;
        switch (cell.moment()) {
            case BEFORE -> before();
            case DURING -> {
                during(false);
                during(true);
                strikes = 2;
            }
            case AFTER -> after();
        }
        world.faults.clear();
        if (struck.get() < strikes) wrong.add("struck " + struck.get() + " times");
    }

    /** What reaches the server all the same finds it busy. */
    private void before() {
        // without a body, half of a call can be all of it
        boolean reaches = cell.fault().passesOn() || cell.fault() == Fault.RESET_WITHIN;
        int calls = cell.fault() == Fault.TWICE ? 2 : 1;
        if (reaches) plan(calls, new Faults.Fault.Status(503, null));
        strikeWith(cell.fault());
        if (cell.fault().passesOn()) World.await("refused", world.faults::isUsedUp);
    }

    private void after() {
        CountDownLatch committing = new CountDownLatch(1);
        plan(1, new Faults.Fault.Within(() -> {
            committing.countDown();
            return true;
        }));
        if (!cell.fault().passesOn()) strikeWith(Fault.DROP_ANSWER);
        struck.set(0);
        strikeWith(cell.fault());
        World.await("committed", () -> committing.getCount() == 0);
    }

    /** @param goesOn whether what is in the transaction then is committed, or undone with the line */
    private void during(boolean goesOn) throws Exception {
        CountDownLatch within = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicInteger arrived = new AtomicInteger();
        Faults.Fault held = new Faults.Fault.Within(() -> {
            within.countDown();
            await(goOn);
            return goesOn;
        });
        world.faults.clear();
        world.faults.plan(
                each -> each.operationId().equals(cell.operationId()) && arrived.incrementAndGet() > 0, 1, held);
        FutureTask<Void> first = started(() -> quietly(URI.create(world.server.url()), Duration.ofSeconds(20)));
        // what a repeat has done already may be refused before there is anything to commit
        World.await("in its transaction", () -> within.getCount() == 0 || first.isDone());
        FutureTask<Void> repeat = started(() -> strikeWith(cell.fault()));
        // a repeat without a key of its own is not refused meanwhile, it waits for the transaction
        World.await("struck", () -> repeat.isDone() || (step.write().key() == null && arrived.get() > 1));
        goOn.countDown();
        first.get();
        repeat.get();
    }

    private void plan(int calls, Faults.Fault fault) {
        world.faults.clear();
        world.faults.plan(each -> each.operationId().equals(cell.operationId()), calls, fault);
    }

    private void strikeWith(Fault fault) {
        world.proxy.plan(call -> {
            if (!call.isWrite()) return Fault.NONE;
            struck.incrementAndGet();
            return fault;
        });
        int before = struck.get();
        // who gives up soon may have given up before the call was at the proxy
        do quietly(world.proxy.address(), fault == Fault.STALL ? STALLED : Duration.ofSeconds(20));
        while (struck.get() == before);
        world.proxy.plan(call -> Fault.NONE);
    }

    /** Whatever comes back is not looked at: the client does not believe it, or never got it. */
    private void quietly(URI address, Duration patience) {
        try {
            client.apply(step.write()).send(http, address, patience);
        } catch (IOException lost) {
            // as planned
        }
    }

    private void repeat() {
        MatrixWrite.Reply first = answered();
        boolean gone = step.repeat() == MatrixStep.Repeat.GONE;
        if (first.status() >= 300 && !(gone && first.status() == 404)) wrong.add("ends with " + first);
        if (step.repeat() == MatrixStep.Repeat.NEW_EACH_TIME) return;
        MatrixWrite.Reply again = answered();
        switch (step.repeat()) {
            case REPLAYED -> {
                boolean replayed = again.replayed()
                        || again.json().path("items").path(0).path("replayed").asBoolean(false);
                if (!replayed) wrong.add("not replayed: " + again);
                if (again.status() != first.status() || !bare(again).equals(bare(first))) {
                    wrong.add("answered otherwise: " + first + ", then " + again);
                }
            }
            case GONE -> {
                if (again.status() != 404) wrong.add("not gone: " + again);
            }
            default -> {
                boolean same = again.status() == first.status()
                        && again.json().path("id").equals(first.json().path("id"));
                if (!same) wrong.add("answered otherwise: " + first + ", then " + again);
            }
        }
    }

    private static String bare(MatrixWrite.Reply reply) {
        return reply.json().toString().replaceAll("\"replayed\":(true|false)", "");
    }

    private MatrixWrite.Reply answered() {
        return client.apply(step.write()).answered(http, world.proxy.address());
    }

    private void compare(Map<String, Long> effect, Map<String, Long> changed) {
        Map<String, Long> actual = new TreeMap<>(changed);
        if (step.repeat() == MatrixStep.Repeat.NEW_EACH_TIME) {
            long made = actual.getOrDefault("token", 0L);
            if (made < 1) wrong.add("no effect");
            actual.put("token", 1L);
        }
        if (!actual.equals(effect)) wrong.add("changed " + actual + " instead of " + effect);
    }

    private static FutureTask<Void> started(Runnable work) {
        FutureTask<Void> task = new FutureTask<>(work, null);
        Thread.ofVirtual().start(task);
        return task;
    }

    static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
