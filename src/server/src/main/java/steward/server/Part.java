package steward.server;

import java.util.List;
import steward.server.http.Routes;

/** A part of the platform: its routes and what it does by itself as time passes. */
public interface Part {
    List<Routes> routes();

    /** Catches up with the time in which the server did not run; called once, before it listens. */
    default void resume() {}

    /**
     * Does what is due (invitations that expire, meetings announced to end). Called every few seconds from one thread,
     * and by tests after moving the clock; cheap when nothing is due.
     */
    default void sweep() {}

    /** Does what would wait for the next start; called once, as the server ends and nobody is answered any more. */
    default void end() {}
}
