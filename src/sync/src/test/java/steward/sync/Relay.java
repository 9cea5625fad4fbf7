package steward.sync;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import javax.net.ssl.SSLContext;

/** Passes bytes on from a port of its own to another: bare, behind TLS, or as an HTTP proxy asked to CONNECT. */
final class Relay implements AutoCloseable {

    private static final String TUNNEL = "HTTP/1.1 200 Connection established\r\n\r\n";

    /** Everything that was readable on the way: the heads of CONNECT, and what came instead of them. */
    final List<String> heads = new CopyOnWriteArrayList<>();

    private final ServerSocket socket;
    private final int target;
    private final Function<String, String> connect;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private Relay(ServerSocket socket, int target, Function<String, String> connect) {
        this.socket = socket;
        this.target = target;
        this.connect = connect;
        Thread.ofVirtual().start(this::accept);
    }

    /** A TLS front of a server on this computer. */
    static Relay tls(SSLContext context, int target) throws IOException {
        return new Relay(
                context.getServerSocketFactory().createServerSocket(0, 64, InetAddress.getLoopbackAddress()),
                target,
                null);
    }

    /** An HTTP proxy that reaches one server only; {@code answer} says what it says to a CONNECT, null lets it through. */
    static Relay proxy(int target, Function<String, String> answer) throws IOException {
        return new Relay(new ServerSocket(0, 64, InetAddress.getLoopbackAddress()), target, answer);
    }

    int port() {
        return socket.getLocalPort();
    }

    private void accept() {
        while (true) {
            try {
                Socket client = socket.accept();
                open.add(client);
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            if (connect != null && !opened(client)) return;
            try (Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
                open.add(server);
                Thread.ofVirtual().start(() -> copy(client, server));
                copy(server, client);
            }
        } catch (IOException broken) {
            // the other side notices
        }
    }

    /** Asks for credentials on one connection until they come, as proxies do. */
    private boolean opened(Socket client) throws IOException {
        for (String head = head(client.getInputStream()); head != null; head = head(client.getInputStream())) {
            heads.add(head);
            String refusal = head.startsWith("CONNECT ") ? connect.apply(head) : "HTTP/1.1 400 X\r\n\r\n";
            client.getOutputStream().write((refusal == null ? TUNNEL : refusal).getBytes(StandardCharsets.US_ASCII));
            client.getOutputStream().flush();
            if (refusal == null) return true;
        }
        return false;
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int c = in.read();
            if (c < 0) return null;
            head.append((char) c);
        }
        return head.toString();
    }

    private static void copy(Socket from, Socket to) {
        try {
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[16 * 1024];
            for (int n = from.getInputStream().read(buffer);
                    n >= 0;
                    n = from.getInputStream().read(buffer)) {
                out.write(buffer, 0, n);
                out.flush();
            }
        } catch (IOException ended) {
            // as it does
        } finally {
            close(from);
            close(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        open.forEach(Relay::close);
    }
}
