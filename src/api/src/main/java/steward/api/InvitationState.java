package steward.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where an invitation stands. */
public enum InvitationState {
    @JsonProperty("pending")
    PENDING,
    @JsonProperty("accepted")
    ACCEPTED,
    @JsonProperty("canceled")
    CANCELED,
    @JsonProperty("expired")
    EXPIRED
}
