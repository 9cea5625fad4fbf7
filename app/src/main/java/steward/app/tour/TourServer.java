package steward.app.tour;

import java.net.URI;
import java.nio.file.Path;

/** The platform a tour is shown against; it outlives every start of the app. */
public interface TourServer extends AutoCloseable {
    URI address();

    /** {@code accounts.json}: who can sign in, with tokens. */
    Path accounts();

    @Override
    void close();
}
