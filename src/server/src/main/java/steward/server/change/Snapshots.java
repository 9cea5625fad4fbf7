package steward.server.change;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Who is in the middle of a snapshot. Its later pages begin below the point at which a snapshot became necessary; without
 * this they would be sent back to the beginning for ever. Kept in memory: after a restart such a client starts over
 * once. Thread-safe.
 */
final class Snapshots {
    private static final int MOST = 10_000;

    private final Map<Key, Long> begun = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Long> eldest) {
            return size() > MOST;
        }
    };

    private record Key(UUID orgId, UUID tokenId) {}

    /** A snapshot begins while the organization stands at a change. */
    synchronized void begin(UUID orgId, UUID tokenId, long head) {
        begun.put(new Key(orgId, tokenId), head);
    }

    /** Whether the token began a snapshot at or after a change. */
    synchronized boolean covers(UUID orgId, UUID tokenId, long seq) {
        return begun.getOrDefault(new Key(orgId, tokenId), -1L) >= seq;
    }
}
