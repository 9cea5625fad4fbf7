package steward.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import steward.api.AuditRecord;
import steward.api.Catalog;
import steward.api.CollectionName;
import steward.api.Invitation;
import steward.api.InvitationState;
import steward.api.Invoice;
import steward.api.Json;
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

    private static final Known UNKNOWN = new Known(null, null, null);

    /** Operations an overlay is made of; one done counts until the cache has reached its effect. */
    private static final String LAID_OVER = """
            SELECT * FROM op WHERE seq IN (
              SELECT seq FROM op WHERE org_id = :org AND state IN ('HELD', 'QUEUED', 'IN_FLIGHT', 'ATTENTION')
                AND kind IN (<kinds>)
              UNION ALL SELECT seq FROM op WHERE org_id = :org AND state = 'DONE' AND change_seq IS NOT NULL
                AND change_seq > :reached AND answered_at >= :settled AND kind IN (<kinds>))
            AND NOT (<but>)
            ORDER BY seq""";

    /** Of invitations: never left, and nothing was done with it since; each is one more, and pending. */
    private static final String FRESH = """
            org_id = :org AND kind = 'INVITE_PERSON' AND state IN ('HELD', 'QUEUED') AND first_sent_at IS NULL
              AND object_id NOT IN (SELECT object_id FROM op WHERE org_id = :org
                AND kind IN ('RESEND_INVITATION', 'CANCEL_INVITATION')
                AND state IN ('HELD', 'QUEUED', 'IN_FLIGHT', 'ATTENTION'))""";

    private static final OperationKind[] OF_INVITATIONS = {
        OperationKind.INVITE_PERSON, OperationKind.RESEND_INVITATION, OperationKind.CANCEL_INVITATION
    };

    private record Lookup(long members, long invitations, long operations, Map<String, Known> known) {}

    private final UUID orgId;
    private final Caches caches;
    private final WorkStore work;
    private volatile Lookup lookup;

    OrganizationData(UUID orgId, Caches caches, WorkStore work) {
        this.orgId = orgId;
        this.caches = caches;
        this.work = work;
    }

    /** Whether anything of it was ever pulled. Without it nothing is known, which is not the same as empty. */
    public boolean known() {
        return syncedAt().isPresent();
    }

    /** Parses what most screens show; it is held as long as it stays. */
    void readAhead() {
        members();
        invitations();
        meetings();
        recordings();
    }

    /** When the cache last caught up with the server. */
    public Optional<Instant> syncedAt() {
        return instant("synced_at");
    }

    public Optional<Shown<Organization>> organization() {
        return overlay(
                        "after",
                        OperationKind.CREATE_ORGANIZATION,
                        OperationKind.EDIT_ORGANIZATION,
                        OperationKind.LEAVE_ORGANIZATION)
                .organization(caches.with(orgId, OrganizationData::cachedOrganization));
    }

    /** The logo's PNG bytes; a pending upload's bytes as picked. */
    public Optional<byte[]> logo() {
        return overlay("logo_after", OperationKind.SET_LOGO, OperationKind.REMOVE_LOGO)
                .logo(caches.with(orgId, cache -> {
                    Organization organization = cachedOrganization(cache);
                    boolean none = organization != null && organization.logoVersion() == null;
                    return none ? null : single(cache, "logo");
                }));
    }

    public List<Shown<Member>> members() {
        return overlay("after", OperationKind.CHANGE_ROLE, OperationKind.REMOVE_MEMBER)
                .members(all(CollectionName.MEMBERS, Member.class));
    }

    public List<Shown<Invitation>> invitations() {
        return overlay("after", OF_INVITATIONS).invitations(all(CollectionName.INVITATIONS, Invitation.class));
    }

    /**
     * How many {@link #invitations} are, without making those that wait to be sent for the first time: of 100,000 the
     * database tells the number.
     *
     * @param soon what expires before it is counted apart
     */
    public InvitationCounts invitationCounts(Instant now, Instant soon) {
        record Read(Overlay others, Map<Instant, Integer> fresh) {}
        long[] point = point("after");
        Read read = work.read(handle -> new Read(overlay(handle, point, FRESH, OF_INVITATIONS), fresh(handle, orgId)));
        List<Shown<Invitation>> others = read.others().invitations(all(CollectionName.INVITATIONS, Invitation.class));
        return InvitationCounts.of(others, read.fresh(), now, soon);
    }

    private static Map<Instant, Integer> fresh(Handle handle, UUID orgId) {
        Map<Instant, Integer> fresh = new HashMap<>();
        handle.createQuery("SELECT created_at, count(*) AS n FROM op WHERE " + FRESH + " GROUP BY created_at")
                .bind("org", orgId.toString())
                .map((row, _) -> fresh.put(Instant.ofEpochMilli(row.getLong("created_at")), row.getInt("n")))
                .list();
        return fresh;
    }

    public List<Shown<Room>> rooms() {
        return overlay("after", OperationKind.CREATE_ROOM, OperationKind.EDIT_ROOM, OperationKind.DELETE_ROOM)
                .rooms(all(CollectionName.ROOMS, Room.class));
    }

    /** Running meetings, as last known; see {@link #liveAt}. */
    public List<Meeting> meetings() {
        return all(CollectionName.MEETINGS, Meeting.class).stream()
                .filter(meeting -> meeting.endedAt() == null)
                .toList();
    }

    public List<Shown<Recording>> recordings() {
        return overlay(
                        "after",
                        OperationKind.RENAME_RECORDING,
                        OperationKind.DELETE_RECORDING,
                        OperationKind.RESTORE_RECORDING)
                .recordings(all(CollectionName.RECORDINGS, Recording.class));
    }

    public Optional<Subscription> subscription() {
        return all(CollectionName.SUBSCRIPTION, Subscription.class).stream().findFirst();
    }

    public List<ScheduledChange> scheduledChanges() {
        return all(CollectionName.SCHEDULED_CHANGES, ScheduledChange.class);
    }

    /** Newest first. */
    public List<Invoice> invoices() {
        return all(CollectionName.INVOICES, Invoice.class).stream()
                .sorted(Comparator.comparing(Invoice::issuedAt).reversed())
                .toList();
    }

    public List<PaymentMethod> paymentMethods() {
        return all(CollectionName.PAYMENT_METHODS, PaymentMethod.class);
    }

    /** Newest first. */
    public List<RefusedStart> refusedStarts() {
        return all(CollectionName.REFUSED_STARTS, RefusedStart.class).stream()
                .sorted(Comparator.comparing(RefusedStart::at).reversed())
                .toList();
    }

    /** Buckets from {@code from} (inclusive) to {@code to} (exclusive) as far as they were fetched. */
    public List<UsageBucket> usage(Resolution resolution, Instant from, Instant to) {
        return caches.with(orgId, cache -> cache.read(handle -> Usage.find(handle, resolution, from, to)));
    }

    public Optional<UsageSample> lastSample() {
        return parsed("sample", UsageSample.class);
    }

    /** When live figures (meetings, usage) were last known to be right. */
    public Optional<Instant> liveAt() {
        return instant("live_at");
    }

    /** Newest first, as far as it was fetched. */
    public List<AuditRecord> audit() {
        return caches.with(
                orgId,
                cache -> cache.read(handle -> handle.createQuery("SELECT body FROM audit ORDER BY at DESC, id DESC")
                        .map((row, _) -> Json.mapper().readValue(row.getString(1), AuditRecord.class))
                        .list()));
    }

    public Optional<Catalog> catalog() {
        return parsed("catalog", Catalog.class);
    }

    /** When and as what an address is known: for checking an import offline. */
    public Known find(String normalEmail) {
        return lookup().getOrDefault(normalEmail, UNKNOWN);
    }

    /** Member since, or pending invitation since; all null when unknown. */
    public record Known(Instant memberSince, Instant invitedSince, UUID id) {}

    /** Kept until a member, an invitation or an operation changes: an import asks for 100,000 addresses in a row. */
    private Map<String, Known> lookup() {
        Lookup now = caches.with(
                orgId,
                cache -> new Lookup(
                        cache.stamp(CollectionName.MEMBERS),
                        cache.stamp(CollectionName.INVITATIONS),
                        work.stamp(),
                        null));
        Lookup held = lookup;
        boolean fresh = held != null
                && held.members() == now.members()
                && held.invitations() == now.invitations()
                && held.operations() == now.operations();
        if (fresh) return held.known();
        lookup = new Lookup(now.members(), now.invitations(), now.operations(), addresses());
        return lookup.known();
    }

    private Map<String, Known> addresses() {
        Map<String, Known> known = new HashMap<>();
        Instant now = work.clock().instant();
        for (Shown<Invitation> shown : invitations()) {
            Invitation it = shown.now();
            if (it.state() != InvitationState.PENDING || it.expiresAt().isBefore(now)) continue;
            known.put(NewOperation.person(it.email()), new Known(null, it.invitedAt(), it.id()));
        }
        for (Shown<Member> shown : members()) {
            Member it = shown.now();
            if (shown.isLeaving()) continue;
            known.put(NewOperation.person(it.email()), new Known(it.joinedAt(), null, it.id()));
        }
        return known;
    }

    private <T> List<T> all(CollectionName collection, Class<T> type) {
        return caches.with(orgId, cache -> cache.all(collection, type));
    }

    private static Organization cachedOrganization(CacheFile cache) {
        return cache.all(CollectionName.ORGANIZATION, Organization.class).stream()
                .findFirst()
                .orElse(null);
    }

    /**
     * Made before the cache is read: what is done meanwhile is in the overlay, in the cache or in both, never in neither.
     *
     * @param reached key of the change sequence the cache has come to
     */
    private Overlay overlay(String reached, OperationKind... kinds) {
        long[] point = point(reached);
        return work.read(handle -> overlay(handle, point, "FALSE", kinds));
    }

    /** Where the cache stands, and since when an answer may be of an effect it has not reached. */
    private long[] point(String reached) {
        return caches.with(
                orgId,
                cache -> cache.read(handle ->
                        new long[] {CacheFile.number(handle, reached), CacheFile.number(handle, "settled_at")}));
    }

    /** @param but what is left out, in SQL */
    private Overlay overlay(Handle handle, long[] point, String but, OperationKind... kinds) {
        return new Overlay(handle.createQuery(LAID_OVER)
                .define("but", but)
                .bind("org", orgId.toString())
                .bind("reached", point[0])
                .bind("settled", point[1])
                .bindList("kinds", (Object[]) kinds)
                .map(Operations::map)
                .list());
    }

    private Optional<Instant> instant(String key) {
        return caches.with(orgId, cache -> cache.meta(key)).map(Long::parseLong).map(Instant::ofEpochMilli);
    }

    private <T> Optional<T> parsed(String name, Class<T> type) {
        return Optional.ofNullable(caches.with(orgId, cache -> single(cache, name)))
                .map(bytes -> Json.mapper().readValue(bytes, type));
    }

    /** Returns null when there is none. */
    private static byte[] single(CacheFile cache, String name) {
        return cache.read(handle -> handle.createQuery("SELECT body FROM single WHERE name = :name")
                .bind("name", name)
                .map((row, _) -> row.getBytes(1))
                .findFirst()
                .orElse(null));
    }
}
