package steward.app.fx;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;

/**
 * The one clock of the window, for ages and countdowns: "now" to the second and to the quarter of a second. It runs
 * while at least one tab holds it open. Belongs to the FX thread.
 */
public final class Ticker {
    private final Clock clock;
    private final Ticker leader;
    private final ReadOnlyObjectWrapper<Instant> second;
    private final ReadOnlyObjectWrapper<Instant> quarter;
    private final Set<Runnable> waiting = new LinkedHashSet<>();
    private Timeline timeline;
    private Subscription following;
    private int holders;

    public Ticker(Clock clock) {
        this(clock, null);
    }

    private Ticker(Clock clock, Ticker leader) {
        this.clock = clock;
        this.leader = leader;
        this.second = new ReadOnlyObjectWrapper<>(clock.instant());
        this.quarter = new ReadOnlyObjectWrapper<>(clock.instant());
    }

    /** Now, changing once a second. */
    public ReadOnlyObjectProperty<Instant> second() {
        return second.getReadOnlyProperty();
    }

    /** Now, changing four times a second: for lines that run down. */
    public ReadOnlyObjectProperty<Instant> quarter() {
        return quarter.getReadOnlyProperty();
    }

    /**
     * A clock for one tab: it goes with this one while it is held open and stands still otherwise. Nothing here knows who
     * listens to it, so that all of its listeners are forgotten together with the tab.
     */
    public Ticker follower() {
        return new Ticker(clock, this);
    }

    /** Keeps the clock running until unsubscribed; a tab does so while it is shown. */
    public Subscription open() {
        if (holders++ == 0) {
            tick();
            start();
            catchUp();
        }
        boolean[] open = {true};
        return () -> {
            if (open[0]) {
                open[0] = false;
                release();
            }
        };
    }

    /**
     * Runs a task now or, for a tab's clock that stands still, once when it runs again, however often it was asked for
     * meanwhile: a hidden tab reads nothing.
     */
    public void whenRunning(Runnable task) {
        if (leader == null || isRunning()) {
            task.run();
        } else {
            waiting.add(task);
        }
    }

    private void catchUp() {
        List<Runnable> due = List.copyOf(waiting);
        waiting.clear();
        due.forEach(Runnable::run);
    }

    private void start() {
        if (leader != null) {
            following = Subscription.combine(leader.open(), leader.quarter().subscribe((before, after) -> tick()));
            return;
        }
        timeline = new Timeline(new KeyFrame(javafx.util.Duration.millis(250), event -> tick()));
        timeline.setCycleCount(Animation.INDEFINITE);
        timeline.play();
    }

    private void release() {
        if (--holders == 0) {
            if (following != null) {
                following.unsubscribe();
                following = null;
            } else {
                timeline.stop();
                timeline = null;
            }
        }
    }

    /** Reads the clock; tests with a clock of their own call it instead of opening. */
    public void tick() {
        Instant now = clock.instant();
        quarter.set(now);
        if (Duration.between(second.get(), now).abs().compareTo(Duration.ofSeconds(1)) >= 0) {
            second.set(Instant.ofEpochSecond(now.getEpochSecond()));
        }
    }

    boolean isRunning() {
        return timeline != null || following != null;
    }
}
