package steward.store;

import java.util.UUID;

/** Told after a commit, on the writing thread; must return at once. */
@FunctionalInterface
public interface StoreListener {

    /** What changed. */
    enum Part {
        DIRECTORY,
        /** The cache of an organization, or an overlay on it. */
        ORGANIZATION,
        /** Live usage or running meetings of an organization. */
        LIVE,
        OUTBOX,
        DRAFTS
    }

    /** @param orgId the organization, or null when it is not of one */
    void changed(Part part, UUID orgId);
}
