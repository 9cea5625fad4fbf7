package steward.app.fx;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/** The one door to the FX thread: nothing else calls {@code Platform.runLater}. Thread-safe. */
public final class FxThread {
    private FxThread() {}

    /** Runs now when already on the FX thread, else later on it. */
    public static void run(Runnable task) {
        if (Platform.isFxApplicationThread()) {
            task.run();
        } else {
            later(task);
        }
    }

    /** Runs after what the FX thread does now. */
    public static void later(Runnable task) {
        Platform.runLater(task);
    }

    /** The gate production code hands to whatever must answer on the FX thread. */
    public static Executor executor() {
        return FxThread::later;
    }
}
