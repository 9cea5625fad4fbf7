package steward.sync;

import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

/** Where the server is and as whom it is called; both may change while a session is open. Thread-safe. */
final class Link {

    /**
     * What opens the server's door.
     *
     * @param token or null, when there is none
     * @param proven whether it is known to be the account's: else whose it is comes before anything is sent by it
     */
    record Pass(String token, boolean isProven) {
        private static final Pass NONE = new Pass(null, true);

        static Pass proven(String token) {
            return new Pass(token, true);
        }

        static Pass unproven(String token) {
            return new Pass(token, false);
        }
    }

    private volatile URI address;
    /** Null until it is looked up. */
    private volatile Pass pass;

    private Supplier<Optional<Pass>> lookup;

    private Link(URI address, Pass pass, Supplier<Optional<Pass>> lookup) {
        this.address = address;
        this.pass = pass;
        this.lookup = lookup;
    }

    static Link of(URI address, String token) {
        return new Link(address, Pass.proven(token), Optional::empty);
    }

    static Link unproven(URI address, String token) {
        return new Link(address, Pass.unproven(token), Optional::empty);
    }

    /** @param lookup asked once, by the first who needs the token */
    static Link later(URI address, Supplier<Optional<Pass>> lookup) {
        return new Link(address, null, lookup);
    }

    URI address() {
        return address;
    }

    /** Null when there is none. May block, the first time. */
    String token() {
        return pass().token();
    }

    boolean isProven() {
        return pass().isProven();
    }

    synchronized void prove() {
        pass = Pass.proven(token());
    }

    synchronized void move(Link other) {
        pass = other.pass;
        lookup = other.lookup;
        address = other.address;
    }

    private Pass pass() {
        Pass known = pass;
        return known == null ? lookedUp() : known;
    }

    private synchronized Pass lookedUp() {
        if (pass == null) pass = lookup.get().orElse(Pass.NONE);
        return pass;
    }
}
