package steward.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where everything of the program lies, readable by its user only.
 *
 * @param root what is kept
 * @param logs what may go at any time; within the root where the system names no place for it
 */
record DataFolder(Path root, Path logs) {

    /** One folder for all. */
    DataFolder(Path root) {
        this(root, root.resolve("logs"));
    }

    /** Where the system keeps such things: XDG on Linux, the usual places elsewhere. */
    static DataFolder usual(Map<String, String> environment, String system, Path home) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("mac")) {
            return new DataFolder(
                    home.resolve("Library/Application Support/Steward"), home.resolve("Library/Logs/Steward"));
        }
        if (name.startsWith("windows")) {
            String local = environment.get("LOCALAPPDATA");
            return new DataFolder((local == null ? home.resolve("AppData/Local") : Path.of(local)).resolve("Steward"));
        }
        Path data = absolute(environment.get("XDG_DATA_HOME")).orElse(home.resolve(".local/share"));
        Path state = absolute(environment.get("XDG_STATE_HOME")).orElse(home.resolve(".local/state"));
        return new DataFolder(data.resolve("steward"), state.resolve("steward/logs"));
    }

    /** Empty and relative ones do not count (XDG base directories). */
    private static Optional<Path> absolute(String given) {
        return Optional.ofNullable(given)
                .filter(text -> !text.isBlank())
                .map(Path::of)
                .filter(Path::isAbsolute);
    }

    static DataFolder ofThisComputer() {
        return usual(System.getenv(), System.getProperty("os.name"), home());
    }

    /** The user's. */
    static Path home() {
        return home(System.getenv(), System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
    }

    /**
     * @param registered as the system has it of its user, which is what Java goes by; a shell, and XDG, go by the environment
     */
    static Path home(Map<String, String> environment, String system, Path registered) {
        return system.equals("Linux") ? absolute(environment.get("HOME")).orElse(registered) : registered;
    }

    Path settings() {
        return root.resolve("settings.json");
    }

    Path demo() {
        return root.resolve("demo");
    }

    /** Libraries unpack what they need here: /tmp may forbid running it. */
    private Path natives() {
        return root.resolve("natives");
    }

    /** Makes the folders and tells the libraries of them; before any of them is touched. */
    void prepare() throws IOException {
        create(root);
        create(logs);
        create(natives());
        System.setProperty("javafx.cachedir", natives().toString());
        System.setProperty("org.sqlite.tmpdir", natives().toString());
    }

    private static void create(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(folder);
        }
    }
}
