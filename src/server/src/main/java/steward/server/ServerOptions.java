package steward.server;

import java.nio.file.Path;
import steward.server.mail.FolderPostbox;
import steward.server.mail.Postbox;

/**
 * How a server is started.
 *
 * @param port 0 for any free one; it listens on 127.0.0.1 only
 * @param folder where {@code server.db} stands
 * @param faults what tests let go wrong; a server without any is given a fresh one
 * @param meetingLinks what the links of rooms begin with, without a slash at the end
 * @param postbox where the mails of invitations go
 */
public record ServerOptions(
        int port, Path folder, MovableClock clock, Faults faults, String meetingLinks, Postbox postbox) {

    /** A server whose mails are files in {@code mail}, beside its data. */
    public ServerOptions(int port, Path folder, MovableClock clock, Faults faults, String meetingLinks) {
        this(port, folder, clock, faults, meetingLinks, new FolderPostbox(folder.resolve("mail")));
    }

    /** A server as people start it. */
    public static ServerOptions of(int port, Path folder) {
        return new ServerOptions(port, folder, MovableClock.system(), new Faults(), "https://meet.example");
    }

    public ServerOptions with(MovableClock other) {
        return new ServerOptions(port, folder, other, faults, meetingLinks, postbox);
    }

    public ServerOptions withPort(int other) {
        return new ServerOptions(other, folder, clock, faults, meetingLinks, postbox);
    }

    public ServerOptions with(Postbox other) {
        return new ServerOptions(port, folder, clock, faults, meetingLinks, other);
    }
}
