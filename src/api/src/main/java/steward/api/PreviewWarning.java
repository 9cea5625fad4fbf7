package steward.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a smaller choice would run into. */
public enum PreviewWarning {
    @JsonProperty("fewer_than_in_use")
    FEWER_THAN_IN_USE,
    @JsonProperty("storage_over_limit")
    STORAGE_OVER_LIMIT,
    @JsonProperty("rooms_over_participant_limit")
    ROOMS_OVER_PARTICIPANT_LIMIT
}
