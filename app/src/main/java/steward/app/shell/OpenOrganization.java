package steward.app.shell;

import java.util.UUID;
import steward.api.Action;

/**
 * The organization the window shows. A new generation means: everything of the one before is closed, whatever of it
 * still arrives is dropped.
 */
public record OpenOrganization(OrganizationRow row, long generation) {

    UUID id() {
        return row.id();
    }

    /** Whether its panel may be seen at all. */
    boolean panelOpen() {
        return Action.OPEN_PANEL.allowedTo(row.role()) && row.entry().pending() == null;
    }
}
