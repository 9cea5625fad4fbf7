package steward.server.http;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import steward.api.Contract;
import steward.api.Json;
import steward.api.Problem;
import steward.api.ProblemType;

/** Puts answers on the wire. */
final class Sender {
    private Sender() {}

    static void send(Context http, Answer answer) {
        http.status(answer.status());
        if (answer.version() != null) http.header("ETag", "\"" + answer.version() + "\"");
        if (answer.changeSeq() != null) http.header(Contract.CHANGE_SEQ, String.valueOf(answer.changeSeq()));
        if (answer.replayed() != null) {
            http.header(Contract.IDEMPOTENCY_REPLAYED, String.valueOf(answer.replayed()));
        }
        if (answer.status() == 401) http.header("WWW-Authenticate", "Bearer");
        if (answer.status() == 429) http.header("Retry-After", "1");
        http.header("Cache-Control", "no-store");
        if (answer.contentType() == null) return;
        http.contentType(answer.contentType());
        http.result(bytes(answer));
    }

    static byte[] bytes(Answer answer) {
        return switch (answer.body()) {
            case null -> new byte[0];
            case byte[] plain -> plain;
            case Object record -> Json.mapper().writeValueAsBytes(record);
        };
    }

    /** Says what the router itself refuses; with the methods it would take, as HTTP wants it. */
    static void refuse(Context http, HttpResponseException e) {
        String methods = e.getDetails().get("availableMethods");
        if (methods != null) http.header("Allow", methods);
        send(http, Answer.of(problem(e)));
    }

    private static Problem problem(HttpResponseException e) {
        if (e instanceof MethodNotAllowedResponse) {
            return ProblemType.METHOD_NOT_ALLOWED.problem(
                    "This address does not take that method. The contract says which it takes.");
        }
        return switch (e.getStatus()) {
            case 404 -> ProblemException.notFound().problem();
            case 413 -> ProblemType.TOO_LARGE.problem("The request is too large. Send it in smaller parts.");
            default -> ProblemType.MALFORMED.problem("The request cannot be read.");
        };
    }

    /** Opens a stream of events; it ends when its handler returns. */
    static EventLine line(Context http) {
        http.res().setStatus(200);
        http.res().setContentType("text/event-stream");
        http.res().setCharacterEncoding("UTF-8");
        http.res().setHeader("Cache-Control", "no-store");
        http.res().setHeader("X-Accel-Buffering", "no");
        ServletOutputStream out;
        try {
            out = http.res().getOutputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new EventLine() {
            @Override
            public String lastEventId() {
                return http.header("Last-Event-ID");
            }

            @Override
            public void send(String text) throws IOException {
                out.write(text.getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        };
    }
}
