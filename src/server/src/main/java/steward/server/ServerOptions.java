package steward.server;

import java.nio.file.Path;

/**
 * How a server is started.
 *
 * @param port 0 for any free one; it listens on 127.0.0.1 only
 * @param folder where {@code server.db} stands
 * @param faults what tests let go wrong; a server without any is given a fresh one
 * @param meetingLinks what the links of rooms begin with, without a slash at the end
 */
public record ServerOptions(int port, Path folder, MovableClock clock, Faults faults, String meetingLinks) {
    /** A server as people start it. */
    public static ServerOptions of(int port, Path folder) {
        return new ServerOptions(port, folder, MovableClock.system(), new Faults(), "https://meet.example");
    }

    public ServerOptions with(MovableClock other) {
        return new ServerOptions(port, folder, other, faults, meetingLinks);
    }

    public ServerOptions withPort(int other) {
        return new ServerOptions(other, folder, clock, faults, meetingLinks);
    }
}
