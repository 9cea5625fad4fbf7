package steward.app.settings;

import java.net.URI;
import java.nio.file.Path;
import steward.sync.Network;
import steward.sync.Reach;

/**
 * What whoever looks after this computer has fixed; it wins over settings and command line.
 *
 * @param server the only one that may be used, in its normal form, or null
 * @param proxy or null
 * @param caFile or null
 * @param demo whether the demo may be used
 */
public record Policy(URI server, Proxy proxy, Path caFile, boolean demo) {

    /** A fixed proxy; {@code host} is null unless it is a manual one. */
    public record Proxy(Network.Proxy kind, String host, int port) {}

    /** Nothing is fixed. */
    public static final Policy NONE = new Policy(null, null, null, true);

    public Reach reach() {
        return new Reach(server, demo);
    }

    /** What holds when a person chose this. The user of a proxy stays their own. */
    public Network over(Network chosen) {
        Proxy used = proxy == null ? new Proxy(chosen.proxy(), chosen.host(), chosen.port()) : proxy;
        return network(used, chosen.user(), caFile == null ? chosen.caFile() : caFile);
    }

    /** What is kept as the person's choice after an edit: where the policy holds, what was chosen before it did. */
    Network kept(Network edited, Network before) {
        Network proxied = proxy == null ? edited : before;
        boolean asked = proxy == null || proxy.kind() == Network.Proxy.MANUAL;
        return network(
                new Proxy(proxied.proxy(), proxied.host(), proxied.port()),
                asked ? edited.user() : before.user(),
                caFile == null ? edited.caFile() : before.caFile());
    }

    private Network network(Proxy used, String user, Path authorities) {
        return new Network(used.kind(), used.host(), used.port(), user, authorities, reach());
    }
}
