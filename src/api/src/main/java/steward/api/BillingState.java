package steward.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether the subscription is paid (domain.md, Billing). */
public enum BillingState {
    @JsonProperty("active")
    ACTIVE,
    @JsonProperty("dunning")
    DUNNING,
    @JsonProperty("suspended")
    SUSPENDED
}
