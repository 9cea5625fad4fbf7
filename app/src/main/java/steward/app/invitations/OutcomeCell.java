package steward.app.invitations;

import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import steward.app.control.Buttons;
import steward.app.control.IconButton;
import steward.app.control.IconWord;
import steward.app.control.Icons;
import steward.app.control.Labels;
import steward.app.i18n.Messages;
import steward.people.CheckedRow;
import steward.people.Outcome;

/** What becomes of a row, why, and what mends it, at the row's end. */
final class OutcomeCell extends TableCell<CheckLine, CheckLine> {
    /** A correction of so many letters is always shown whole. */
    private static final int SHORT = 20;

    private final CheckTable table;
    private final ChangeListener<Typing.Place> typing = (source, before, after) -> typingMoved(before, after);

    OutcomeCell(CheckTable table) {
        this.table = table;
        table.typingProperty().addListener(new WeakChangeListener<>(typing));
    }

    private void typingMoved(Typing.Place before, Typing.Place after) {
        if (isMine(before) || isMine(after)) {
            show();
        }
    }

    private boolean isMine(Typing.Place place) {
        return place != null
                && !isEmpty()
                && getItem() != null
                && place.index() == getItem().index();
    }

    @Override
    protected void updateItem(CheckLine line, boolean empty) {
        super.updateItem(line, empty);
        show();
    }

    private void show() {
        if (isEmpty() || getItem() == null) {
            setGraphic(null);
            return;
        }
        CheckedRow row = getItem().row();
        IconWord shown = OutcomeLook.of(row);
        boolean needsPerson = row.outcome() == Outcome.ATTENTION || row.outcome() == Outcome.NOT_ALLOWED;
        Label words = needsPerson ? Labels.body(shown.word()) : Labels.muted(shown.word());
        words.setGraphic(Icons.toned(shown.icon(), 14, shown.tone()));
        words.setGraphicTextGap(8);
        words.setMinWidth(0);
        words.setMaxWidth(Double.MAX_VALUE);
        words.setTooltip(new Tooltip(shown.word()));
        HBox.setHgrow(words, Priority.ALWAYS);
        var line = new HBox(6, words);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getChildren().addAll(mending(row));
        setGraphic(line);
    }

    private List<Node> mending(CheckedRow row) {
        if (isMine(table.typingProperty().get())) {
            return List.of(Labels.keyCap("Enter"), Labels.secondary(Messages.text("invitations.edit.hint")));
        }
        List<Mend> mends = Mend.of(row, table);
        if (!mends.isEmpty() && mends.getFirst().kind() == Mend.Kind.ROLE) {
            return List.of(roles(row, mends));
        }
        boolean crowded = mends.size() > 1;
        return mends.stream()
                .map(mend ->
                        mend.kind() == Mend.Kind.USE ? use(row, mend) : crowded ? icon(row, mend) : button(row, mend))
                .toList();
    }

    private Node use(CheckedRow row, Mend mend) {
        Button use = button(row, mend);
        use.setMaxWidth(170);
        boolean isShort = row.fix().map(fix -> fix.shown().length() <= SHORT).orElse(true);
        use.setMinWidth(isShort ? USE_PREF_SIZE : 90);
        return use;
    }

    /** Beside a correction there is room for an icon only. */
    private Node icon(CheckedRow row, Mend mend) {
        Feather icon = mend.kind() == Mend.Kind.ASIS ? Feather.CHECK : Feather.EDIT_2;
        var button = new IconButton(icon, mend.words(), run(mend));
        button.getStyleClass().add("in-row");
        button.setId(id(row, mend));
        return button;
    }

    private Node roles(CheckedRow row, List<Mend> roles) {
        var menu = new MenuButton(Messages.text("invitations.fix.role"));
        for (Mend role : roles) {
            var item = new MenuItem(role.words());
            item.setOnAction(event -> run(role).run());
            menu.getItems().add(item);
        }
        menu.setId(id(row, roles.getFirst()));
        menu.getStyleClass().add("in-row");
        menu.setMinWidth(USE_PREF_SIZE);
        return menu;
    }

    private Button button(CheckedRow row, Mend mend) {
        Button button = Buttons.inRow(Buttons.normal(mend.words(), null, run(mend)));
        button.setId(id(row, mend));
        return button;
    }

    /** The button goes with what it mended: the keys go on from the row. */
    private Runnable run(Mend mend) {
        return () -> {
            getTableView().getSelectionModel().select(getIndex());
            table.focus();
            mend.run().run();
        };
    }

    private static String id(CheckedRow row, Mend mend) {
        return "import-fix-" + mend.kind().id() + "-" + row.row().number();
    }
}
