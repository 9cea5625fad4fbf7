package steward.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an account is: a person, platform staff, or the meeting runtime. */
public enum AccountKind {
    @JsonProperty("user")
    USER,
    @JsonProperty("support")
    SUPPORT,
    @JsonProperty("runtime")
    RUNTIME
}
