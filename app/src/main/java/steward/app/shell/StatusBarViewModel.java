package steward.app.shell;

import java.time.Duration;
import java.time.Instant;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import steward.app.control.Tone;
import steward.app.i18n.Formats;
import steward.app.i18n.Messages;
import steward.sync.Connection;

/** The bottom line: how it stands with the server, how old what is shown is, what waits. Worded again every second. */
public final class StatusBarViewModel implements AutoCloseable {
    private final ShellViewModel shell;
    private final ReadOnlyStringWrapper connection = new ReadOnlyStringWrapper(this, "connection", "");
    private final ReadOnlyStringWrapper reason = new ReadOnlyStringWrapper(this, "reason", "");
    private final ReadOnlyObjectWrapper<Tone> connectionTone = new ReadOnlyObjectWrapper<>(this, "tone", Tone.NEUTRAL);
    private final ReadOnlyStringWrapper synced = new ReadOnlyStringWrapper(this, "synced", "");
    private final ReadOnlyStringWrapper outbox = new ReadOnlyStringWrapper(this, "outbox", "");
    private final ReadOnlyStringWrapper live = new ReadOnlyStringWrapper(this, "live", "");
    private final ReadOnlyObjectWrapper<Tone> liveTone = new ReadOnlyObjectWrapper<>(this, "liveTone", Tone.NEUTRAL);
    private final Subscription subscriptions;
    private Instant now;

    /** {@code clock} ticks once a second. */
    public StatusBarViewModel(ShellViewModel shell, ObservableValue<Instant> clock) {
        this.shell = shell;
        now = clock.getValue();
        subscriptions = clock.subscribe(this::tick)
                .and(shell.connectionProperty().subscribe(this::word))
                .and(shell.outboxProperty().subscribe(this::word))
                .and(shell.thingsProperty().subscribe(this::word))
                .and(shell.liveProperty().subscribe(this::word));
        word();
    }

    public ReadOnlyStringProperty connectionProperty() {
        return connection.getReadOnlyProperty();
    }

    /** Why the server is not reached, or empty. */
    public ReadOnlyStringProperty reasonProperty() {
        return reason.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Tone> connectionToneProperty() {
        return connectionTone.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty syncedProperty() {
        return synced.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty outboxProperty() {
        return outbox.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty liveProperty() {
        return live.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Tone> liveToneProperty() {
        return liveTone.getReadOnlyProperty();
    }

    private void tick(Instant instant) {
        now = instant;
        word();
    }

    private void word() {
        Formats formats = Formats.current();
        Connection stands = shell.connectionProperty().get();
        connection.set(ConnectionWords.line(stands, now));
        reason.set(ConnectionWords.reason(stands));
        connectionTone.set(ConnectionWords.tone(stands.state()));
        Instant syncedAt = shell.thingsProperty().get().syncedAt();
        synced.set(syncedAt == null ? "" : Messages.text("shell.status.synced", formats.age(syncedAt, now)));
        int open = shell.outboxProperty().get().open();
        outbox.set(Messages.text("shell.status.outbox", open));
        Instant liveAt = shell.liveProperty().get().liveAt();
        boolean fresh = liveAt != null
                && stands.state() == Connection.State.CONNECTED
                && Duration.between(liveAt, now).compareTo(LiveAge.STALE) < 0;
        live.set(
                liveAt == null
                        ? ""
                        : Messages.text("shell.status.live", formats.duration(Duration.between(liveAt, now))));
        liveTone.set(fresh ? Tone.SUCCESS : Tone.NEUTRAL);
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
    }
}
