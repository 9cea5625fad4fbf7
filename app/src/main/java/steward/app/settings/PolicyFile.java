package steward.app.settings;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import steward.api.Json;
import steward.app.i18n.Messages;
import steward.sync.Network;
import steward.sync.ServerAddress;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** {@code policy.json}, in a folder only administrators can write. */
public record PolicyFile(Path path) {
    private static final int HIGHEST_PORT = 65535;
    private static final int LARGEST = 64 * 1024;

    private record Content(String server, String proxy, String caFile, Boolean demo) {}

    /** No environment variable counts: who may not write the file must not lead past it either. */
    public static PolicyFile ofThisComputer() {
        return usual(System.getProperty("os.name"));
    }

    static PolicyFile usual(String system) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("mac")) {
            return new PolicyFile(Path.of("/Library/Application Support/Steward/policy.json"));
        }
        if (name.startsWith("windows")) {
            return new PolicyFile(Path.of("C:\\ProgramData\\Steward\\policy.json"));
        }
        return new PolicyFile(Path.of("/etc/steward/policy.json"));
    }

    /**
     * Reads it; without a file nothing is fixed.
     *
     * @throws PolicyException when there is one that cannot be read or understood, whole
     */
    public Policy read() throws PolicyException {
        try {
            byte[] bytes;
            try (var in = Files.newInputStream(path)) {
                bytes = in.readNBytes(LARGEST);
            }
            return policy(Json.strict()
                    .readerFor(Content.class)
                    .with(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .readValue(bytes));
        } catch (NoSuchFileException e) {
            return Policy.NONE;
        } catch (IOException e) {
            throw broken("settings.policy.unreadable", e);
        } catch (UnrecognizedPropertyException e) {
            throw broken("settings.policy.unknown", e, e.getPropertyName());
        } catch (JacksonException e) {
            throw broken("settings.policy.malformed", e, line(e));
        }
    }

    private static int line(JacksonException e) {
        return e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
    }

    private Policy policy(Content content) throws PolicyException {
        if (content == null) {
            throw broken("settings.policy.malformed", null, 1);
        }
        return new Policy(
                content.server() == null ? null : server(content.server()),
                content.proxy() == null ? null : proxy(content.proxy()),
                content.caFile() == null ? null : caFile(content.caFile()),
                content.demo() == null || content.demo());
    }

    private URI server(String text) throws PolicyException {
        try {
            return ServerAddress.checked(URI.create(text.strip()));
        } catch (IllegalArgumentException e) {
            throw broken("settings.policy.server", e, text);
        }
    }

    /** "none", "system", or the address of one. */
    private Policy.Proxy proxy(String text) throws PolicyException {
        switch (text) {
            case "none" -> {
                return new Policy.Proxy(Network.Proxy.NONE, null, 0);
            }
            case "system" -> {
                return new Policy.Proxy(Network.Proxy.SYSTEM, null, 0);
            }
            default -> {
                try {
                    URI uri = URI.create(text);
                    boolean usable = "http".equalsIgnoreCase(uri.getScheme())
                            && uri.getHost() != null
                            && uri.getRawUserInfo() == null
                            && uri.getPort() > 0
                            && uri.getPort() <= HIGHEST_PORT;
                    if (usable) {
                        return new Policy.Proxy(Network.Proxy.MANUAL, uri.getHost(), uri.getPort());
                    }
                    throw broken("settings.policy.proxy", null, text);
                } catch (IllegalArgumentException e) {
                    throw broken("settings.policy.proxy", e, text);
                }
            }
        }
    }

    private Path caFile(String text) throws PolicyException {
        try {
            Path file = Path.of(text);
            if (file.isAbsolute() && Files.isReadable(file)) {
                return file;
            }
            throw broken("settings.policy.caFile", null, text);
        } catch (InvalidPathException e) {
            throw broken("settings.policy.caFile", e, text);
        }
    }

    private PolicyException broken(String key, Throwable cause, Object... arguments) {
        return new PolicyException(path, Messages.text(key, arguments), cause);
    }
}
