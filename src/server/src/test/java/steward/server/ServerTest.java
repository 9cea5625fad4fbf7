package steward.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.api.Json;

class ServerTest {
    @TempDir
    Path folder;

    @Test
    void keepsItsIdAndEpochOverARestart() throws Exception {
        String first = serverInfo();
        String second = serverInfo();
        assertThat(Json.mapper().readTree(second).get("id"))
                .isEqualTo(Json.mapper().readTree(first).get("id"));
        assertThat(Json.mapper().readTree(second).get("epoch"))
                .isEqualTo(Json.mapper().readTree(first).get("epoch"));
    }

    @Test
    void leavesTheDataAloneWhenThePortIsTaken(@TempDir Path other) throws Exception {
        try (Server server = Server.start(ServerOptions.of(0, folder))) {
            ServerOptions same = ServerOptions.of(server.port(), other);
            assertThatThrownBy(() -> Server.start(same))
                    .isInstanceOf(StartException.class)
                    .hasMessage(
                            "The port " + server.port() + " is in use by another program. Choose another with --port.");
        }
        try (Server second = Server.start(ServerOptions.of(0, other))) {
            assertThat(second.url()).startsWith("http://127.0.0.1:");
        }
    }

    @Test
    void saysAtTheCommandLineWhyItCannotStart(@TempDir Path other) throws Exception {
        try (Server server = Server.start(ServerOptions.of(0, folder))) {
            assertThat(said("--port", String.valueOf(server.port()), "--data", other.toString()))
                    .isEqualTo("1 The port " + server.port()
                            + " is in use by another program. Choose another with --port.");
        }
        assertThat(said("--port", "70000")).startsWith("2 The port 70000 is no number from 0 to 65535.");
    }

    /** The exit code and what stands on standard error. */
    private static String said(String... arguments) throws InterruptedException {
        PrintStream before = System.err;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            int code = Main.run(arguments);
            return code + " " + bytes.toString(StandardCharsets.UTF_8).strip();
        } finally {
            System.setErr(before);
        }
    }

    private String serverInfo() throws Exception {
        try (Server server = Server.start(ServerOptions.of(0, folder));
                HttpClient http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create(server.url() + "/v1/server"))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Server-Epoch")).isPresent();
            return answer.body();
        }
    }
}
