package steward.store.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Lets system calls on {@code work.db} fail while a {@link Worker} is at work, and looks at what is left. */
final class BrokenDisk {

    /** Which call fails how, and from which on: {@code 5} is the fifth, {@code 5+3} every third from there, {@code 5+} all. */
    record Fault(String call, String error, String when) {
        private String injection() {
            return call + ":error=" + error + ":when=" + when;
        }
    }

    /**
     * What came out.
     *
     * @param injected calls that failed
     * @param saved acknowledgements
     * @param refused what the store said it had not saved
     * @param wrong anything else: a crash, damage, a loss, something kept that was refused
     */
    record Result(long injected, long saved, List<String> refused, List<String> wrong) {}

    private BrokenDisk() {}

    static Result run(Path folder, Fault fault, long seed, int steps) throws IOException, SQLException {
        Files.createDirectories(folder);
        Path making = folder.resolveSibling(folder.getFileName() + ".making");
        int made = Strace.exit(Strace.worker(folder.getParent(), folder, List.of(Long.toString(seed), "10")), making);
        if (made != 0) throw new IllegalStateException("the worker failed: " + made);
        List<String> work = List.of(Long.toString(seed + 1), Integer.toString(steps));
        Strace.Run run = Strace.inject(folder, List.of(fault.injection()), work);
        List<String> told = new ArrayList<>(Files.readAllLines(making));
        told.addAll(run.said());
        List<String> wrong = new ArrayList<>();
        if (run.exit() != 0) wrong.add(fault + " ended the worker with " + run.exit());
        Acknowledged.Findings found = Acknowledged.check(folder, told);
        if (!found.isEmpty()) wrong.add(fault + ": " + found);
        return new Result(Strace.injected(run), saved(run.said()), refused(run.said()), wrong);
    }

    static long saved(List<String> said) {
        return said.stream()
                .filter(line -> !line.startsWith("refused") && !line.equals("end"))
                .count();
    }

    static List<String> refused(List<String> said) {
        return said.stream().filter(line -> line.startsWith("refused")).toList();
    }
}
