package steward.app.invitations;

import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import steward.people.CheckedRow;

/**
 * A cell that can be typed anew where it stands: Enter keeps, Esc does not, Tab keeps and goes on to the row's other
 * cell. What is typed lives in the {@link Typing}, so that neither scrolling nor a fresh row loses it.
 */
abstract class TypedCell extends TableCell<CheckLine, CheckLine> {
    private final Typing typing;
    private final Typing.Part part;
    private final ChangeListener<Typing.Place> moved = (source, before, after) -> moved(before, after);

    TypedCell(Typing typing, Typing.Part part) {
        this.typing = typing;
        this.part = part;
        typing.placeProperty().addListener(new WeakChangeListener<>(moved));
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
    }

    /** What stands here while nothing is typed. */
    abstract Node shown(CheckedRow row);

    /** What is said on hover. */
    abstract String explained(CheckedRow row);

    /** What a screen reader calls the field. */
    abstract String called();

    @Override
    protected void updateItem(CheckLine line, boolean empty) {
        super.updateItem(line, empty);
        show();
    }

    private void moved(Typing.Place before, Typing.Place after) {
        if (isMine(before) || isMine(after)) {
            show();
        }
    }

    private boolean isMine(Typing.Place place) {
        return !isEmpty() && getItem() != null && place != null && place.equals(mine());
    }

    private Typing.Place mine() {
        return new Typing.Place(getItem().index(), part);
    }

    private void clicked(MouseEvent event) {
        boolean twice = event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2;
        if (twice && !isEmpty() && getItem() != null) {
            typing.begin(getItem().row(), part);
            event.consume();
        }
    }

    private void show() {
        setTooltip(null);
        if (isEmpty() || getItem() == null) {
            setGraphic(null);
        } else if (isMine(typing.placeProperty().get())) {
            TextField field = field();
            setGraphic(field);
            field.requestFocus();
            field.end();
        } else {
            CheckedRow row = getItem().row();
            setGraphic(shown(row));
            setTooltip(new Tooltip(explained(row)));
        }
    }

    private TextField field() {
        var field = new TextField(typing.text());
        field.setId("import-edit-" + part.name().toLowerCase(java.util.Locale.ROOT));
        field.getStyleClass().add("in-row");
        field.setAccessibleText(called());
        field.textProperty().subscribe(typing::type);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        field.focusedProperty().addListener((source, before, focused) -> left(field));
        return field;
    }

    /** The focus went elsewhere in this window: neither was the cell drawn anew nor the window left for another. */
    private void left(TextField field) {
        if (field == getGraphic()
                && field.getScene() != null
                && field.getScene().getFocusOwner() != field) {
            typing.keep();
        }
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            typing.keep();
            typing.leave();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            typing.drop();
            typing.leave();
        } else if (event.getCode() == KeyCode.TAB) {
            typing.other();
        } else {
            return;
        }
        event.consume();
    }
}
