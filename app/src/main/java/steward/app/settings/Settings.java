package steward.app.settings;

import java.nio.file.Path;
import java.util.UUID;
import steward.app.theme.Theme;
import steward.sync.Network;

/**
 * The choices kept in {@code settings.json}.
 *
 * @param language as a language tag, or null for the system's
 * @param proxyHost of a manual proxy, or null
 * @param proxyUser or null
 * @param caFile path of a PEM file, or null
 * @param lastServer server of the account used last, or null
 * @param lastAccount the account used last, or null
 */
public record Settings(
        Theme.Mode theme,
        String language,
        Network.Proxy proxy,
        String proxyHost,
        int proxyPort,
        String proxyUser,
        String caFile,
        UUID lastServer,
        UUID lastAccount) {

    public static final Settings DEFAULT =
            new Settings(Theme.Mode.SYSTEM, null, Network.Proxy.SYSTEM, null, 8080, null, null, null, null);

    public Settings {
        theme = theme == null ? Theme.Mode.SYSTEM : theme;
        proxy = proxy == null ? Network.Proxy.SYSTEM : proxy;
    }

    public Network network() {
        return new Network(proxy, proxyHost, proxyPort, proxyUser, caFile == null ? null : Path.of(caFile));
    }

    public Settings with(Theme.Mode other) {
        return new Settings(other, language, proxy, proxyHost, proxyPort, proxyUser, caFile, lastServer, lastAccount);
    }

    public Settings withLanguage(String other) {
        return new Settings(theme, other, proxy, proxyHost, proxyPort, proxyUser, caFile, lastServer, lastAccount);
    }

    public Settings with(Network network) {
        return new Settings(
                theme,
                language,
                network.proxy(),
                network.host(),
                network.port(),
                network.user(),
                network.caFile() == null ? null : network.caFile().toString(),
                lastServer,
                lastAccount);
    }

    /** Both null after a sign-out. */
    public Settings withLast(UUID server, UUID account) {
        return new Settings(theme, language, proxy, proxyHost, proxyPort, proxyUser, caFile, server, account);
    }
}
