package steward.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who may start a meeting in a room. */
public enum WhoMayStart {
    @JsonProperty("admins")
    ADMINS,
    @JsonProperty("members")
    MEMBERS
}
