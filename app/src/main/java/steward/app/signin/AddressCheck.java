package steward.app.signin;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import steward.api.ServerInfo;

/** How it stands with the address typed. */
public sealed interface AddressCheck {
    record Empty() implements AddressCheck {}

    record Asking() implements AddressCheck {}

    /** A server answers; {@code fits} is whether this program speaks its version of the contract. */
    record Answers(URI server, ServerInfo info, boolean fits) implements AddressCheck {}

    /** What is wrong, in words. */
    record Problem(String words) implements AddressCheck {}

    /**
     * What was typed as an address: "meet.example" means HTTPS; only this computer may be reached without.
     *
     * @return empty when it is none
     */
    static Optional<URI> parse(String typed) {
        String text = typed.strip().replaceAll("/+$", "");
        if (text.isEmpty() || text.matches(".*\\s.*")) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(text.matches("(?i)[a-z][a-z0-9+.-]*://.*") ? text : "https://" + text);
            boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            boolean plain = uri.getRawQuery() == null && uri.getRawFragment() == null && uri.getRawUserInfo() == null;
            return web && plain && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Whether a token would cross a network unprotected. */
    static boolean isUnprotected(URI server) {
        String host = server.getHost();
        boolean here = host.equals("127.0.0.1") || host.equals("localhost") || host.equals("[::1]");
        return "http".equalsIgnoreCase(server.getScheme()) && !here;
    }
}
