package steward.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How an item of a batch ended; the already ones are "nothing to do". */
public enum BatchOutcome {
    @JsonProperty("created")
    CREATED,
    @JsonProperty("already_invited")
    ALREADY_INVITED,
    @JsonProperty("already_member")
    ALREADY_MEMBER,
    @JsonProperty("resent")
    RESENT,
    @JsonProperty("canceled")
    CANCELED,
    @JsonProperty("already_canceled")
    ALREADY_CANCELED
}
