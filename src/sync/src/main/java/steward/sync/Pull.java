package steward.sync;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steward.api.ChangePage;
import steward.api.Organization;
import steward.api.ProblemType;
import steward.store.AccountStore;
import steward.store.CacheWriter;
import steward.store.Shown;

/** Brings the cache of an organization up to the server's state. Blocking; thread-safe, one run an organization at a time. */
final class Pull {

    private static final Logger LOG = LoggerFactory.getLogger(Pull.class);
    private static final int PAGE = 500;
    private static final int MOST_SNAPSHOTS = 3;

    private final AccountStore store;
    private final OrganizationCalls calls;
    private final Supplier<String> epoch;
    private final Runnable ranBackwards;

    /** @param ranBackwards told when a sequence ran backwards: the server was restored from a backup */
    Pull(AccountStore store, OrganizationCalls calls, Supplier<String> epoch, Runnable ranBackwards) {
        this.store = store;
        this.calls = calls;
        this.epoch = epoch;
        this.ranBackwards = ranBackwards;
    }

    /** @throws SyncException as the calls do; what was applied until then stays */
    void run(UUID orgId) {
        CacheWriter writer = store.cacheWriter(orgId);
        try {
            changes(orgId, writer);
            logo(orgId, writer);
        } catch (SyncException.Forbidden e) {
            LOG.info("not allowed to see {} any more", orgId);
            writer.wipe();
            throw e;
        } catch (SyncException.Rejected e) {
            if (e.problem().is(ProblemType.NOT_FOUND)) writer.wipe();
            throw e;
        }
    }

    private void changes(UUID orgId, CacheWriter writer) {
        sameEpoch(writer);
        int snapshots = 0;
        boolean more = true;
        while (more) {
            CacheWriter.Cursor cursor = writer.cursor();
            try {
                ChangePage page = calls.changes(orgId, cursor.after(), PAGE).body();
                if (page.nextAfter() < cursor.after()) {
                    ranBackwards.run();
                    if (++snapshots > MOST_SNAPSHOTS) throw Failures.notTheContract(null);
                    writer.startSnapshot();
                } else {
                    if (page.more() && page.nextAfter() == cursor.after()) throw Failures.notTheContract(null);
                    more = !writer.apply(cursor, page) || page.more();
                }
            } catch (SyncException.Rejected e) {
                boolean pruned = e.problem().status() == ProblemType.SNAPSHOT_NEEDED.status();
                if (!pruned || ++snapshots > MOST_SNAPSHOTS) throw e;
                writer.startSnapshot();
            }
        }
    }

    private void sameEpoch(CacheWriter writer) {
        Optional<String> held = writer.epoch();
        String now = epoch.get();
        if (held.isPresent() && held.get().equals(now)) return;
        if (held.isPresent()) writer.startSnapshot();
        writer.epoch(now);
    }

    private void logo(UUID orgId, CacheWriter writer) {
        Optional<Organization> organization =
                store.organization(orgId).organization().map(Pull::ofServer);
        if (organization.isEmpty()) return;
        Integer version = organization.get().logoVersion();
        if (Optional.ofNullable(version).equals(writer.logoVersion())) return;
        byte[] png = version == null ? null : calls.logo(orgId).body();
        writer.saveLogo(png, version);
        store.directoryWriter().saveLogo(orgId, png, version);
    }

    private static Organization ofServer(Shown<Organization> shown) {
        return shown.before() == null ? shown.now() : shown.before();
    }
}
