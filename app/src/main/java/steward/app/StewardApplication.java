package steward.app;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import steward.app.cli.InviteCommand;
import steward.app.theme.Theme;

/**
 * What the window toolkit knows of the program; desktops know its windows by this class's name (the menu entry says it).
 * The toolkit's own start is half of the program's and needs nothing to be known: it begins before the command line is read
 * and goes on beside everything else.
 */
public final class StewardApplication extends Application {
    private static final Set<String> NO_WINDOW = Set.of(
            InviteCommand.NAME, ServerCommand.NAME, DoctorCommand.NAME, "--tour", "-h", "--help", "-V", "--version");

    // as the toolkit: once in a process
    private static final AtomicBoolean BEGUN = new AtomicBoolean();
    private static final CompletableFuture<Stage> STARTED = new CompletableFuture<>();

    /** Begins, or finds it begun: completed on the FX thread, or with the fault. Thread-safe. */
    static CompletableFuture<Stage> begin() {
        if (BEGUN.compareAndSet(false, true)) {
            Thread.ofPlatform()
                    .name("toolkit start")
                    .daemon()
                    .uncaughtExceptionHandler((thread, fault) -> STARTED.completeExceptionally(fault))
                    .start(() -> launch(StewardApplication.class));
        }
        return STARTED;
    }

    /** Whether these words surely open the window. Where they may not, it begins when the window is asked for. */
    static boolean isMeant(String... arguments) {
        return Stream.of(arguments)
                .noneMatch(word -> NO_WINDOW.contains(word) || word.startsWith("--tour=") || word.startsWith("@"));
    }

    @Override
    public void start(Stage stage) {
        Platform.setImplicitExit(false);
        Theme.loadFonts();
        STARTED.complete(stage);
    }
}
