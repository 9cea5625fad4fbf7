package steward.app.control;

import javafx.animation.PauseTransition;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** Holds a page's content and shows its state in its place. Node ids: {@code <id>-message}, {@code <id>-action-0} ... */
public final class StateView extends StackPane {
    private final Node content;
    private final ObjectProperty<State> state = new SimpleObjectProperty<>(this, "state", State.ready());
    private final PauseTransition patience = new PauseTransition(Duration.millis(150));
    private Node extra;

    public StateView(String id, Node content) {
        this.content = content;
        setId(id);
        setAlignment(Pos.TOP_LEFT);
        patience.setOnFinished(event -> showSkeleton());
        state.subscribe(this::apply);
    }

    public ObjectProperty<State> stateProperty() {
        return state;
    }

    /** More under a message's words, as the people who can give access; null takes it away. */
    public void setExtra(Node node) {
        extra = node;
        apply(state.get());
    }

    private void apply(State shown) {
        patience.stop();
        usePlaceholder(false);
        switch (shown) {
            case State.Ready ignored -> {
                getChildren().setAll(content);
                content.setVisible(true);
                takeFocus();
                return;
            }
            case State.Loading ignored -> {
                getChildren().setAll(content);
                content.setVisible(content instanceof TableView);
                patience.playFromStart();
                return;
            }
            case State.Message message -> getChildren().setAll(build(message));
        }
        content.setVisible(true);
    }

    /** The keys were meant for what was still loading: the page around it has them until now. */
    private void takeFocus() {
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        for (Node each = this; each != null && content instanceof Control; each = each.getParent()) {
            if (each == owner) {
                content.requestFocus();
            }
        }
    }

    private void showSkeleton() {
        if (!usePlaceholder(true)) {
            getChildren().setAll(new Skeleton(null));
        }
    }

    /** A table keeps its header and shows the bars where its rows will be. */
    private boolean usePlaceholder(boolean skeleton) {
        if (content instanceof TableView<?> table) {
            table.setPlaceholder(skeleton ? new Skeleton(table) : new StackPane());
            return true;
        }
        return false;
    }

    private Node build(State.Message message) {
        var title = Labels.panelTitle(message.title());
        title.setWrapText(true);
        var text = Labels.paragraph(message.text());
        text.setMaxWidth(480);
        var words = new VBox(8, title, text);
        if (!message.actions().isEmpty()) {
            words.getChildren().add(buttons(message));
        }
        if (extra != null) {
            words.getChildren().add(extra);
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        var box = new HBox(16, Icons.toned(message.icon(), 32, Tone.MUTED), words);
        box.setId(getId() + "-message");
        box.getStyleClass().add("state-message");
        return box;
    }

    private HBox buttons(State.Message message) {
        var row = new HBox(12);
        row.getStyleClass().add("state-actions");
        row.setAlignment(Pos.CENTER_LEFT);
        for (int i = 0; i < message.actions().size(); i++) {
            Action action = message.actions().get(i);
            Node button = i > 0
                    ? Buttons.link(action.text(), action.run())
                    : message.inviting()
                            ? Buttons.primary(action.text(), action.icon(), action.run())
                            : Buttons.of(action);
            button.setId(getId() + "-action-" + i);
            row.getChildren().add(button);
        }
        return row;
    }
}
