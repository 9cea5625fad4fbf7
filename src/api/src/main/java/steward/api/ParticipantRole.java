package steward.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a participant is in a meeting. */
public enum ParticipantRole {
    @JsonProperty("host")
    HOST,
    @JsonProperty("co_host")
    CO_HOST,
    @JsonProperty("presenter")
    PRESENTER,
    @JsonProperty("attendee")
    ATTENDEE
}
