package steward.app;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import steward.app.fx.FxThread;
import steward.app.theme.Theme;
import steward.app.theme.WindowIcons;

/**
 * What the window toolkit knows of the program; desktops know its windows by this class's name (the menu entry says it).
 * The toolkit's own start is half of the program's and needs nothing to be known: it begins before the command line is read
 * and goes on beside everything else.
 */
public final class StewardApplication extends Application {
    // as the toolkit: once in a process
    private static final AtomicBoolean BEGUN = new AtomicBoolean();
    private static final CompletableFuture<Stage> STARTED = new CompletableFuture<>();
    private static final CompletableFuture<List<Image>> LOADED = new CompletableFuture<>();

    /** Begins, or finds it begun: the program's window, or the fault. Thread-safe. */
    static CompletableFuture<Stage> begin() {
        if (BEGUN.compareAndSet(false, true)) {
            beside("toolkit start", STARTED, () -> launch(StewardApplication.class));
            // asking the system for its fonts takes as long as the rest of the toolkit's start
            beside("fonts and icons", LOADED, () -> {
                Theme.loadFonts();
                LOADED.complete(WindowIcons.all());
            });
        }
        return STARTED.thenCombineAsync(LOADED, StewardApplication::window, FxThread::run);
    }

    private static void beside(String name, CompletableFuture<?> outcome, Runnable work) {
        Thread.ofPlatform()
                .name(name)
                .daemon()
                .uncaughtExceptionHandler((thread, fault) -> outcome.completeExceptionally(fault))
                .start(work);
    }

    private static Stage window(Stage stage, List<Image> icons) {
        stage.getIcons().setAll(icons);
        return stage;
    }

    @Override
    public void start(Stage stage) {
        Platform.setImplicitExit(false);
        STARTED.complete(stage);
    }
}
