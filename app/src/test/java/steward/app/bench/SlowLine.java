package steward.app.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A line to a server on which every byte is on its way for half of a round trip, however many follow it: a delay, and no
 * limit of speed. Closing refuses new connections.
 */
final class SlowLine implements AutoCloseable {
    private static final int CHUNK = 1 << 16;
    private static final byte[] END = {};

    private final ServerSocket socket;
    private final URI target;
    private final long oneWay;

    /** Bytes that arrive at an instant of {@link System#nanoTime}. */
    private record Arrival(byte[] bytes, long at) {}

    SlowLine(URI target, Duration roundTrip) throws IOException {
        this.target = target;
        this.oneWay = roundTrip.toNanos() / 2;
        this.socket = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().name("line").daemon().start(this::accept);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Socket server = new Socket(target.getHost(), target.getPort());
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                join(client, server);
                join(server, client);
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void join(Socket from, Socket to) {
        BlockingQueue<Arrival> way = new LinkedBlockingQueue<>();
        Thread.ofPlatform().daemon().start(() -> enter(from, way));
        Thread.ofPlatform().daemon().start(() -> leave(to, way));
    }

    private void enter(Socket from, BlockingQueue<Arrival> way) {
        byte[] chunk = new byte[CHUNK];
        try (InputStream in = from.getInputStream()) {
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                way.add(new Arrival(Arrays.copyOf(chunk, n), System.nanoTime() + oneWay));
            }
        } catch (IOException broken) {
            // the other side is told by the end of the stream
        } finally {
            way.add(new Arrival(END, System.nanoTime() + oneWay));
        }
    }

    private static void leave(Socket to, BlockingQueue<Arrival> way) {
        try (to) {
            for (Arrival next = way.take(); next.bytes() != END; next = way.take()) {
                long wait = next.at() - System.nanoTime();
                if (wait > 0) Thread.sleep(Duration.ofNanos(wait));
                to.getOutputStream().write(next.bytes());
            }
        } catch (IOException broken) {
            // the side that sends finds out by itself
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
