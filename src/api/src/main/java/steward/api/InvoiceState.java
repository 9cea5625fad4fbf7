package steward.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where an invoice stands. */
public enum InvoiceState {
    @JsonProperty("open")
    OPEN,
    @JsonProperty("paid")
    PAID,
    @JsonProperty("failed")
    FAILED,
    @JsonProperty("void")
    VOID
}
