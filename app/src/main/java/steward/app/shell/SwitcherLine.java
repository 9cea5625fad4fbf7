package steward.app.shell;

import java.util.List;
import steward.app.i18n.Folded;

/** A line of the switcher's list. */
public sealed interface SwitcherLine {

    record Heading(String text) implements SwitcherLine {}

    /** An organization, with what was typed marked in its name and short name. */
    record Choice(OrganizationRow row, List<Folded.Span> inName, List<Folded.Span> inSlug) implements SwitcherLine {}
}
