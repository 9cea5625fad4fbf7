package steward.sync;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SingleInstanceTest {

    @TempDir
    Path folder;

    @Test
    void handsALaterStartOverToTheFirst() throws Exception {
        AtomicReference<LaterStart> received = new AtomicReference<>();
        try (SingleInstance first = SingleInstance.hold(folder, start -> {
            received.set(start);
            return new SingleInstance.Reply(2, "line one\nline two é");
        })) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> SingleInstance.hold(folder, start -> null))
                    .isInstanceOf(FolderInUseException.class);
            assertThat(SingleInstance.handOver(
                            folder, new LaterStart(List.of("invite", "Zoë's file.csv"), "stw_secret")))
                    .contains(new SingleInstance.Reply(2, "line one\nline two é"));
        }
        assertThat(received.get())
                .isEqualTo(new LaterStart(List.of("invite", "Zoë's file.csv"), "stw_secret"))
                .asString()
                .doesNotContain("stw_secret");
        assertThat(SingleInstance.handOver(folder, LaterStart.of(List.of()))).isEmpty();
        SingleInstance.hold(folder, start -> null).close();
    }

    @Test
    void answersNobodyWithoutTheSecret() throws Exception {
        AtomicReference<LaterStart> received = new AtomicReference<>();
        try (SingleInstance first = SingleInstance.hold(folder, start -> {
            received.set(start);
            return new SingleInstance.Reply(0, "");
        })) {
            assertThat(first).isNotNull();
            Path file = folder.resolve("instance.json");
            String address = Files.readString(file);
            Files.writeString(file, address.replaceAll("\"secret\":\"..", "\"secret\":\"zz"));
            assertThat(SingleInstance.handOver(folder, LaterStart.of(List.of("x"))))
                    .isEmpty();
            Files.write(file, address.getBytes(UTF_8));
        }
        assertThat(received.get()).isNull();
    }

    @Test
    void saysNothingToAProgramThatHasThePortNow() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Files.writeString(
                    folder.resolve("instance.json"),
                    "{\"port\":" + other.getLocalPort() + ",\"secret\":\"0123456789abcdef\"}");
            CompletableFuture<String> heard = CompletableFuture.supplyAsync(() -> answerWrongly(other));
            assertThat(SingleInstance.handOver(folder, new LaterStart(List.of("invite"), "stw_secret")))
                    .isEmpty();
            assertThat(heard.join()).contains("nonce").doesNotContain("stw_secret", "0123456789abcdef", "invite");
        }
    }

    /** Returns all it was told. */
    private static String answerWrongly(ServerSocket other) {
        try (Socket line = other.accept()) {
            BufferedReader in = new BufferedReader(new InputStreamReader(line.getInputStream(), UTF_8));
            String greeting = in.readLine();
            line.getOutputStream().write("{\"proof\":\"00\"}\n".getBytes(UTF_8));
            return greeting + in.readAllAsString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void keepsItsSecretFromOthers() throws Exception {
        try (SingleInstance first = SingleInstance.hold(folder, start -> null)) {
            assertThat(first).isNotNull();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("instance.json"))))
                    .isEqualTo("rw-------");
        }
    }
}
