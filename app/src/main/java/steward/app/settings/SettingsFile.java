package steward.app.settings;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.UnaryOperator;
import steward.api.Json;
import steward.sync.Network;
import tools.jackson.core.JacksonException;

/** {@code settings.json}: read once, each change written as a whole beside it and moved over it. Thread-safe. */
public final class SettingsFile {
    private static final System.Logger LOG = System.getLogger(SettingsFile.class.getName());

    private final Path file;
    private final Policy policy;
    private Settings current;

    private SettingsFile(Path file, Policy policy, Settings current) {
        this.file = file;
        this.policy = policy;
        this.current = current;
    }

    /** Reads it; without one, or with one that cannot be read, the defaults hold and the broken one is set aside. */
    public static SettingsFile open(Path file, Policy policy) {
        return new SettingsFile(file, policy, read(file).orElseGet(() -> {
            setAside(file);
            return Settings.DEFAULT;
        }));
    }

    /** What it holds, the defaults when it is not there; empty when it cannot be read. */
    public static Optional<Settings> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.of(Settings.DEFAULT);
        }
        try {
            return Optional.of(Json.mapper().readValue(Files.readAllBytes(file), Settings.class));
        } catch (IOException | JacksonException e) {
            LOG.log(
                    Level.WARNING,
                    "settings could not be read: {0}",
                    e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    public synchronized Settings get() {
        return current;
    }

    public Policy policy() {
        return policy;
    }

    /** As it is to be used: what was chosen, under the policy. */
    public Network network() {
        return policy.over(get().network());
    }

    /** Changes and keeps; blocking. */
    public synchronized Settings change(UnaryOperator<Settings> change) throws IOException {
        Settings next = change.apply(current);
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        Files.write(beside, Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(next));
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        current = next;
        return next;
    }

    private static void setAside(Path file) {
        try {
            Files.move(file, file.resolveSibling(file.getFileName() + ".broken"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.log(
                    Level.WARNING,
                    "broken settings stay where they are: {0}",
                    e.getClass().getSimpleName());
        }
    }
}
