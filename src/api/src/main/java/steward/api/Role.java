package steward.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a person may do in one organization (domain.md, Roles); held per organization. */
public enum Role {
    @JsonProperty("owner")
    OWNER,
    @JsonProperty("admin")
    ADMIN,
    @JsonProperty("member")
    MEMBER,
    /** Platform staff: no member of the organization; reads only. */
    @JsonProperty("support")
    SUPPORT
}
