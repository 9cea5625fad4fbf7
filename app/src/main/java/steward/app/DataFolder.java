package steward.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;

/** The one folder everything of the program lies in, readable by its user only. */
record DataFolder(Path root) {

    /** Where the system keeps such data: XDG on Linux, the usual places elsewhere. */
    static DataFolder usual(Map<String, String> environment, String system, Path home) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("mac")) {
            return new DataFolder(home.resolve("Library/Application Support/Steward"));
        }
        if (name.startsWith("windows")) {
            String local = environment.get("LOCALAPPDATA");
            return new DataFolder((local == null ? home.resolve("AppData/Local") : Path.of(local)).resolve("Steward"));
        }
        String xdg = environment.get("XDG_DATA_HOME");
        boolean given = xdg != null && !xdg.isBlank() && Path.of(xdg).isAbsolute();
        return new DataFolder((given ? Path.of(xdg) : home.resolve(".local/share")).resolve("steward"));
    }

    static DataFolder ofThisComputer() {
        return usual(System.getenv(), System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
    }

    Path settings() {
        return root.resolve("settings.json");
    }

    Path logs() {
        return root.resolve("logs");
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
        create(logs());
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
