package steward.people;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import steward.api.EmailAddress;

/**
 * What stands in an address cell: the address freed of what programs put around it, and the name beside it.
 *
 * @param name the name in {@code Name <address>}, or empty
 */
record AddressCell(String address, String name) {

    private static final Pattern NAMED = Pattern.compile("^([^<>@]*)<\\s*([^<>]+?)\\s*>[;,.]*$", Pattern.DOTALL);
    private static final Pattern COMMENTED = Pattern.compile("^(\\S+@\\S+)\\s+\\(([^()@]*)\\)$");
    private static final Pattern AROUND = Pattern.compile("^[<\"'“”„‘’«»(\\[]+|[>\"'“”‘’«»)\\];,.:]+$");
    private static final Pattern BETWEEN = Pattern.compile("[;,/|\\s]+");
    /** The sign-in name a directory gives a guest; the last underscore was the sign, for no domain holds one. */
    private static final Pattern GUEST = Pattern.compile("(.+)_([^_@]+)#ext#@.+", Pattern.CASE_INSENSITIVE);

    private static final int LONGEST = 2_000;

    static AddressCell of(String cell) {
        String text = Texts.clean(cell).replace('\uFF20', '@');
        if (text.length() > LONGEST || text.indexOf('@') < 0 || plain(text)) return new AddressCell(text, "");
        Matcher guest = GUEST.matcher(text);
        if (guest.matches()) return new AddressCell(guest.group(1) + "@" + guest.group(2), "");
        Matcher named = NAMED.matcher(text);
        if (named.matches()) return new AddressCell(bare(named.group(2)), unquoted(named.group(1)));
        Matcher commented = COMMENTED.matcher(text);
        if (commented.matches()) return new AddressCell(bare(commented.group(1)), Texts.clean(commented.group(2)));
        return new AddressCell(bare(text), "");
    }

    /** How many addresses stand in a cell, told apart by signs that no address holds. */
    static int count(String cell) {
        int found = 0;
        if (cell.length() > LONGEST || cell.indexOf('@') == cell.lastIndexOf('@')) return isAddress(cell) ? 1 : 0;
        for (String part : BETWEEN.split(cell)) {
            if (isAddress(bare(part))) found++;
        }
        return found;
    }

    static boolean isAddress(String text) {
        if (text.indexOf('@') < 0) return false;
        try {
            EmailAddress.parse(text);
            return true;
        } catch (EmailAddress.MalformedException e) {
            return false;
        }
    }

    /** Whether a cell is one address, however dressed. */
    static boolean holdsAddress(String cell) {
        return (cell.indexOf('@') >= 0 || cell.indexOf('\uFF20') >= 0)
                && cell.length() <= LONGEST
                && isAddress(of(cell).address());
    }

    private static String bare(String text) {
        String seen = Texts.clean(text);
        if (seen.regionMatches(true, 0, "mailto:", 0, 7)) {
            int query = seen.indexOf('?');
            seen = Texts.clean(seen.substring(7, query < 0 ? seen.length() : query));
        }
        if (isAddress(seen)) return seen;
        String undressed = Texts.clean(AROUND.matcher(seen).replaceAll(""));
        return isAddress(undressed) ? undressed : seen;
    }

    /** What nearly every cell is: nothing around the address that could be taken off. */
    private static boolean plain(String text) {
        int last = text.length() - 1;
        for (int i = 0; i <= last; i++) {
            char c = text.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!letter && (i == last || (c != '@' && c != '.' && c != '-' && c != '_' && c != '+'))) return false;
        }
        return true;
    }

    private static String unquoted(String name) {
        return Texts.clean(AROUND.matcher(Texts.clean(name)).replaceAll(""));
    }
}
