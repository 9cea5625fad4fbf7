package steward.store.disk;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Fills small disks and breaks others: nothing refused is called saved, nothing saved is lost, nothing is damaged. */
final class BadDisks {

    private static final int FULL_ROUNDS = 30;
    private static final int BROKEN_ROUNDS = 8;

    /**
     * What fails, and how.
     *
     * @param calls about how many of them a worker makes
     */
    private record Breaking(String call, List<String> errors, int calls) {}

    private static final List<Breaking> BREAKING = List.of(
            new Breaking("pwrite64", List.of("EIO", "ENOSPC", "EDQUOT"), 300),
            new Breaking("fsync", List.of("EIO", "ENOSPC"), 40),
            new Breaking("openat", List.of("EIO", "EMFILE", "ENOSPC"), 4),
            new Breaking("unlink", List.of("EIO"), 1));

    private static final class Sum {
        private int runs;
        private long injected;
        private long saved;
        private final List<String> refused = new ArrayList<>();
        private final List<String> wrong = new ArrayList<>();

        void add(BrokenDisk.Result result) {
            runs++;
            injected += result.injected();
            saved += result.saved();
            refused.addAll(result.refused());
            wrong.addAll(result.wrong());
        }

        /** Something must have failed for it to count. */
        boolean print(String what, String injections) {
            System.out.printf(
                    "%s: %d runs, %d %s, %d acknowledged, %d refused %s: %d wrong%n",
                    what,
                    runs,
                    injected,
                    injections,
                    saved,
                    refused.size(),
                    refused.stream()
                            .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting())),
                    wrong.size());
            wrong.forEach(each -> System.out.println("  " + each));
            return wrong.isEmpty() && injected > 0;
        }
    }

    private BadDisks() {}

    /** Argument: seed (1). */
    public static void main(String[] args) throws Exception {
        long seed = args.length > 0 ? Long.parseLong(args[0]) : 1;
        Path root = Files.createTempDirectory(Path.of("src", "store", "target"), "disk")
                .toAbsolutePath();
        // not on a disk that is to be unmounted
        System.setProperty("org.sqlite.tmpdir", root.toString());
        boolean ok = true;
        try {
            ok &= full(root, new Random(seed)).print("full disk", "freed in between");
            for (Breaking each : BREAKING) {
                for (String error : each.errors()) {
                    Sum sum = broken(root, each, error, new Random(seed));
                    ok &= sum.print(each.call() + " " + error, "calls failed");
                }
            }
        } finally {
            PowerCuts.delete(root);
        }
        System.out.println(ok ? "ok: never called saved, nothing damaged" : "FAILED");
        System.exit(ok ? 0 : 1);
    }

    private static Sum full(Path root, Random random) throws Exception {
        Sum sum = new Sum();
        for (int i = 0; i < FULL_ROUNDS; i++) {
            int size = 300 + random.nextInt(3000);
            int ballast = random.nextInt(size);
            sum.add(FullDisk.run(root.resolve("full" + i), size, ballast, random.nextLong(1000)));
        }
        return sum;
    }

    /** Every fourth disk stays broken, the others fail now and then. */
    private static Sum broken(Path root, Breaking breaking, String error, Random random) throws Exception {
        Sum sum = new Sum();
        for (int i = 0; i < BROKEN_ROUNDS; i++) {
            int first = 1 + random.nextInt(breaking.calls());
            String when = first + "+" + (i % 4 == 3 ? "" : 1 + random.nextInt(1 + breaking.calls() / 4));
            Path folder = root.resolve(breaking.call() + error + i);
            BrokenDisk.Fault fault = new BrokenDisk.Fault(breaking.call(), error, when);
            sum.add(BrokenDisk.run(folder, fault, random.nextLong(1000), 60));
        }
        return sum;
    }
}
