package steward.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** An open line of events, read frame by frame. */
final class Stream implements AutoCloseable {
    private final BufferedReader lines;

    private Stream(BufferedReader lines) {
        this.lines = lines;
    }

    /** Opens a line; a negative id is sent as none. */
    static Stream open(World world, String path, World.Person by, long lastSeen) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(world.server.url() + path))
                .header("Authorization", "Bearer " + by.wire().token());
        if (lastSeen >= 0) request.header("Last-Event-ID", String.valueOf(lastSeen));
        try {
            HttpResponse<java.io.InputStream> answer = world.http.send(request.build(), BodyHandlers.ofInputStream());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
            return new Stream(new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** The next frame, without its empty line; empty at the end of the stream. */
    String next() {
        StringBuilder frame = new StringBuilder();
        try {
            for (String line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
                frame.append(line).append('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return frame.toString();
    }

    /** Reads on until the server ends the line. */
    void awaitEnd() {
        while (!next().isEmpty()) {
            // Hints that were on their way before the end.
            continue;
        }
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
