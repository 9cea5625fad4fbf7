package steward.api;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The one JSON mapper, in its two readings; thread-safe. */
public final class Json {

    private static final int DEEPEST = 50;

    private static final JsonMapper LENIENT = builder().build();
    private static final JsonMapper STRICT = builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /** For answers of a server, which may be newer: unknown fields are passed over. */
    public static JsonMapper mapper() {
        return LENIENT;
    }

    /** For requests: an unknown field is an error. */
    public static JsonMapper strict() {
        return STRICT;
    }

    /** Times of the contract have milliseconds. */
    public static Instant millis(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS);
    }

    private static JsonMapper.Builder builder() {
        StreamReadConstraints limits =
                StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build();
        return JsonMapper.builder(
                        JsonFactory.builder().streamReadConstraints(limits).build())
                .addModule(PlainConstruction.module())
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
    }
}
