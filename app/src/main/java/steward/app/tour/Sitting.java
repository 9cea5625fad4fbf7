package steward.app.tour;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import steward.app.fx.FxThread;
import steward.app.theme.Motion;
import steward.app.theme.Theme;

/** One start of the app, shown by a thread of its own: does its steps, reports each, and closes the window. */
public final class Sitting {
    private static final Logger LOG = Logger.getLogger(Sitting.class.getName());

    private final Assignment assignment;
    private final Scene scene;
    private final Theme theme;
    private final NextFile files;
    private final List<Outcome> outcomes = new ArrayList<>();

    public Sitting(Assignment assignment, Scene scene, Theme theme, NextFile files) {
        this.assignment = assignment;
        this.scene = scene;
        this.theme = theme;
        this.files = files;
    }

    /** On the FX thread, with the window open; {@code quit} closes it at the end. */
    public void start(Runnable quit) {
        Motion.off();
        // The headless screen is smaller than the window: the pointer needs to know where it stands.
        Stage stage = (Stage) scene.getWindow();
        stage.setX(0);
        stage.setY(0);
        Thread.ofPlatform().name("tour").daemon().start(() -> {
            try {
                show();
            } catch (TourException | IOException e) {
                LOG.log(Level.SEVERE, "the tour cannot go on", e);
            } finally {
                FxThread.run(quit);
            }
        });
    }

    private void show() throws IOException {
        var sight = new Sight(scene);
        var camera = new Camera(scene, theme, Path.of(assignment.pictures()), assignment.firstPicture());
        try (var facts = new ServerFacts(assignment.server(), Path.of(assignment.accounts()))) {
            var guide = new Guide(sight, new Hand(scene, sight), facts, files);
            for (Step step : steps()) {
                outcomes.add(take(step, guide, camera));
                assignment.report(outcomes);
            }
        }
    }

    private List<Step> steps() {
        Path scratch = Path.of(assignment.scratch());
        return assignment.sitting() == 1
                ? FirstSitting.steps(assignment.server(), scratch)
                : SecondSitting.steps(scratch);
    }

    private Outcome take(Step step, Guide guide, Camera camera) {
        long start = System.nanoTime();
        String why = null;
        try {
            step.act().by(guide);
        } catch (TourException e) {
            why = e.getMessage();
        }
        try {
            camera.take(step.name());
        } catch (TourException e) {
            why = why == null ? e.getMessage() : why + "; " + e.getMessage();
        }
        if (guide.sight.isThere("fault-report")) {
            why = (why == null ? "" : why + "; ") + "the app reports something unexpected, see its log";
        }
        if (why != null) {
            // The next step should not stumble over a dialog this one left open.
            guide.hand.press(KeyCode.ESCAPE);
        }
        double seconds = Math.round((System.nanoTime() - start) / 1e7) / 100.0;
        return new Outcome(step.name(), seconds, guide.takeChecked(), why == null, why);
    }
}
