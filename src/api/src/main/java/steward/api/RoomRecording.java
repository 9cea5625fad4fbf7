package steward.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a room records. */
public enum RoomRecording {
    @JsonProperty("off")
    OFF,
    @JsonProperty("host")
    HOST,
    @JsonProperty("automatic")
    AUTOMATIC
}
