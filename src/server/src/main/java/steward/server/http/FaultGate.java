package steward.server.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import steward.api.Json;
import steward.api.Problem;
import steward.server.Faults.Fault;

/** Lets the planned fault of one request happen at its place. */
final class FaultGate {
    private final Context http;
    /** Or null when nothing goes wrong. */
    private final Fault fault;

    /** The line was cut, on purpose or by the other side; there is nobody left to answer. */
    static final class CutException extends RuntimeException {
        private static final long serialVersionUID = 1;

        CutException() {
            super(null, null, false, false);
        }
    }

    FaultGate(Context http, Fault fault) {
        this.http = http;
        this.fault = fault;
    }

    /** True when the fault is the whole answer. */
    boolean before() {
        switch (fault) {
            case Fault.Refuse _ -> throw new CutException();
            case Fault.Delay delay -> pause(delay);
            case Fault.Status planned -> {
                Problem problem =
                        new Problem("about:blank", "Planned fault", planned.status(), "Try again later.", null, null);
                http.status(planned.status());
                if (planned.retryAfter() != null) http.header("Retry-After", planned.retryAfter());
                bytes("application/problem+json", Json.mapper().writeValueAsBytes(problem));
                return true;
            }
            case Fault.Html _ -> {
                bytes(
                        "text/html",
                        "<html><body>Sign in to this network</body></html>".getBytes(StandardCharsets.UTF_8));
                return true;
            }
            case Fault.Garbage _ -> {
                bytes("application/json", "{\"items\": [}\u0000 not json".getBytes(StandardCharsets.UTF_8));
                return true;
            }
            case null, default -> {}
        }
        return false;
    }

    void beforeCommit() {
        if (fault instanceof Fault.DropBeforeCommit) throw new CutException();
        if (fault instanceof Fault.Within within && !within.goesOn().getAsBoolean()) throw new CutException();
    }

    /** The work is done; cuts the line, if that is planned, before or within the answer. */
    void after(byte[] body) {
        if (fault instanceof Fault.DropAfterCommit) throw new CutException();
        if (!(fault instanceof Fault.Truncate)) return;
        try {
            http.res().setContentLength(body.length + 1);
            http.res().getOutputStream().write(body, 0, body.length / 2);
            http.res().flushBuffer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new CutException();
    }

    /** Closes the socket under the answer, once everything that is to be undone is undone. */
    static void cut(Context http) {
        ServletContextRequest.getServletContextRequest(http.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .close();
    }

    private void bytes(String type, byte[] bytes) {
        http.contentType(type);
        http.result(bytes);
    }

    private static void pause(Fault.Delay delay) {
        try {
            Thread.sleep(delay.by());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
