package steward.app;

import java.lang.management.ManagementFactory;
import java.util.function.Predicate;
import java.util.logging.Logger;
import javafx.application.Platform;
import javafx.scene.Scene;
import steward.app.control.State;
import steward.app.control.StateView;

/**
 * Logs how long a start took: until the first screen a person can use, a tab with its content or the sign-in, has been
 * drawn, or all that can be without a server's answer; what has time until then begins. On the FX thread.
 */
final class FirstScreen implements Runnable {
    private static final Logger LOG = Logger.getLogger(FirstScreen.class.getName());

    private final Scene scene;
    private final Runnable shown;
    private boolean laidOut;

    private FirstScreen(Scene scene, Runnable shown) {
        this.scene = scene;
        this.shown = shown;
    }

    static void watch(Scene scene, Runnable shown) {
        scene.addPostLayoutPulseListener(new FirstScreen(scene, shown));
    }

    /** After each layout: what stood complete at the one before is on the screen by now. */
    @Override
    public void run() {
        if (laidOut) {
            scene.removePostLayoutPulseListener(this);
            String what =
                    anyState(State.Loading.class::isInstance) ? "what awaits a server after " : "first screen after ";
            LOG.info(what + ManagementFactory.getRuntimeMXBean().getUptime() + " ms");
            shown.run();
        } else if (isComplete()) {
            laidOut = true;
            Platform.requestNextPulse();
        }
    }

    private boolean isComplete() {
        boolean any = scene.lookup("Page") != null || scene.lookup("SignInView") != null;
        return any && !anyState(state -> state instanceof State.Loading(boolean awaited) && !awaited);
    }

    /** Whether one of the parts of the screen is in such a state. */
    private boolean anyState(Predicate<State> such) {
        return scene.getRoot().lookupAll("StateView").stream()
                .anyMatch(node -> node instanceof StateView view
                        && such.test(view.stateProperty().get()));
    }
}
