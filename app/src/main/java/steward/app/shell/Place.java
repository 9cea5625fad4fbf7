package steward.app.shell;

/** Where a person can be; one tab each, in the order of the navigation. */
public enum Place {
    OVERVIEW,
    MEMBERS,
    /** Invitations from a file; reached from the members. */
    IMPORT,
    ROOMS,
    LICENSES,
    MEETINGS,
    RECORDINGS,
    BILLING,
    ORGANIZATION,
    AUDIT,
    OUTBOX,
    SETTINGS;

    /** As ids and message keys write it. */
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
