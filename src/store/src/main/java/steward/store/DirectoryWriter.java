package steward.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import steward.api.OrganizationSummary;

/** Writes the directory of organizations. Blocking; thread-safe. */
public final class DirectoryWriter {

    /** @param askedAt when the list was asked for: what was answered later is still overlaid */
    public void replace(List<OrganizationSummary> organizations, Instant askedAt) {
        throw new UnsupportedOperationException();
    }

    /** @param png or null when there is none */
    public void saveLogo(UUID orgId, byte[] png, Integer version) {
        throw new UnsupportedOperationException();
    }

    /** Version of the logo that is held. */
    public Optional<Integer> logoVersion(UUID orgId) {
        throw new UnsupportedOperationException();
    }
}
