package steward.server.organization;

import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import steward.api.Account;
import steward.api.CollectionName;
import steward.api.InvalidFieldException;
import steward.api.NewOrganization;
import steward.api.Organization;
import steward.api.ProblemType;
import steward.api.Role;
import steward.server.Platform;
import steward.server.change.Audit.Fact;
import steward.server.db.Rows;
import steward.server.db.Tx;
import steward.server.http.ProblemException;
import steward.server.member.Members;
import tools.jackson.databind.JsonNode;

/** Organizations and their identity. Thread-safe. */
public final class Organizations {
    private static final List<String> COLORS =
            List.of("#2563eb", "#7c3aed", "#db2777", "#dc2626", "#d97706", "#059669", "#0891b2", "#4f46e5");
    private static final String COLUMNS =
            "id, slug, name, description, accent_color, logo_version, created_at, version";
    private static final RowMapper<Organization> ROW = (row, context) -> new Organization(
            Rows.id(row, "id"),
            row.getString("slug"),
            row.getString("name"),
            row.getString("description"),
            row.getString("accent_color"),
            Rows.number(row, "logo_version"),
            Rows.time(row, "created_at"),
            row.getLong("version"));

    private final Platform platform;
    private final Members members;
    private final List<BiConsumer<Tx, UUID>> founded = new CopyOnWriteArrayList<>();

    public Organizations(Platform platform, Members members) {
        this.platform = platform;
        this.members = members;
        platform.changes().loader(CollectionName.ORGANIZATION, Organizations::load);
    }

    /** Adds what else belongs to a new organization; runs in the transaction that makes it. */
    public void onFounded(BiConsumer<Tx, UUID> more) {
        founded.add(more);
    }

    /** Makes an organization with its Owner. */
    public Organization create(Tx tx, NewOrganization wanted, Account owner) {
        if (find(tx.sql(), wanted.id()).isPresent()) {
            throw ProblemException.of(
                    ProblemType.CONFLICT, "An organization with this id exists already. Use a new id for a new one.");
        }
        Organization made = new Organization(
                wanted.id(),
                Slugs.free(tx.sql(), wanted.name()),
                wanted.name().strip(),
                "",
                COLORS.get(Math.floorMod(wanted.id().hashCode(), COLORS.size())),
                null,
                tx.now(),
                1);
        insert(tx, made);
        platform.changes().record(tx, made.id(), CollectionName.ORGANIZATION, made.id(), false);
        platform.audit().created(tx, made.id(), fact("create", made), made);
        members.add(tx, made.id(), owner, new Members.Joining(Role.OWNER, null, null));
        founded.forEach(more -> more.accept(tx, made.id()));
        return made;
    }

    public Organization get(Handle sql, UUID orgId) {
        return find(sql, orgId).orElseThrow(ProblemException::notFound);
    }

    /** Changes the fields of a patch that the contract has let through. */
    public Organization edit(Tx tx, Organization before, JsonNode patch) {
        String name = patch.path("name").asString(before.name()).strip();
        if (name.isEmpty()) throw new InvalidFieldException("name", "is empty");
        Organization after = new Organization(
                before.id(),
                before.slug(),
                name,
                patch.path("description").asString(before.description()),
                patch.path("accentColor").asString(before.accentColor()),
                before.logoVersion(),
                before.createdAt(),
                before.version());
        if (after.equals(before)) return before;
        tx.sql()
                .execute(
                        "UPDATE organization SET name = ?, description = ?, accent_color = ?, version = version + 1"
                                + " WHERE id = ?",
                        after.name(),
                        after.description(),
                        after.accentColor(),
                        after.id());
        return changed(tx, "edit", before);
    }

    public Organization setLogo(Tx tx, UUID orgId, byte[] png) {
        Organization before = get(tx.sql(), orgId);
        tx.sql()
                .execute(
                        "UPDATE organization SET logo = ?, logo_count = logo_count + 1, logo_version = logo_count + 1,"
                                + " version = version + 1 WHERE id = ?",
                        Base64.getEncoder().encodeToString(png),
                        orgId);
        return changed(tx, "logo.set", before);
    }

    public Organization removeLogo(Tx tx, UUID orgId) {
        Organization before = get(tx.sql(), orgId);
        if (before.logoVersion() == null) return before;
        tx.sql()
                .execute(
                        "UPDATE organization SET logo = NULL, logo_version = NULL, version = version + 1 WHERE id = ?",
                        orgId);
        return changed(tx, "logo.remove", before);
    }

    public Optional<byte[]> logo(Handle sql, UUID orgId) {
        return sql.select("SELECT logo FROM organization WHERE id = ? AND logo IS NOT NULL", orgId)
                .mapTo(String.class)
                .findFirst()
                .map(Base64.getDecoder()::decode);
    }

    private Organization changed(Tx tx, String action, Organization before) {
        Organization after = get(tx.sql(), before.id());
        platform.changes().record(tx, after.id(), CollectionName.ORGANIZATION, after.id(), false);
        platform.audit().changed(tx, after.id(), fact(action, after), before, after);
        return after;
    }

    private static Optional<Organization> find(Handle sql, UUID orgId) {
        return sql.select("SELECT " + COLUMNS + " FROM organization WHERE id = ?", orgId)
                .map(ROW)
                .findFirst();
    }

    private static Map<UUID, Organization> load(Handle sql, UUID orgId, Collection<UUID> ids) {
        return find(sql, orgId).stream().collect(Collectors.toMap(Organization::id, Function.identity()));
    }

    private static void insert(Tx tx, Organization made) {
        tx.sql()
                .execute(
                        "INSERT INTO organization (id, slug, name, description, accent_color, logo_count, created_at,"
                                + " version, seq, pruned_seq) VALUES (?, ?, ?, ?, ?, 0, ?, ?, 0, 0)",
                        made.id(),
                        made.slug(),
                        made.name(),
                        made.description(),
                        made.accentColor(),
                        made.createdAt(),
                        made.version());
    }

    private static Fact fact(String action, Organization of) {
        return new Fact("organization." + action, "organization", of.id(), of.name());
    }
}
