package steward.server.db;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import steward.server.StartException;
import steward.server.StartException.Reason;

/** The folder of {@code server.db}: readable by its user only, and held by one server at a time. Thread-safe. */
final class DataFolder implements AutoCloseable {
    private final Path folder;
    private final FileChannel lock;

    private DataFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * Makes the folder if it is missing and holds it until it is closed.
     *
     * @throws StartException when it is of no use, held by another server, or of a newer version; then nothing in it
     *     is touched
     */
    static DataFolder hold(Path folder) {
        try {
            if (!Files.isDirectory(folder)) Files.createDirectories(folder, mode("rwx------"));
            Schema.refuseOther(file(folder));
            DataFolder held = new DataFolder(folder, locked(folder));
            make(file(folder));
            return held;
        } catch (IOException e) {
            throw new StartException(
                    Reason.FOLDER_UNUSABLE,
                    "The server cannot use the folder " + folder + ". Choose another, or see to it that it can be"
                            + " written to.",
                    e);
        }
    }

    Path file() {
        return file(folder);
    }

    private static Path file(Path folder) {
        return folder.resolve("server.db");
    }

    private static FileChannel locked(Path folder) throws IOException {
        Path file = folder.resolve("server.lock");
        make(file);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // Of this very process: held all the same.
        } finally {
            if (lock == null) channel.close();
        }
        if (lock == null) {
            throw new StartException(
                    Reason.FOLDER_IN_USE,
                    "Another server is running on the folder " + folder + ". End it first, or choose another folder.",
                    null);
        }
        return channel;
    }

    /** What SQLite puts beside its file takes over its mode. */
    private static void make(Path file) throws IOException {
        if (!Files.exists(file)) Files.createFile(file, mode("rw-------"));
    }

    private static FileAttribute<?>[] mode(String mode) {
        boolean posix = java.nio.file.FileSystems.getDefault()
                .supportedFileAttributeViews()
                .contains("posix");
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
                : new FileAttribute<?>[0];
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
