package steward.app.shell;

import java.util.List;
import org.kordamp.ikonli.Ikon;
import steward.app.control.IconWord;
import steward.app.i18n.Folded;

/** A line of the command palette. */
public sealed interface PaletteLine {

    record Heading(String text, String count) implements PaletteLine {}

    /** Something to run, with what was typed marked in its title. */
    record Item(Entry entry, List<Folded.Span> inTitle) implements PaletteLine {}

    /** What stands before the title. */
    sealed interface Mark {
        record Icon(Ikon icon) implements Mark {}

        record Person(String name) implements Mark {}

        record Logo(OrganizationRow organization) implements Mark {}
    }

    /**
     * @param hint beside the title, searched too; may be empty
     * @param right at the right edge: a role, a state; or null
     * @param shortcut as written on a key cap; may be empty
     */
    record Entry(String id, Mark mark, Folded title, Folded hint, IconWord right, String shortcut, Runnable run) {

        boolean matches(List<String> words) {
            return words.stream().allMatch(word -> title.contains(word) || hint.contains(word));
        }

        /** Hits at the start of a word of the title stand first. */
        int rank(List<String> words) {
            if (words.stream().allMatch(title::hasWordStarting)) {
                return 0;
            }
            return words.stream().allMatch(title::contains) ? 1 : 2;
        }
    }
}
