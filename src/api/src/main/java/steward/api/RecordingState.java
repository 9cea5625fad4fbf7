package steward.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a recording stands. */
public enum RecordingState {
    @JsonProperty("processing")
    PROCESSING,
    @JsonProperty("ready")
    READY,
    @JsonProperty("failed")
    FAILED
}
