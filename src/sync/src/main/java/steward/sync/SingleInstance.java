package steward.sync;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steward.api.Json;
import tools.jackson.core.JacksonException;

/**
 * Holds the data folder's lock and receives what later starts hand over, on a loopback socket whose port and secret stand
 * in a file only this user can read. Thread-safe.
 */
public final class SingleInstance implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SingleInstance.class);
    private static final String LOCK = "steward.lock";
    private static final String ADDRESS = "instance.json";
    private static final int LONGEST_LINE = 1024 * 1024;
    private static final String PROOF = "HmacSHA256";

    /** For everything but the reply: the running instance may have much to do before that. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** What the running instance answers to a later start. */
    public record Reply(int exitCode, String output) {}

    private record Address(int port, String secret) {}

    private record Greeting(String nonce) {}

    private record Proof(String proof) {}

    private record HandOver(String secret, List<String> arguments, String token) {}

    private final Path addressFile;
    private final FileChannel lockFile;
    private final ServerSocket socket;
    private final String secret;
    private final Function<LaterStart, Reply> receiver;

    private SingleInstance(
            Path addressFile, FileChannel lockFile, ServerSocket socket, Function<LaterStart, Reply> receiver) {
        this.addressFile = addressFile;
        this.lockFile = lockFile;
        this.socket = socket;
        this.secret = HexFormat.of().formatHex(random());
        this.receiver = receiver;
    }

    /**
     * Takes the folder.
     *
     * @param receiver told of later starts, each on a thread of its own
     * @throws FolderInUseException when another instance holds it
     */
    static SingleInstance hold(Path folder, Function<LaterStart, Reply> receiver) throws IOException {
        Path lock = folder.resolve(LOCK);
        PrivateFiles.createFile(lock);
        FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
        if (!taken(channel)) {
            channel.close();
            throw new FolderInUseException(folder);
        }
        ServerSocket socket = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
        SingleInstance held = new SingleInstance(folder.resolve(ADDRESS), channel, socket, receiver);
        PrivateFiles.write(
                held.addressFile, Json.mapper().writeValueAsBytes(new Address(socket.getLocalPort(), held.secret)));
        Thread.ofPlatform().daemon().name("steward-instance").start(held::accept);
        return held;
    }

    /**
     * Hands a later start to the instance that holds the folder, and waits for its reply as long as it takes. Nothing
     * is said to a program that does not prove to be it: the file of one that crashed may name a port another has now.
     *
     * @return empty when no instance answers there, or it ended before its reply
     */
    public static Optional<Reply> handOver(Path folder, LaterStart start) {
        try {
            Address address = Json.mapper().readValue(Files.readAllBytes(folder.resolve(ADDRESS)), Address.class);
            try (Socket line = new Socket()) {
                line.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), address.port()), (int)
                        PATIENCE.toMillis());
                line.setSoTimeout((int) PATIENCE.toMillis());
                if (!isProven(line, address.secret())) return Optional.empty();
                write(line.getOutputStream(), new HandOver(address.secret(), start.arguments(), start.token()));
                line.setSoTimeout(0);
                return readLine(line.getInputStream()).map(text -> Json.mapper().readValue(text, Reply.class));
            }
        } catch (IOException | JacksonException e) {
            LOG.info("no instance to hand over to: {}", e.toString());
            return Optional.empty();
        }
    }

    private static boolean isProven(Socket line, String secret) throws IOException {
        String nonce = HexFormat.of().formatHex(random());
        write(line.getOutputStream(), new Greeting(nonce));
        Optional<String> text = readLine(line.getInputStream());
        return text.isPresent()
                && same(Json.mapper().readValue(text.get(), Proof.class).proof(), proof(secret, nonce));
    }

    private static String proof(String secret, String nonce) {
        try {
            Mac mac = Mac.getInstance(PROOF);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), PROOF));
            return HexFormat.of().formatHex(mac.doFinal(nonce.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + PROOF, e);
        }
    }

    private static boolean same(String given, String expected) {
        return MessageDigest.isEqual(
                String.valueOf(given).getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket line = socket.accept();
                Thread.ofVirtual().name("steward-hand-over").start(() -> serve(line));
            } catch (IOException e) {
                if (!socket.isClosed()) LOG.warn("a later start could not hand over", e);
            }
        }
    }

    private void serve(Socket line) {
        try (line) {
            line.setSoTimeout((int) PATIENCE.toMillis());
            Optional<String> greeting = readLine(line.getInputStream());
            if (greeting.isEmpty()) return;
            String nonce =
                    Json.mapper().readValue(greeting.get(), Greeting.class).nonce();
            write(line.getOutputStream(), new Proof(proof(secret, nonce)));
            Optional<String> text = readLine(line.getInputStream());
            if (text.isEmpty()) return;
            HandOver order = Json.mapper().readValue(text.get(), HandOver.class);
            if (!same(order.secret(), secret)) return;
            write(line.getOutputStream(), receiver.apply(new LaterStart(order.arguments(), order.token())));
        } catch (IOException | JacksonException e) {
            LOG.info("a hand-over was broken off: {}", e.toString());
        }
    }

    private static void write(OutputStream out, Object message) throws IOException {
        out.write((Json.mapper().writeValueAsString(message) + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static Optional<String> readLine(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        for (int c = reader.read(); c >= 0; c = reader.read()) {
            if (c == '\n') return Optional.of(line.toString());
            if (line.length() >= LONGEST_LINE) return Optional.empty();
            line.append((char) c);
        }
        return Optional.empty();
    }

    private static boolean taken(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException sameProcess) {
            return false;
        }
    }

    private static byte[] random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(addressFile);
            socket.close();
            lockFile.close();
        } catch (IOException e) {
            LOG.warn("the data folder's lock was not given back", e);
        }
    }
}
