package steward.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import steward.api.AuditRecord;
import steward.api.Catalog;
import steward.api.Invitation;
import steward.api.Invoice;
import steward.api.Meeting;
import steward.api.Member;
import steward.api.Organization;
import steward.api.PaymentMethod;
import steward.api.Recording;
import steward.api.RefusedStart;
import steward.api.Resolution;
import steward.api.Room;
import steward.api.ScheduledChange;
import steward.api.Subscription;
import steward.api.UsageBucket;
import steward.api.UsageSample;

/** What is shown of one organization: its cache overlaid with pending operations. Blocking; thread-safe. */
public final class OrganizationData {

    /** Whether anything of it was ever pulled. Without it nothing is known, which is not the same as empty. */
    public boolean known() {
        throw new UnsupportedOperationException();
    }

    /** When the cache last caught up with the server. */
    public Optional<Instant> syncedAt() {
        throw new UnsupportedOperationException();
    }

    public Optional<Shown<Organization>> organization() {
        throw new UnsupportedOperationException();
    }

    /** The logo's PNG bytes; a pending upload's bytes as picked. */
    public Optional<byte[]> logo() {
        throw new UnsupportedOperationException();
    }

    public List<Shown<Member>> members() {
        throw new UnsupportedOperationException();
    }

    public List<Shown<Invitation>> invitations() {
        throw new UnsupportedOperationException();
    }

    public List<Shown<Room>> rooms() {
        throw new UnsupportedOperationException();
    }

    /** Running meetings, as last known; see {@link #liveAt}. */
    public List<Meeting> meetings() {
        throw new UnsupportedOperationException();
    }

    public List<Shown<Recording>> recordings() {
        throw new UnsupportedOperationException();
    }

    public Optional<Subscription> subscription() {
        throw new UnsupportedOperationException();
    }

    public List<ScheduledChange> scheduledChanges() {
        throw new UnsupportedOperationException();
    }

    public List<Invoice> invoices() {
        throw new UnsupportedOperationException();
    }

    public List<PaymentMethod> paymentMethods() {
        throw new UnsupportedOperationException();
    }

    /** Newest first. */
    public List<RefusedStart> refusedStarts() {
        throw new UnsupportedOperationException();
    }

    /** Buckets from {@code from} (inclusive) to {@code to} (exclusive) as far as they were fetched. */
    public List<UsageBucket> usage(Resolution resolution, Instant from, Instant to) {
        throw new UnsupportedOperationException();
    }

    public Optional<UsageSample> lastSample() {
        throw new UnsupportedOperationException();
    }

    /** When live figures (meetings, usage) were last known to be right. */
    public Optional<Instant> liveAt() {
        throw new UnsupportedOperationException();
    }

    /** Newest first, as far as it was fetched. */
    public List<AuditRecord> audit() {
        throw new UnsupportedOperationException();
    }

    public Optional<Catalog> catalog() {
        throw new UnsupportedOperationException();
    }

    /** When and as what an address is known: for checking an import offline. */
    public Known find(String normalEmail) {
        throw new UnsupportedOperationException();
    }

    /** Member since, or pending invitation since; all null when unknown. */
    public record Known(Instant memberSince, Instant invitedSince, UUID id) {}
}
