package steward.app.shell;

import java.util.UUID;

/** Preferences that more than one tab reads. */
public final class PreferenceKeys {

    private PreferenceKeys() {}

    /** Present once somebody looked at the licenses of an organization on this computer. */
    public static String licensesSeen(UUID orgId) {
        return "licenses.seen." + orgId;
    }

    /** In the view memory: how many licenses somebody wants to add, until Billing has chosen them. */
    public static String licensesToAdd(UUID orgId) {
        return "licenses.add." + orgId;
    }
}
