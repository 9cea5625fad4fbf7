package steward.app.overview;

import java.util.Objects;
import org.kordamp.ikonli.Ikon;
import steward.app.control.Tone;

/**
 * Something that needs a person, with its one action.
 *
 * @param id stable, for the node: {@code overview-need-<id>}
 */
record Need(String id, Ikon icon, Tone tone, String title, String text, String action, Runnable run) {

    /** By what is read, so that a list that says the same is not drawn again. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Need need
                && id.equals(need.id)
                && title.equals(need.title)
                && text.equals(need.text)
                && action.equals(need.action);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, title, text, action);
    }
}
