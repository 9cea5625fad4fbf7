package steward.server.http;

import java.io.IOException;

/** An open line of Server-Sent Events. */
public interface EventLine {
    /** The id the client saw last, or null. */
    String lastEventId();

    /**
     * Sends text as it stands, at once.
     *
     * @throws IOException when the client is gone
     */
    void send(String text) throws IOException;
}
