package steward.sync;

import java.nio.file.Path;

/**
 * How the network is reached, and what of it may be.
 *
 * @param host of a manual proxy, else null
 * @param user of the proxy, or null; its password is in the keychain
 * @param caFile PEM file of additional authorities, or null
 */
public record Network(Proxy proxy, String host, int port, String user, Path caFile, Reach reach) {

    /** Where the proxy comes from. */
    public enum Proxy {
        NONE,
        SYSTEM,
        MANUAL
    }

    /** All servers may be reached. */
    public Network(Proxy proxy, String host, int port, String user, Path caFile) {
        this(proxy, host, port, user, caFile, Reach.ANY);
    }

    public static final Network SYSTEM = new Network(Proxy.SYSTEM, null, 0, null, null);
}
