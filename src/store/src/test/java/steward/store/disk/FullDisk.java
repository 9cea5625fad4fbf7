package steward.store.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A {@link Worker} on a small disk of its own (a tmpfs, for which one must be root) until it is full, and after. */
final class FullDisk {

    private FullDisk() {}

    /**
     * @param size of the disk, in KiB
     * @param ballast of it taken until room is made, in KiB
     */
    static BrokenDisk.Result run(Path folder, int size, int ballast, long seed) throws IOException, SQLException {
        Files.createDirectories(folder);
        call("mount", "-t", "tmpfs", "-o", "size=" + size + "k", "tmpfs", folder.toString());
        try {
            Path data = Files.createDirectory(folder.resolve("data"));
            Files.write(data.resolve(Worker.BALLAST), new byte[ballast * 1024]);
            Path told = folder.resolveSibling(folder.getFileName() + ".told");
            int exit = Strace.exit(Strace.worker(folder.getParent(), data, List.of(Long.toString(seed), "150")), told);
            List<String> said = Files.readAllLines(told);
            List<String> wrong = new ArrayList<>();
            if (exit != 0) wrong.add("full at " + size + " KiB ended the worker with " + exit);
            said.stream()
                    .filter(line -> line.startsWith("refused") && !line.endsWith("DISK_FULL"))
                    .forEach(line -> wrong.add("not told as full: " + line));
            int freed = said.indexOf("freed");
            if (freed >= 0 && BrokenDisk.saved(said.subList(freed + 1, said.size())) == 0) {
                wrong.add("it does not go on after room was made");
            }
            // looking needs room too
            Files.deleteIfExists(data.resolve(Worker.BALLAST));
            call("mount", "-o", "remount,size=" + (size + 8192) + "k", folder.toString());
            Acknowledged.Findings found = Acknowledged.check(data, said);
            if (!found.isEmpty()) wrong.add("full at " + size + " KiB: " + found);
            return new BrokenDisk.Result(freed >= 0 ? 1 : 0, BrokenDisk.saved(said), BrokenDisk.refused(said), wrong);
        } finally {
            call("umount", folder.toString());
        }
    }

    private static void call(String... command) throws IOException {
        try {
            int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (exit != 0) throw new IOException(String.join(" ", command) + " failed; a disk is mounted as root only");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
