package steward.app.control;

import java.util.List;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import steward.app.i18n.Messages;

/** What a page shows instead of, or as, its content (picture 14). A view model holds one; {@link StateView} draws it. */
public sealed interface State {
    /** The content itself. */
    record Ready() implements State {}

    /** Grey bars where text will be, after 150 ms; {@code awaited} from a server, not only read from this computer. */
    record Loading(boolean awaited) implements State {}

    /** Words in the place of the content, left-aligned; the first action is the screen's primary when {@code inviting}. */
    record Message(Ikon icon, String title, String text, List<Action> actions, boolean inviting) implements State {}

    static State ready() {
        return new Ready();
    }

    static State loading() {
        return new Loading(false);
    }

    static State awaited() {
        return new Loading(true);
    }

    /** Nothing here yet: what this is, and the first action. */
    static State empty(Ikon icon, String title, String text, Action... actions) {
        return new Message(icon, title, text, List.of(actions), true);
    }

    /** A filter hides everything. */
    static State noResults(Runnable clearFilter) {
        return new Message(
                Feather.FILTER,
                Messages.text("control.noResults.title"),
                Messages.text("control.noResults.text"),
                List.of(Action.of(Messages.text("control.noResults.clear"), clearFilter)),
                false);
    }

    /** What happened and what can be done. */
    static State failed(String title, String text, Runnable retry) {
        return new Message(Feather.ALERT_OCTAGON, title, text, List.of(retryAction(retry)), false);
    }

    /** Online-only content without a server. */
    static State offline(String title, String text, Runnable retry) {
        return new Message(Feather.WIFI_OFF, title, text, List.of(retryAction(retry)), false);
    }

    /** Why not, and who can. */
    static State forbidden(String title, String text, Action... actions) {
        return new Message(Feather.LOCK, title, text, List.of(actions), false);
    }

    private static Action retryAction(Runnable retry) {
        return new Action(Messages.text("control.retry.action"), Feather.REFRESH_CW, retry);
    }
}
