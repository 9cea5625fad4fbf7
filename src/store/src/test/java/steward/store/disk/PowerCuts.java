package steward.store.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import steward.store.disk.Trace.Event;

/**
 * Records the system calls of a process at work on {@code work.db} and replays them up to random points, where the power
 * is cut (sync.md, Proof). Nothing acknowledged before the cut may be lost.
 */
final class PowerCuts {

    /** The files as they were, all that happened to them, and what was acknowledged on the way. */
    record Recording(Map<String, byte[]> before, List<Event> events) {
        long told() {
            return events.stream().filter(Event.Told.class::isInstance).count();
        }

        long syncs(String file) {
            return events.stream().filter(new Event.Sync(file)::equals).count();
        }
    }

    /**
     * What came out.
     *
     * @param atRisk cuts at which something was not synced
     * @param lost cuts after which something acknowledged was gone
     * @param damaged cuts after which the store was not sound
     */
    record Result(int cuts, int atRisk, int lost, int damaged, List<String> examples) {}

    private PowerCuts() {}

    static Recording record(Path folder, long seed, int steps, boolean unsynced) throws IOException {
        Files.createDirectories(folder);
        List<String> work = new ArrayList<>(List.of(Long.toString(seed), Integer.toString(steps)));
        // the store is made first, unwatched
        Path making = folder.resolveSibling(folder.getFileName() + ".making");
        int made = Strace.exit(Strace.worker(folder.getParent(), folder, List.of(Long.toString(seed), "5")), making);
        Map<String, byte[]> before = new HashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path each : files.filter(PowerCuts::isWork).toList()) {
                before.put(each.getFileName().toString(), Files.readAllBytes(each));
            }
        }
        if (unsynced) work.add("unsynced");
        Strace.Run run = Strace.record(folder, work);
        if (made != 0 || run.exit() != 0)
            throw new IllegalStateException("the worker failed, " + made + " " + run.exit());
        return new Recording(before, Trace.read(folder, run));
    }

    static Result replay(Recording recording, Path folder, long seed, int cuts) throws IOException, SQLException {
        Random random = new Random(seed);
        List<String> examples = new ArrayList<>();
        int atRisk = 0;
        int lost = 0;
        int damaged = 0;
        for (int i = 0; i < cuts; i++) {
            int point = i % 2 == 0 ? 1 + random.nextInt(recording.events().size()) : afterTold(recording, random);
            Path at = Files.createDirectories(folder.resolve("cut"));
            Platter platter = new Platter(recording.before());
            List<String> told = new ArrayList<>();
            for (Event each : recording.events().subList(0, point)) {
                platter.happened(each);
                if (each instanceof Event.Told line) told.add(line.line());
            }
            for (Map.Entry<String, byte[]> file : platter.cut(random).entrySet()) {
                Files.write(at.resolve(file.getKey()), file.getValue());
            }
            Acknowledged.Findings found = Acknowledged.check(at, told);
            if (platter.unsynced() > 0) atRisk++;
            if (!found.lost().isEmpty()) lost++;
            if (!found.damage().isEmpty()) damaged++;
            if (!found.damage().isEmpty() || !found.lost().isEmpty())
                examples.add("cut " + i + " after call " + point + ": " + found);
            delete(at);
        }
        return new Result(cuts, atRisk, lost, damaged, examples);
    }

    /** Just after an acknowledgement, where the most can be lost. */
    private static int afterTold(Recording recording, Random random) {
        int point = random.nextInt(recording.events().size());
        while (!(recording.events().get(point) instanceof Event.Told))
            point = (point + 1) % recording.events().size();
        return point + 1;
    }

    /** Arguments: cut points (200), seed (1). */
    public static void main(String[] args) throws Exception {
        int cuts = args.length > 0 ? Integer.parseInt(args[0]) : 200;
        long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
        Path root = Files.createTempDirectory(Path.of("src", "store", "target"), "power")
                .toAbsolutePath();
        boolean ok = true;
        try {
            for (boolean unsynced : new boolean[] {false, true}) {
                Recording recording = record(root.resolve(unsynced ? "normal" : "full"), seed, 400, unsynced);
                Result result = replay(recording, root, seed, cuts);
                System.out.printf(
                        "synchronous=%s seed %d: %d calls, %d acknowledged, %d syncs of the log, %d of the file%n",
                        unsynced ? "NORMAL" : "FULL",
                        seed,
                        recording.events().size(),
                        recording.told(),
                        recording.syncs("work.db-wal"),
                        recording.syncs("work.db"));
                System.out.printf(
                        "  %d cut points, %d with calls not synced: acknowledged lost at %d, not sound at %d%n",
                        result.cuts(), result.atRisk(), result.lost(), result.damaged());
                if (!unsynced) result.examples().forEach(System.out::println);
                ok &= result.damaged() == 0 && (unsynced ? result.lost() > 0 : result.lost() == 0);
            }
        } finally {
            delete(root);
        }
        System.out.println(ok ? "ok: nothing acknowledged is lost, and the control loses" : "FAILED");
        System.exit(ok ? 0 : 1);
    }

    private static boolean isWork(Path file) {
        return file.getFileName().toString().startsWith("work.db");
    }

    static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> found = Files.walk(folder)) {
            all = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : all) Files.delete(each);
    }
}
