package steward.sync;

import java.nio.file.Path;

/**
 * How the network is reached.
 *
 * @param host of a manual proxy, else null
 * @param user of the proxy, or null; its password is in the keychain
 * @param caFile PEM file of additional authorities, or null
 */
public record Network(Proxy proxy, String host, int port, String user, Path caFile) {

    /** Where the proxy comes from. */
    public enum Proxy {
        NONE,
        SYSTEM,
        MANUAL
    }

    public static final Network SYSTEM = new Network(Proxy.SYSTEM, null, 0, null, null);
}
