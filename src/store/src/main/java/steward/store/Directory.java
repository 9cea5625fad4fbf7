package steward.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import steward.api.Json;
import steward.api.Organization;
import steward.api.OrganizationSummary;
import steward.api.PlanId;
import steward.api.Role;
import tools.jackson.databind.JsonNode;

/** Every organization the account can see, with figures; pins and recents. Blocking; thread-safe. */
public final class Directory {

    /**
     * @param pinned whether the person pinned it
     * @param lastOpenedAt or null
     * @param pending the open creation or leaving of it, or null
     */
    public record Entry(OrganizationSummary organization, boolean pinned, Instant lastOpenedAt, Operation pending) {}

    private record Mark(boolean pinned, Instant openedAt) {}

    /** Operations on an organization itself: their aggregate is its id. Done ones count until the list was asked anew. */
    private static final String LAID_OVER = """
            WITH RECURSIVE o (org_id) AS (
              SELECT min(org_id) FROM op
              UNION ALL SELECT (SELECT min(org_id) FROM op WHERE op.org_id > o.org_id) FROM o WHERE o.org_id IS NOT NULL)
            SELECT op.* FROM o JOIN op ON op.org_id = o.org_id AND op.aggregate = o.org_id
              AND op.state IN ('HELD', 'QUEUED', 'IN_FLIGHT', 'ATTENTION')
            UNION ALL
            SELECT * FROM op WHERE state = 'DONE' AND answered_at >= :asked AND kind IN
              ('CREATE_ORGANIZATION', 'LEAVE_ORGANIZATION', 'EDIT_ORGANIZATION', 'SET_LOGO', 'REMOVE_LOGO')
            ORDER BY 1""";

    private final DisposableFile file;
    private final WorkStore work;

    Directory(DisposableFile file, WorkStore work) {
        this.file = file;
        this.work = work;
    }

    /** In the server's order, new ones last. */
    public List<Entry> entries() {
        Map<UUID, OrganizationSummary> shown = new LinkedHashMap<>();
        Map<UUID, Operation> pending = new HashMap<>();
        // before the list: what is done meanwhile is in one of them or in both, never in neither
        List<Operation> laidOver = operations();
        for (OrganizationSummary summary : cached()) shown.put(summary.id(), summary);
        for (Operation operation : laidOver) lay(operation, shown, pending);
        Map<UUID, Mark> marks = marks();
        return shown.values().stream()
                .map(it -> {
                    Mark mark = marks.getOrDefault(it.id(), new Mark(false, null));
                    return new Entry(it, mark.pinned(), mark.openedAt(), pending.get(it.id()));
                })
                .toList();
    }

    public Optional<Entry> entry(UUID orgId) {
        return entries().stream()
                .filter(entry -> entry.organization().id().equals(orgId))
                .findFirst();
    }

    public Optional<Instant> refreshedAt() {
        return file.read(handle -> CacheFile.meta(handle, "asked_at"))
                .map(Long::parseLong)
                .map(Instant::ofEpochMilli);
    }

    public void pin(UUID orgId, boolean pinned) {
        work.write(handle -> handle.execute("""
                INSERT INTO mark (org_id, pinned) VALUES (?, ?)
                ON CONFLICT (org_id) DO UPDATE SET pinned = excluded.pinned""", orgId.toString(), pinned ? 1 : 0));
        work.changed(StoreListener.Part.DIRECTORY, orgId);
    }

    public void opened(UUID orgId) {
        work.write(handle ->
                handle.execute("""
                INSERT INTO mark (org_id, opened_at) VALUES (?, ?)
                ON CONFLICT (org_id) DO UPDATE SET opened_at = excluded.opened_at""", orgId.toString(), work.clock().instant().toEpochMilli()));
        work.changed(StoreListener.Part.DIRECTORY, orgId);
    }

    /** PNG bytes of a logo, a pending upload's bytes as picked, or empty. */
    public Optional<byte[]> logo(UUID orgId) {
        byte[] cached = file.read(handle -> handle.createQuery("SELECT png FROM logo WHERE org_id = :org")
                .bind("org", orgId.toString())
                .map((row, _) -> row.getBytes(1))
                .findFirst()
                .orElse(null));
        List<Operation> own = operations().stream()
                .filter(operation -> operation.orgId().equals(orgId))
                .toList();
        return new Overlay(own).logo(cached);
    }

    private List<OrganizationSummary> cached() {
        return file.read(handle -> handle.createQuery("SELECT body FROM organization ORDER BY place")
                .map((row, _) -> Json.mapper().readValue(row.getString(1), OrganizationSummary.class))
                .list());
    }

    private List<Operation> operations() {
        long asked = refreshedAt().map(Instant::toEpochMilli).orElse(0L);
        return work.read(handle -> handle.createQuery(LAID_OVER)
                .bind("asked", asked)
                .map(Operations::map)
                .list());
    }

    private Map<UUID, Mark> marks() {
        return work.read(handle -> marks(handle));
    }

    private static Map<UUID, Mark> marks(Handle handle) {
        Map<UUID, Mark> marks = new HashMap<>();
        handle.createQuery("SELECT org_id, pinned, opened_at FROM mark")
                .map((row, _) -> {
                    long opened = row.getLong(3);
                    Instant at = row.wasNull() ? null : Instant.ofEpochMilli(opened);
                    return marks.put(UUID.fromString(row.getString(1)), new Mark(row.getInt(2) != 0, at));
                })
                .list();
        return marks;
    }

    private static void lay(Operation operation, Map<UUID, OrganizationSummary> shown, Map<UUID, Operation> pending) {
        UUID id = operation.orgId();
        switch (operation.kind()) {
            case CREATE_ORGANIZATION -> shown.putIfAbsent(id, created(operation));
            case LEAVE_ORGANIZATION -> {
                if (!operation.open()) shown.remove(id);
            }
            case EDIT_ORGANIZATION -> shown.computeIfPresent(id, (_, it) -> edited(it, operation.payload()));
            default -> {
                // a logo: it is not part of the summary
            }
        }
        boolean comingOrGoing = operation.kind() == OperationKind.CREATE_ORGANIZATION
                || operation.kind() == OperationKind.LEAVE_ORGANIZATION;
        if (comingOrGoing && operation.open()) pending.put(id, operation);
    }

    private static OrganizationSummary created(Operation operation) {
        Organization it = Overlay.created(operation);
        return new OrganizationSummary(
                it.id(),
                it.slug(),
                it.name(),
                it.accentColor(),
                null,
                Role.OWNER,
                PlanId.FREE,
                null,
                new ArrayList<>());
    }

    private static OrganizationSummary edited(OrganizationSummary it, JsonNode patch) {
        return new OrganizationSummary(
                it.id(),
                it.slug(),
                patch.path("name").stringValue(it.name()),
                patch.path("accentColor").stringValue(it.accentColor()),
                it.logoVersion(),
                it.role(),
                it.plan(),
                it.figures(),
                it.admins());
    }
}
