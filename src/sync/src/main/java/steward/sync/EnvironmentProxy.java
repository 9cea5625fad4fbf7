package steward.sync;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The proxy that the environment names ({@code HTTPS_PROXY}, {@code ALL_PROXY}, {@code NO_PROXY}), as programs of the
 * command line read it and Java does not.
 *
 * @param user or null
 * @param password or null
 * @param exempt names and endings of names that are reached without it, or {@code *}
 */
record EnvironmentProxy(String host, int port, String user, String password, List<String> exempt) {

    private static final Logger LOG = LoggerFactory.getLogger(EnvironmentProxy.class);
    private static final int USUAL_PORT = 80;

    static Optional<EnvironmentProxy> of(Map<String, String> environment) {
        return first(environment, "https_proxy", "all_proxy").flatMap(text -> {
            Optional<EnvironmentProxy> read = read(
                    text,
                    first(environment, "no_proxy").map(EnvironmentProxy::list).orElse(List.of()));
            // not its text: that may hold a password
            if (read.isEmpty()) LOG.warn("the proxy the environment names is none this program can use");
            return read;
        });
    }

    boolean covers(String target) {
        String name = target.toLowerCase(Locale.ROOT);
        return exempt.stream().noneMatch(each -> each.equals("*") || name.equals(each) || name.endsWith("." + each));
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }

    private static Optional<EnvironmentProxy> read(String text, List<String> exempt) {
        try {
            URI uri = URI.create(text.contains("://") ? text : "http://" + text);
            if (uri.getHost() == null || !"http".equalsIgnoreCase(uri.getScheme())) return Optional.empty();
            String[] credentials = uri.getRawUserInfo() == null
                    ? new String[0]
                    : uri.getRawUserInfo().split(":", 2);
            String user = credentials.length == 2 ? decoded(credentials[0]) : null;
            String password = credentials.length == 2 ? decoded(credentials[1]) : null;
            int port = uri.getPort() < 0 ? USUAL_PORT : uri.getPort();
            return Optional.of(new EnvironmentProxy(uri.getHost(), port, user, password, exempt));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A plus is no space in a URL's name and password. */
    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static List<String> list(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split(","))
                .map(each -> each.strip().replaceFirst("^\\*?\\.", "").replaceFirst(":\\d+$", ""))
                .filter(each -> !each.isEmpty())
                .toList();
    }

    /** Both spellings are in use; the lower one is the older. */
    private static Optional<String> first(Map<String, String> environment, String... names) {
        return Arrays.stream(names)
                .flatMap(name -> Stream.of(environment.get(name), environment.get(name.toUpperCase(Locale.ROOT))))
                .filter(value -> value != null && !value.isBlank())
                .map(String::strip)
                .findFirst();
    }
}
