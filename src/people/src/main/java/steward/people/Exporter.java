package steward.people;

/** The system a table was exported from or is a template of; the role words of such a system are not trusted. */
public enum Exporter {
    GOOGLE,
    ENTRA_INVITE,
    ENTRA_CREATE,
    ENTRA_USERS,
    MICROSOFT_365,
    OKTA,
    ZOOM,
    WEBEX,
    SLACK,
    ATLASSIAN,
    /** A system not known by name, told by what only systems write down. */
    OTHER,
    /** Our own report, to be taken up where it ended. */
    REPORT,
    NONE;

    /** Whether a column headed role means roles of ours. */
    public boolean rolesTrusted() {
        return this == NONE || this == REPORT;
    }

    boolean microsoft() {
        return this == ENTRA_INVITE || this == ENTRA_CREATE || this == ENTRA_USERS || this == MICROSOFT_365;
    }
}
