package steward.app.shell;

import steward.sync.Session;

/** A session and the organizations it began with: the shell is drawn once, with what it shows. */
public record Opened(Session session, Organizations.Snapshot organizations) {

    /** Blocking. */
    public static Opened of(Session session) {
        return new Opened(session, Organizations.read(session.store()));
    }
}
