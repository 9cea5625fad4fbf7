package steward.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Makes folders and files that only their owner can read, where the system knows such a thing. */
final class PrivateFiles {

    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final List<String> COMPANIONS = List.of("-wal", "-shm", "-journal");

    private PrivateFiles() {}

    static void folder(Path folder) {
        try {
            Files.createDirectories(folder);
            restrict(folder, FOLDER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes it if it is missing, empty; what SQLite puts beside it takes over its permissions. */
    static void file(Path file) {
        try {
            if (!Files.exists(file)) Files.createFile(file);
            restrict(file, FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What SQLite keeps beside a database. */
    static Stream<Path> companions(Path file) {
        return COMPANIONS.stream().map(ending -> file.resolveSibling(file.getFileName() + ending));
    }

    /** Moves a database aside with what SQLite keeps beside it. */
    static void setAside(Path file, Path target) {
        try {
            if (Files.exists(file)) Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
            for (Path beside : companions(file).toList()) {
                String ending = beside.getFileName()
                        .toString()
                        .substring(file.getFileName().toString().length());
                Path moved = target.resolveSibling(target.getFileName() + ending);
                if (Files.exists(beside)) Files.move(beside, moved, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes a database with what SQLite keeps beside it. */
    static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
            for (Path beside : companions(file).toList()) Files.deleteIfExists(beside);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes the files of a folder, as far as the system lets go of them. */
    static void clear(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path each : files.toList()) {
                try {
                    Files.deleteIfExists(each);
                } catch (FileSystemException inUse) {
                    // the next start may
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void restrict(Path path, Set<PosixFilePermission> permissions) throws IOException {
        if (!path.getFileSystem().supportedFileAttributeViews().contains("posix")) return;
        if (!Files.getPosixFilePermissions(path).equals(permissions)) Files.setPosixFilePermissions(path, permissions);
    }
}
