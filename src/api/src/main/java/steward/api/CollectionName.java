package steward.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a change can be of (getChanges). */
public enum CollectionName {
    @JsonProperty("organization")
    ORGANIZATION,
    @JsonProperty("members")
    MEMBERS,
    @JsonProperty("invitations")
    INVITATIONS,
    @JsonProperty("rooms")
    ROOMS,
    @JsonProperty("meetings")
    MEETINGS,
    @JsonProperty("recordings")
    RECORDINGS,
    @JsonProperty("subscription")
    SUBSCRIPTION,
    @JsonProperty("scheduled_changes")
    SCHEDULED_CHANGES,
    @JsonProperty("invoices")
    INVOICES,
    @JsonProperty("payment_methods")
    PAYMENT_METHODS,
    @JsonProperty("refused_starts")
    REFUSED_STARTS
}
