package steward.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import steward.api.AuditRecord;
import steward.api.Catalog;
import steward.api.ChangePage;
import steward.api.Meeting;
import steward.api.Resolution;
import steward.api.UsageBucket;
import steward.api.UsageSample;

/** Writes the cache of one organization; only pulls and live events do. Blocking; thread-safe. */
public final class CacheWriter {

    /**
     * Where the next page starts. An answer to an older one is dropped.
     *
     * @param after the change sequence to ask from
     * @param generation counts snapshots and wipes
     * @param snapshot whether a snapshot is being taken
     */
    public record Cursor(long after, long generation, boolean snapshot) {}

    public Cursor cursor() {
        throw new UnsupportedOperationException();
    }

    /** The server epoch the rows are of. */
    public Optional<String> epoch() {
        throw new UnsupportedOperationException();
    }

    public void epoch(String epoch) {
        throw new UnsupportedOperationException();
    }

    /**
     * Applies a page with its cursor in one transaction. The last page ({@code more} is false) completes a snapshot: rows
     * it did not bring are dropped then.
     *
     * @param asked the cursor the page was asked with
     * @return false when the cursor has moved since: the page was dropped
     */
    public boolean apply(Cursor asked, ChangePage page) {
        throw new UnsupportedOperationException();
    }

    /** Begins again from 0 (a 410); what is held stays shown until the snapshot is complete. */
    public Cursor startSnapshot() {
        throw new UnsupportedOperationException();
    }

    /** Removes all that is held of the organization, also from the disk: the account may not see it any more. */
    public void wipe() {
        throw new UnsupportedOperationException();
    }

    /** Replaces the buckets from {@code from} (inclusive) to {@code to} (exclusive). */
    public void saveUsage(Resolution resolution, Instant from, Instant to, List<UsageBucket> buckets) {
        throw new UnsupportedOperationException();
    }

    /** Keeps the newest usage sample. */
    public void saveSample(UsageSample sample) {
        throw new UnsupportedOperationException();
    }

    /** Keeps a live payload, unless a newer version is held. */
    public void saveMeeting(Meeting meeting) {
        throw new UnsupportedOperationException();
    }

    /** Live figures are known to be right at this instant. */
    public void markLive(Instant at) {
        throw new UnsupportedOperationException();
    }

    /**
     * Keeps audit records.
     *
     * @param replace whether they stand for all that is held, newest first; else they are added
     */
    public void saveAudit(List<AuditRecord> records, boolean replace) {
        throw new UnsupportedOperationException();
    }

    /**
     * @param png or null when there is none
     * @param version of the organization's {@code logoVersion}, or null
     */
    public void saveLogo(byte[] png, Integer version) {
        throw new UnsupportedOperationException();
    }

    /** Version of the logo that is held. */
    public Optional<Integer> logoVersion() {
        throw new UnsupportedOperationException();
    }

    public void saveCatalog(Catalog catalog) {
        throw new UnsupportedOperationException();
    }
}
