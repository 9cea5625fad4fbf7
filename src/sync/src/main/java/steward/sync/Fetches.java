package steward.sync;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import steward.api.AuditRecord;
import steward.api.OrganizationSummary;
import steward.api.Page;
import steward.api.Resolution;
import steward.api.UsageHistory;
import steward.store.AccountStore;
import steward.store.CacheWriter;
import steward.store.DirectoryWriter;

/** Fetches what is no part of the changes: directory, usage, audit log, catalog. Blocking; thread-safe. */
final class Fetches {

    private static final int PAGE = 500;
    private static final int MOST_AUDIT_PAGES = 4;
    private static final int MOST_PAGES = 1000;
    private static final int MOST_BUCKETS = 2000;

    private final AccountStore store;
    private final PlatformCalls platform;
    private final OrganizationCalls calls;
    private final Gate gate;
    private final InstantSource clock;

    Fetches(AccountStore store, PlatformCalls platform, OrganizationCalls calls, Gate gate, InstantSource clock) {
        this.store = store;
        this.platform = platform;
        this.calls = calls;
        this.gate = gate;
        this.clock = clock;
    }

    void directory() {
        Instant askedAt = clock.instant();
        List<OrganizationSummary> all = new ArrayList<>();
        String cursor = null;
        int pages = 0;
        do {
            Page<OrganizationSummary> page =
                    platform.organizations(PAGE, cursor).body();
            all.addAll(page.items());
            cursor = page.nextCursor();
            if (++pages > MOST_PAGES) throw Failures.notTheContract(null);
        } while (cursor != null);
        DirectoryWriter writer = store.directoryWriter();
        writer.replace(all, askedAt);
        for (OrganizationSummary each : all) logo(writer, each);
    }

    private void logo(DirectoryWriter writer, OrganizationSummary organization) {
        UUID id = organization.id();
        Integer version = organization.logoVersion();
        if (Optional.ofNullable(version).equals(writer.logoVersion(id))) return;
        writer.saveLogo(id, version == null ? null : calls.logo(id).body(), version);
    }

    /** Usage of a span that ends now, by the server's clock. */
    void usage(UUID orgId, Resolution resolution, Duration span) {
        CacheWriter writer = store.cacheWriter(orgId);
        long generation = writer.cursor().generation();
        ChronoUnit unit = unit(resolution);
        Duration width = unit.getDuration();
        Instant end = gate.serverNow().truncatedTo(unit).plus(width);
        for (Instant from = end.minus(span).truncatedTo(unit); from.isBefore(end); ) {
            Instant to = from.plus(width.multipliedBy(MOST_BUCKETS));
            if (to.isAfter(end)) to = end;
            String name = resolution.name().toLowerCase(Locale.ROOT);
            UsageHistory history = calls.usage(orgId, name, from, to).body();
            if (writer.cursor().generation() != generation) return;
            writer.saveUsage(resolution, from, to, history.buckets());
            if (to.equals(end)) {
                writer.saveSample(history.now());
                writer.markLive(clock.instant());
            }
            from = to;
        }
    }

    void audit(UUID orgId) {
        CacheWriter writer = store.cacheWriter(orgId);
        long generation = writer.cursor().generation();
        String cursor = null;
        for (int page = 0; page < MOST_AUDIT_PAGES && (page == 0 || cursor != null); page++) {
            Page<AuditRecord> records = calls.audit(orgId, PAGE, cursor).body();
            if (writer.cursor().generation() != generation) return;
            writer.saveAudit(records.items(), page == 0);
            cursor = records.nextCursor();
        }
    }

    void catalog(UUID orgId) {
        store.cacheWriter(orgId).saveCatalog(platform.catalog().body());
    }

    private static ChronoUnit unit(Resolution resolution) {
        return switch (resolution) {
            case MINUTE -> ChronoUnit.MINUTES;
            case HOUR -> ChronoUnit.HOURS;
            case DAY -> ChronoUnit.DAYS;
        };
    }
}
