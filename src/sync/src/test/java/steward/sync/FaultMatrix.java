package steward.sync;

import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.FutureTask;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import steward.sync.MatrixCell.Cell;

/** Every fault of the proxy at every write of the contract, before, during and after its commit. */
final class FaultMatrix {

    private static final int WORLDS = 6;
    private static final Pace PACE = new Pace(
            Duration.ofSeconds(2),
            Duration.ofSeconds(1),
            Duration.ofMillis(10),
            Duration.ofMillis(60),
            Duration.ofMinutes(1),
            Duration.ofSeconds(40));

    private FaultMatrix() {}

    static List<Fault> faults() {
        return Stream.of(Fault.values()).filter(each -> each != Fault.NONE).toList();
    }

    static List<String> writes() {
        return new ContractYaml().writes();
    }

    static List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        for (String write : writes()) {
            for (Fault fault : faults()) {
                for (Moment moment : Moment.values()) cells.add(new Cell(write, fault, moment));
            }
        }
        return cells;
    }

    /**
     * @param client how it repeats: as it is, or with a planted bug
     * @return what is wrong
     */
    static List<String> run(Path folder, List<Cell> cells, int worlds, UnaryOperator<MatrixWrite> client)
            throws Exception {
        Queue<Cell> left = new ConcurrentLinkedQueue<>(cells);
        Queue<String> wrong = new ConcurrentLinkedQueue<>();
        List<FutureTask<Void>> all = new ArrayList<>();
        for (int i = 0; i < worlds; i++) {
            Path own = Files.createDirectories(folder.resolve("world" + i));
            FutureTask<Void> task = new FutureTask<>(() -> {
                work(own, left, client, wrong);
                return null;
            });
            Thread.ofPlatform().start(task);
            all.add(task);
        }
        for (FutureTask<Void> each : all) each.get();
        return List.copyOf(wrong);
    }

    private static void work(Path folder, Queue<Cell> left, UnaryOperator<MatrixWrite> client, Queue<String> wrong)
            throws Exception {
        Map<String, Map<String, Long>> effects = new HashMap<>();
        try (World world = new World(folder);
                HttpClient http = HttpClient.newHttpClient()) {
            world.pace = PACE;
            Session session = world.signIn();
            for (Cell cell = left.poll(); cell != null; cell = left.poll()) {
                if (!effects.containsKey(cell.operationId())) {
                    effects.put(cell.operationId(), MatrixCell.undisturbed(world, http, cell.operationId()));
                }
                wrong.addAll(run(world, session, http, cell, client, effects.get(cell.operationId())));
            }
        }
    }

    /** A cell that comes to no end is wrong, and the others go on. */
    private static List<String> run(
            World world,
            Session session,
            HttpClient http,
            Cell cell,
            UnaryOperator<MatrixWrite> client,
            Map<String, Long> effect)
            throws Exception {
        try {
            List<String> wrong = new ArrayList<>(MatrixCell.run(world, http, cell, client, effect));
            if (EngineCell.OUTBOX.contains(cell.operationId())) {
                wrong.addAll(EngineCell.run(world, session, http, cell, effect));
            }
            return wrong;
        } catch (AssertionError endless) {
            return List.of(cell + ": " + endless.getMessage());
        }
    }

    /** Argument: seed (1), which is the order. */
    public static void main(String[] args) throws Exception {
        long seed = args.length > 0 ? Long.parseLong(args[0]) : 1;
        List<Cell> cells = cells();
        Collections.shuffle(cells, new Random(seed));
        int product = faults().size() * writes().size() * Moment.values().length;
        System.out.printf(
                "%d faults x %d writes x %d moments = %d cells%n",
                faults().size(), writes().size(), Moment.values().length, product);
        Path root = Files.createTempDirectory(Path.of("src", "sync", "target"), "matrix")
                .toAbsolutePath();
        List<String> wrong;
        try {
            wrong = run(root, cells, WORLDS, as -> as);
        } finally {
            delete(root);
        }
        wrong.forEach(System.out::println);
        long driven = cells.stream()
                .filter(each -> EngineCell.OUTBOX.contains(each.operationId()))
                .count();
        System.out.printf(
                "seed %d: %d cells, %d of them driven by the engine too: %d wrong%n",
                seed, cells.size(), driven, wrong.size());
        System.exit(wrong.isEmpty() && cells.size() == product ? 0 : 1);
    }

    private static void delete(Path folder) throws Exception {
        List<Path> all;
        try (Stream<Path> found = Files.walk(folder)) {
            all = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : all) Files.delete(each);
    }
}
