package steward.sync;

import feign.Response;
import feign.codec.Decoder;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import steward.api.Contract;
import steward.api.Json;
import tools.jackson.core.JacksonException;

/** Reads checked answers into the records of the contract, which check themselves. Stateless. */
final class AnswerDecoder implements Decoder {

    @Override
    public Object decode(Response response, Type type) throws IOException {
        Type inner = ((ParameterizedType) type).getActualTypeArguments()[0];
        byte[] body;
        try (InputStream in = response.body().asInputStream()) {
            body = in.readAllBytes();
        }
        return new Answer<>(
                response.status(),
                body(response, inner, body),
                CheckedClient.header(response.headers(), "etag"),
                changeSeq(CheckedClient.header(response.headers(), Contract.CHANGE_SEQ)),
                "true".equals(CheckedClient.header(response.headers(), Contract.IDEMPOTENCY_REPLAYED)));
    }

    private static Object body(Response response, Type type, byte[] body) {
        if (type == Void.class) return null;
        if (type == byte[].class) return body;
        if (CheckedClient.PNG.equals(CheckedClient.header(response.headers(), "content-type"))) {
            throw Failures.notTheContract(null);
        }
        try {
            Object read =
                    Json.mapper().readValue(body, Json.mapper().getTypeFactory().constructType(type));
            if (read == null) throw Failures.notTheContract(null);
            return read;
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            // a record refuses what is missing or out of range, by its own check or by List.copyOf
            throw Failures.notTheContract(e);
        }
    }

    private static Long changeSeq(String header) {
        if (header == null) return null;
        try {
            return Long.valueOf(header);
        } catch (NumberFormatException e) {
            throw Failures.notTheContract(e);
        }
    }
}
