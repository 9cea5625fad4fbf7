package steward.people;

import java.util.regex.Pattern;

/**
 * What a row says of one person, as text; never null, empty where the row says nothing.
 *
 * @param email the address as the cell holds it, freed of what programs put around addresses
 * @param role the word the file uses for the role; empty when its roles are not trusted
 */
public record Person(String email, String name, String role, String note) {

    private static final Pattern BREAKS = Pattern.compile("[ \\t]*[\\r\\n\\t]+[ \\t]*");

    /** Cleans the cells: invisible characters, {@code mailto:}, {@code Name <address>}, the colon of a list. */
    static Person of(String email, String name, String role, String note) {
        AddressCell cell = AddressCell.of(email);
        String called = BREAKS.matcher(Texts.clean(name)).replaceAll(" ");
        return new Person(cell.address(), called.isEmpty() ? cell.name() : called, Texts.clean(role), note.strip());
    }
}
