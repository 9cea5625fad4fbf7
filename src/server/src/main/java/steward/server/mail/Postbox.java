package steward.server.mail;

import java.io.IOException;
import java.util.List;

/** Where mails leave the server. */
@FunctionalInterface
public interface Postbox {

    /**
     * Takes mails for good: they survive a power cut once this returns. A mail that was taken before may come again, when
     * the server died before it could note so; it has the same message id then, and counts once.
     *
     * @throws IOException when they cannot be taken now; all of them will come again
     */
    void take(List<Mail> mails) throws IOException;
}
