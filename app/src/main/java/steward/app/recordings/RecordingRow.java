package steward.app.recordings;

import java.time.Duration;
import java.util.UUID;
import steward.api.Recording;
import steward.store.Shown;

/** A line of the table; equal by id, so that selection survives a fresh copy. */
record RecordingRow(Shown<Recording> shown) {

    Recording recording() {
        return shown.now();
    }

    UUID id() {
        return recording().id();
    }

    boolean inBin() {
        return recording().deletedAt() != null;
    }

    Duration length() {
        return Duration.ofSeconds(recording().seconds());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RecordingRow row && row.id().equals(id());
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }
}
