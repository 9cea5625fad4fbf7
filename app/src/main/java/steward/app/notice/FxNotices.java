package steward.app.notice;

import java.time.Instant;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import steward.app.control.Banner;
import steward.app.control.Buttons;
import steward.app.control.IconButton;
import steward.app.control.Tone;
import steward.app.control.UndoBar;
import steward.app.i18n.Messages;

/** Notices as bars of their own under the content: the shell places {@link #node()} there. */
public final class FxNotices implements Notices {
    private final StackPane place = new StackPane();
    private final UndoBar undo;
    private final VBox node;
    private final PauseTransition leave = new PauseTransition(Duration.seconds(8));

    /** {@code clock} is {@code ticker.quarter()}. */
    public FxNotices(ObservableValue<Instant> clock) {
        undo = new UndoBar(clock);
        node = new VBox(place, undo);
        node.setId("notices");
        place.setManaged(false);
        leave.setOnFinished(event -> clear());
    }

    public Node node() {
        return node;
    }

    @Override
    public void tell(Notice notice) {
        var banner = new Banner(notice.tone(), icon(notice.tone())).show(notice.title(), notice.text());
        banner.setId("notice");
        banner.getStyleClass().add("notice");
        var actions = new HBox(8);
        actions.setAlignment(javafx.geometry.Pos.CENTER);
        if (notice.action() != null) {
            var button = Buttons.inBar(Buttons.of(notice.action()));
            button.setId("notice-action");
            actions.getChildren().add(button);
        }
        var close = new IconButton(Feather.X, Messages.text("notice.close.name"), this::clear)
                .flat()
                .inBar();
        close.setId("notice-close");
        actions.getChildren().add(close);
        place.getChildren().setAll(banner.action(actions));
        place.setManaged(true);
        leave.stop();
        if (notice.tone() != Tone.DANGER && notice.tone() != Tone.WARNING) {
            leave.playFromStart();
        }
    }

    @Override
    public void offerUndo(UndoBar.Offer offer) {
        undo.show(offer);
    }

    /** By the keys: takes back what is offered; false when nothing is. */
    public boolean takeBack() {
        return undo.takeBack();
    }

    @Override
    public void clear() {
        leave.stop();
        place.getChildren().clear();
        place.setManaged(false);
    }

    /** Takes away notice and undo alike: what they spoke of is not shown any more. */
    public void reset() {
        clear();
        undo.hide();
    }

    private static Ikon icon(Tone tone) {
        return switch (tone) {
            case SUCCESS -> Feather.CHECK;
            case WARNING -> Feather.ALERT_TRIANGLE;
            case DANGER -> Feather.ALERT_OCTAGON;
            default -> Feather.INFO;
        };
    }
}
