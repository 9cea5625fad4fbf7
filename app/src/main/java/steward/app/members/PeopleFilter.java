package steward.app.members;

/** The tabs over the table. */
enum PeopleFilter {
    ALL,
    PENDING,
    ACCEPTED,
    CANCELED,
    EXPIRED;

    boolean takes(PersonRow row) {
        return this == ALL || row.state().name().equals(name());
    }
}
