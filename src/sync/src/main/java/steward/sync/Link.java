package steward.sync;

import java.net.URI;

/** Where the server is and as whom it is called; both may change while a session is open. Thread-safe. */
final class Link {

    private volatile URI address;
    private volatile String token;

    Link(URI address, String token) {
        this.address = address;
        this.token = token;
    }

    URI address() {
        return address;
    }

    String token() {
        return token;
    }

    void move(URI newAddress, String newToken) {
        address = newAddress;
        token = newToken;
    }
}
