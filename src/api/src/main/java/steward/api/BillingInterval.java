package steward.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How often a subscription is billed. */
public enum BillingInterval {
    @JsonProperty("monthly")
    MONTHLY,
    @JsonProperty("yearly")
    YEARLY
}
