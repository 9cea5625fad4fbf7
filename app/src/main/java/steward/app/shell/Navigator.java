package steward.app.shell;

import java.util.UUID;

/** Leads to another tab: features ask it instead of knowing each other. On the FX thread. */
public interface Navigator {
    void show(Place place);

    /** Shows a tab with one of its objects selected. */
    void show(Place place, UUID object);

    void openOrganization(UUID orgId);

    /** Leads to where a token is asked for; what is open stays on this computer. */
    void signInAgain();
}
