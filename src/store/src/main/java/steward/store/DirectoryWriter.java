package steward.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import steward.api.Json;
import steward.api.OrganizationSummary;

/** Writes the directory of organizations. Blocking; thread-safe. */
public final class DirectoryWriter {

    private final DisposableFile file;
    private final WorkStore work;

    DirectoryWriter(DisposableFile file, WorkStore work) {
        this.file = file;
        this.work = work;
    }

    /** @param askedAt when the list was asked for: what was answered later is still overlaid */
    public void replace(List<OrganizationSummary> organizations, Instant askedAt) {
        file.write(handle -> {
            handle.execute("DELETE FROM organization");
            for (int place = 0; place < organizations.size(); place++) {
                OrganizationSummary organization = organizations.get(place);
                handle.execute(
                        "INSERT INTO organization (id, place, body) VALUES (?, ?, ?)",
                        organization.id().toString(),
                        place,
                        Json.mapper().writeValueAsString(organization));
            }
            handle.execute("DELETE FROM logo WHERE org_id NOT IN (SELECT id FROM organization)");
            CacheFile.meta(handle, "asked_at", askedAt.toEpochMilli());
            return null;
        });
        work.changed(StoreListener.Part.DIRECTORY, null);
    }

    /** @param png or null when there is none */
    public void saveLogo(UUID orgId, byte[] png, Integer version) {
        file.write(handle -> handle.execute(
                "INSERT OR REPLACE INTO logo (org_id, version, png) VALUES (?, ?, ?)", orgId.toString(), version, png));
        work.changed(StoreListener.Part.DIRECTORY, orgId);
    }

    /** Version of the logo that is held. */
    public Optional<Integer> logoVersion(UUID orgId) {
        return file.read(handle -> handle.createQuery("SELECT version FROM logo WHERE org_id = :org")
                .bind("org", orgId.toString())
                .mapTo(Integer.class)
                .findFirst());
    }
}
