package steward.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a line of a bill is for. */
public enum BillingItem {
    @JsonProperty("plan")
    PLAN,
    @JsonProperty("licenses")
    LICENSES,
    @JsonProperty("storage")
    STORAGE,
    @JsonProperty("participants")
    PARTICIPANTS
}
