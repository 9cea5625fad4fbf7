package steward.sync.crash;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/** The reference server as a program of its own, at one address over all its lives. Thread-safe. */
final class ServerProcess implements AutoCloseable {

    private static final int PATIENCE = 60_000;

    private final Path folder;
    private final UUID id;
    private final int port;
    private Child child;
    private int lives;
    private volatile boolean up;

    /** @param id of the server whose data is in the folder */
    ServerProcess(Path folder, UUID id) throws IOException, InterruptedException {
        this.folder = folder;
        this.id = id;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    boolean isUp() {
        return up;
    }

    /** How often it was started. */
    synchronized int lives() {
        return lives;
    }

    /** Kills it and starts it again; returns when it answers. */
    synchronized void crash() throws IOException, InterruptedException {
        up = false;
        child.kill();
        start();
    }

    private synchronized void start() throws IOException, InterruptedException {
        lives++;
        child = new Child(
                ServerProgram.class,
                List.of("--port", String.valueOf(port), "--data", folder.toString()),
                folder.resolve("errors.log"));
        String line = child.next(PATIENCE);
        if (line == null || !line.contains(address().toString())) throw new IOException("no server: " + line);
        // an orphan of another run may have held the port
        if (!Ground.server(address().toString()).equals(id)) throw new IOException("another server answers");
        up = true;
    }

    @Override
    public synchronized void close() throws InterruptedException {
        up = false;
        child.kill();
    }
}
