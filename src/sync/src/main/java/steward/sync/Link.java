package steward.sync;

import java.net.URI;

/** Where the server is and as whom it is called; both may change while a session is open. Thread-safe. */
final class Link {

    private volatile URI address;
    private volatile String token;
    private volatile boolean proven;

    private Link(URI address, String token, boolean proven) {
        this.address = address;
        this.token = token;
        this.proven = proven;
    }

    /** By a token that is known to be the account's. */
    static Link of(URI address, String token) {
        return new Link(address, token, true);
    }

    /** By a token the server was not asked about yet: whose it is comes before anything is sent by it. */
    static Link unproven(URI address, String token) {
        return new Link(address, token, false);
    }

    URI address() {
        return address;
    }

    String token() {
        return token;
    }

    boolean isProven() {
        return proven;
    }

    void prove() {
        proven = true;
    }

    void move(Link other) {
        proven = other.proven;
        address = other.address;
        token = other.token;
    }
}
