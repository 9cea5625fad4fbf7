package steward.app;

import java.time.Duration;
import java.time.Instant;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import steward.app.shell.Runtime;

/**
 * Gives memory back once nobody has used the window for a while: the collector shrinks the heap only when it looks at all
 * of it, which nothing makes it do in a program at rest. On the FX thread.
 */
final class Rest {
    private static final Duration QUIET = Duration.ofSeconds(20);

    private final Runnable giveBack;
    private Instant lastUse;
    private boolean resting;

    Rest(Instant start, Runnable giveBack) {
        this.lastUse = start;
        this.giveBack = giveBack;
    }

    static void watch(Scene scene, Runtime runtime) {
        var rest =
                new Rest(runtime.clock().instant(), () -> runtime.background().start("give memory back", System::gc));
        scene.addEventFilter(InputEvent.ANY, event -> rest.used(runtime.clock().instant()));
        runtime.ticker().second().subscribe(rest::tick);
    }

    void used(Instant now) {
        lastUse = now;
        resting = false;
    }

    void tick(Instant now) {
        if (!resting && now.isAfter(lastUse.plus(QUIET))) {
            resting = true;
            giveBack.run();
        }
    }
}
