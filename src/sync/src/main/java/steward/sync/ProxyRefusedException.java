package steward.sync;

import java.io.IOException;

/** The proxy wants a name and password, and has none or others. */
final class ProxyRefusedException extends IOException {

    private static final long serialVersionUID = 1;
}
