package steward.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The plans of the catalog. */
public enum PlanId {
    @JsonProperty("free")
    FREE,
    @JsonProperty("pro")
    PRO,
    @JsonProperty("business")
    BUSINESS
}
