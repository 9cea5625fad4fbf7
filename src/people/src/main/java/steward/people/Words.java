package steward.people;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import steward.api.Role;

/** What words in cells mean, in the languages of {@code words.txt}. Immutable. */
enum Words {
    MEMBER,
    ADMIN,
    OWNER,
    OFF,
    BOT,
    YES,
    NO,
    /** How programs write that a cell is empty. */
    NOTHING,
    EXAMPLE;

    private static final Map<Words, Set<String>> LISTS = load();
    private static final int LONGEST = 60;

    boolean holds(String word) {
        if (word.length() > LONGEST) return false;
        if (LISTS.get(this).contains(word)) return true;
        String normal = Headings.normal(word);
        return !normal.isEmpty() && LISTS.get(this).contains(normal);
    }

    /** The role a word means; an empty cell means a member. */
    static Optional<Role> role(String word) {
        if (word.isEmpty() || MEMBER.holds(word)) return Optional.of(Role.MEMBER);
        if (ADMIN.holds(word)) return Optional.of(Role.ADMIN);
        return OWNER.holds(word) ? Optional.of(Role.OWNER) : Optional.empty();
    }

    /** Whether a cell begins like the sample of a template: {@code Example: …}. */
    static boolean example(String cell) {
        String text = Texts.clean(cell);
        int colon = Math.max(text.indexOf(':'), text.indexOf('\uFF1A'));
        return colon > 0 && colon <= LONGEST && EXAMPLE.holds(text.substring(0, colon));
    }

    private static Map<Words, Set<String>> load() {
        Map<Words, Set<String>> lists = new EnumMap<>(Words.class);
        WordList.read("words.txt").forEach((kind, words) -> lists.put(valueOf(kind), words));
        return lists;
    }
}
