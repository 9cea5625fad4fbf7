package steward.sync;

import java.net.URI;

/**
 * Which servers may be used.
 *
 * @param only the one server, in its normal form, or null for any
 * @param demo whether that of the demo on this computer may be used as well
 */
public record Reach(URI only, boolean demo) {

    public static final Reach ANY = new Reach(null, true);

    /** Where the demo's server listens. */
    private static final String DEMO_HOST = "127.0.0.1";

    /** Whether a server may be used, its address in the normal form ({@link ServerAddress#checked}). */
    public boolean allows(URI server) {
        if (only != null && only.equals(server)) return true;
        return DEMO_HOST.equals(server.getHost()) ? demo : only == null;
    }
}
