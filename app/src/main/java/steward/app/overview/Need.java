package steward.app.overview;

import org.kordamp.ikonli.Ikon;
import steward.app.control.Tone;

/**
 * Something that needs a person, with its one action.
 *
 * @param id stable, for the node: {@code overview-need-<id>}
 */
record Need(String id, Ikon icon, Tone tone, String title, String text, String action, Runnable run) {}
