package steward.app.audit;

/** The filter tabs over the log, by what was acted on. */
enum AuditFilter {
    ALL,
    PEOPLE,
    ROOMS,
    MEETINGS,
    BILLING,
    ORGANIZATION;

    static AuditFilter of(String objectType) {
        return switch (objectType) {
            case "member", "invitation" -> PEOPLE;
            case "room" -> ROOMS;
            case "meeting", "recording" -> MEETINGS;
            case "subscription", "scheduled_change", "invoice", "payment_method" -> BILLING;
            default -> ORGANIZATION;
        };
    }

    boolean holds(AuditRow row) {
        return this == ALL || this == row.group();
    }
}
