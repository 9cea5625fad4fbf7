package steward.api;

import java.util.UUID;

/**
 * Request for an organization; the id is the client's.
 */
public record NewOrganization(UUID id, String name) {
    public NewOrganization {
        Check.present("id", id);
        Check.text("name", name, 1, 100);
    }
}
