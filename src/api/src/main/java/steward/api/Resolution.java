package steward.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The width of a usage bucket. */
public enum Resolution {
    @JsonProperty("minute")
    MINUTE,
    @JsonProperty("hour")
    HOUR,
    @JsonProperty("day")
    DAY
}
