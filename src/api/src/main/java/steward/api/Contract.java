package steward.api;

import java.io.InputStream;

/** The contract's own text. */
public final class Contract {

    public static final int VERSION = 1;
    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    public static final String IDEMPOTENCY_REPLAYED = "Idempotency-Replayed";
    public static final String CHANGE_SEQ = "Change-Seq";
    public static final String SERVER_EPOCH = "Server-Epoch";

    private Contract() {}

    /** openapi.yaml, to be closed by the caller. */
    public static InputStream yaml() {
        return Contract.class.getResourceAsStream("openapi.yaml");
    }
}
