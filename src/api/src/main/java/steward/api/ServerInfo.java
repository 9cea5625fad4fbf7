package steward.api;

import java.time.Instant;
import java.util.UUID;

/**
 * What a server says of itself (getServer).
 */
public record ServerInfo(
        UUID id,
        String epoch,
        String name,
        String version,
        int apiVersion,
        Instant time,
        int keyRetentionDays,
        Limits limits) {
    public ServerInfo {
        Check.present("id", id);
        Check.present("epoch", epoch);
        Check.present("name", name);
        Check.present("version", version);
        Check.present("time", time);
        Check.present("limits", limits);
    }

    /**
     * What the server accepts at most.
     */
    public record Limits(int pageItems, int batchItems, int logoBytes, int logoPixels) {}
}
