package steward.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import steward.api.OrganizationSummary;

/** Every organization the account can see, with figures; pins and recents. Blocking; thread-safe. */
public final class Directory {

    /**
     * @param pinned whether the person pinned it
     * @param lastOpenedAt or null
     * @param pending the open creation or leaving of it, or null
     */
    public record Entry(OrganizationSummary organization, boolean pinned, Instant lastOpenedAt, Operation pending) {}

    public List<Entry> entries() {
        throw new UnsupportedOperationException();
    }

    public Optional<Entry> entry(UUID orgId) {
        throw new UnsupportedOperationException();
    }

    public Optional<Instant> refreshedAt() {
        throw new UnsupportedOperationException();
    }

    public void pin(UUID orgId, boolean pinned) {
        throw new UnsupportedOperationException();
    }

    public void opened(UUID orgId) {
        throw new UnsupportedOperationException();
    }

    /** PNG bytes of a logo, or empty. */
    public Optional<byte[]> logo(UUID orgId) {
        throw new UnsupportedOperationException();
    }
}
