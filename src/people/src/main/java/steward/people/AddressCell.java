package steward.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    /** Before the items of a list. */
    private static final Pattern BULLET = Pattern.compile("^([-–—•·*▪◦‣]|\\d{1,4}[.)])\\s+");

    private static final Pattern WORD = Pattern.compile("[^\\s<>()\\[\\],;|\"]*@[^\\s<>()\\[\\],;|\"]*");
    private static final Pattern INTRODUCES = Pattern.compile("(\\s[-–—|]\\s+|:\\s+|\\]\\()$");
    private static final Pattern BEFORE = Pattern.compile("[\\s<(\\[|:–—-]+$");

    private static final int LONGEST = 2_000;

    static AddressCell of(String cell) {
        String text = at(Texts.clean(cell));
        if (text.length() > LONGEST || text.indexOf('@') < 0 || plain(text)) return new AddressCell(text, "");
        return dressed(BULLET.matcher(text).replaceFirst(""));
    }

    private static AddressCell dressed(String text) {
        Matcher guest = GUEST.matcher(text);
        if (guest.matches()) return new AddressCell(guest.group(1) + "@" + guest.group(2), "");
        Matcher named = NAMED.matcher(text);
        if (named.matches()) return new AddressCell(bare(named.group(2)), unquoted(named.group(1)));
        Matcher commented = COMMENTED.matcher(text);
        if (commented.matches()) return new AddressCell(bare(commented.group(1)), Texts.clean(commented.group(2)));
        String bare = bare(text);
        return isAddress(bare) ? new AddressCell(bare, "") : among(text).orElse(new AddressCell(bare, ""));
    }

    /**
     * The one address within a text: written twice, as mail programs do with links ({@code a@b<mailto:a@b>}), or behind
     * a name and a sign ({@code Ann Lee - a@b}, {@code [Ann](mailto:a@b)}).
     */
    private static Optional<AddressCell> among(String text) {
        if (Words.example(text)) return Optional.empty();
        Matcher word = WORD.matcher(text);
        String address = "";
        int found = 0;
        int begin = 0;
        int end = 0;
        while (word.find()) {
            String each = bare(word.group());
            if (!isAddress(each) || (found > 0 && !same(address, each))) return Optional.empty();
            if (found++ == 0) {
                address = each;
                begin = word.start();
            }
            end = word.end();
        }
        String before = text.substring(0, begin);
        boolean last =
                Texts.clean(AROUND.matcher(text.substring(end)).replaceAll("")).isEmpty();
        boolean introduced = last && INTRODUCES.matcher(before).find();
        if (found == 0 || (found == 1 && !introduced)) return Optional.empty();
        String name = unquoted(BEFORE.matcher(before).replaceAll(""));
        boolean label = name.startsWith("=") || Headings.meaning(name) == Headings.Meaning.EMAIL;
        return Optional.of(new AddressCell(address, label ? "" : name));
    }

    private static boolean same(String one, String other) {
        return EmailAddress.parse(one).normal().equals(EmailAddress.parse(other).normal());
    }

    /** The filled cells of a list, with those names put together again that hold its delimiter: {@code Lee, Ann <a@b>}. */
    static List<String> apart(List<String> cells) {
        List<String> apart = new ArrayList<>();
        for (String cell : cells) {
            if (Texts.blank(cell)) continue;
            boolean rest = !apart.isEmpty()
                    && apart.getLast().indexOf('@') < 0
                    && NAMED.matcher(Texts.clean(at(cell))).matches();
            apart.add(rest ? Texts.clean(apart.removeLast()) + ", " + Texts.clean(cell) : cell);
        }
        return apart;
    }

    private static String at(String text) {
        return text.replace('\uFF20', '@').replace('\uFE6B', '@');
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
        return at(cell).indexOf('@') >= 0 && cell.length() <= LONGEST && isAddress(of(cell).address());
    }

    private static String bare(String text) {
        String seen = Texts.clean(Texts.narrow(text));
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
