package steward.app.recordings;

import steward.api.RecordingState;

/** The filter tabs over the table; the bin stands apart. */
enum RecordingFilter {
    ALL,
    PROCESSING,
    FAILED,
    BIN;

    boolean holds(RecordingRow row) {
        if (row.inBin()) return this == BIN;
        return switch (this) {
            case ALL -> true;
            case PROCESSING -> row.recording().state() == RecordingState.PROCESSING;
            case FAILED -> row.recording().state() == RecordingState.FAILED;
            case BIN -> false;
        };
    }
}
