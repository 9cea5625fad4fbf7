package steward.people;

/**
 * One data record.
 *
 * @param skip why the row is passed over, or null
 * @param extraCells filled cells beyond the header's last
 * @param accepted a person has looked at a doubtful domain and keeps it
 */
public record Row(Place place, Person person, Skip skip, int extraCells, boolean accepted) {

    public long index() {
        return place.index();
    }

    public long number() {
        return place.number();
    }

    public String email() {
        return person.email();
    }

    public String name() {
        return person.name();
    }

    public String roleWord() {
        return person.role();
    }

    public String note() {
        return person.note();
    }

    /** The same row after somebody retyped the address; a long row is taken as looked at. */
    public Row withEmail(String email) {
        return edited(Person.of(email, name(), roleWord(), note()), false);
    }

    public Row withName(String name) {
        return edited(Person.of(email(), name, roleWord(), note()), accepted);
    }

    public Row withRoleWord(String role) {
        return edited(Person.of(email(), name(), role, note()), accepted);
    }

    public Row withNote(String note) {
        return edited(Person.of(email(), name(), roleWord(), note), accepted);
    }

    /** The same row, kept as it stands: its doubtful domain and its extra cells no longer count. */
    public Row asIs() {
        return new Row(place, person, skip, 0, true);
    }

    /** The same row, no longer passed over. */
    public Row included() {
        return new Row(place, person, null, extraCells, accepted);
    }

    private Row edited(Person changed, boolean stillAccepted) {
        return new Row(place, changed, skip, 0, stillAccepted);
    }
}
