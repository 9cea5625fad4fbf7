package steward.sync;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steward.api.Contract;

/** Downloads recordings: of any size, into a file that did not exist. Blocking; thread-safe. */
final class Download {

    private static final Logger LOG = LoggerFactory.getLogger(Download.class);
    private static final String MP4 = "video/mp4";

    private final Link link;
    private final Supplier<OkHttpClient> http;
    private final Turnstile turnstile;

    Download(Link link, Supplier<OkHttpClient> http, Turnstile turnstile) {
        this.link = link;
        this.http = http;
        this.turnstile = turnstile;
    }

    void run(UUID orgId, UUID recordingId, Path target, LongConsumer progress) {
        turnstile.pass();
        String token = link.token();
        Request request = new Request.Builder()
                .url(link.address() + "/v1/organizations/" + orgId + "/recordings/" + recordingId + "/content")
                .header("Authorization", Calls.BEARER + token)
                .build();
        OkHttpClient patient =
                http.get().newBuilder().callTimeout(0, TimeUnit.MILLISECONDS).build();
        try (Response response = execute(patient, request)) {
            check(response);
            save(response.body().byteStream(), target, progress);
        } catch (SyncException e) {
            turnstile.failed(e, token);
            throw e;
        } catch (IOException e) {
            SyncException.Unreachable failure = Failures.of(e);
            turnstile.failed(failure, token);
            throw failure;
        } catch (InterruptedException e) {
            throw Failures.interrupted(e);
        }
    }

    /** Being written in Kotlin, it lets interruptions through without declaring them. */
    private static Response execute(OkHttpClient client, Request request) throws IOException, InterruptedException {
        return client.newCall(request).execute();
    }

    private void check(Response response) throws IOException {
        String type = response.header("Content-Type", "");
        String epoch = response.header(Contract.SERVER_EPOCH);
        if (epoch != null) turnstile.answered(epoch);
        if (!response.isSuccessful()) {
            boolean problem = type.startsWith("application/problem+json");
            byte[] body = response.peekBody(CheckedClient.LARGEST_ANSWER).bytes();
            throw Failures.of(response.code(), problem, body, null);
        }
        if (epoch == null || !type.startsWith(MP4)) throw Failures.notTheContract(null);
    }

    /** What is broken off leaves no half file behind; a full disk is no failure of the network. */
    private static void save(InputStream in, Path target, LongConsumer progress) throws IOException {
        OutputStream out = created(target);
        boolean whole = false;
        try {
            byte[] buffer = new byte[64 * 1024];
            long written = 0;
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                write(out, buffer, n);
                written += n;
                progress.accept(written);
            }
            close(out);
            whole = true;
        } finally {
            if (!whole) discard(out, target);
        }
    }

    /** The failure that led here is the one to tell. */
    private static void discard(OutputStream out, Path target) {
        try {
            out.close();
        } catch (IOException e) {
            LOG.debug("closing after a failure: {}", e.getMessage());
        }
        try {
            Files.deleteIfExists(target);
        } catch (IOException e) {
            LOG.warn("half a download stays behind", e);
        }
    }

    private static void close(OutputStream out) {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static OutputStream created(Path target) {
        try {
            return Files.newOutputStream(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(OutputStream out, byte[] buffer, int length) {
        try {
            out.write(buffer, 0, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
