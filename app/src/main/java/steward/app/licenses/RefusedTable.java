package steward.app.licenses;

import java.time.Instant;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import steward.api.RefusedStart;
import steward.app.control.DataTable;
import steward.app.control.Labels;
import steward.app.control.TableColumns;
import steward.app.i18n.Formats;
import steward.app.i18n.Messages;
import steward.app.shell.OrganizationContext;

/** The starts that were refused because all licenses were in use, newest first. */
final class RefusedTable extends StackPane {

    /** A header and six rows in their box. */
    private static final double HEIGHT = 7 * 32 + 2;

    RefusedTable(LicensesViewModel model, OrganizationContext context) {
        var table = new DataTable<RefusedStart>(
                "licenses-refused", RefusedStart::id, context.window().memory());
        table.columns(
                false,
                TableColumns.<RefusedStart>muted(
                                "licenses-refused-at",
                                text("licenses.refused.at"),
                                start -> when(
                                        start.at(), context.ticker().second().get()))
                        .<Instant>sortBy(RefusedStart::at)
                        .width(120),
                TableColumns.<RefusedStart>text("licenses-refused-who", text("licenses.refused.who"), RefusedStart::who)
                        .width(160)
                        .grow(),
                TableColumns.<RefusedStart>text(
                                "licenses-refused-room",
                                text("licenses.refused.room"),
                                start -> start.roomName() == null ? text("licenses.refused.noRoom") : start.roomName())
                        .width(140),
                TableColumns.<RefusedStart>text(
                                "licenses-refused-use",
                                text("licenses.refused.use"),
                                start -> Messages.text("licenses.figure.of", start.inUse(), start.owned()))
                        .right()
                        .width(96));
        table.rows(model.refused());
        var none = Labels.muted(text("licenses.refused.none"));
        none.visibleProperty().bind(Bindings.isEmpty(model.refused()));
        StackPane.setAlignment(none, Pos.TOP_LEFT);
        StackPane.setMargin(none, new Insets(16));
        table.visibleProperty().bind(none.visibleProperty().not());
        getStyleClass().add("boxed");
        setPrefHeight(HEIGHT);
        setMinHeight(HEIGHT);
        HBox.setHgrow(this, Priority.ALWAYS);
        getChildren().setAll(table, none);
    }

    /** "Today 11:04", "Thu 10:51", "3 Nov 10:51". */
    static String when(Instant at, Instant now) {
        Formats formats = Formats.current();
        String clock = formats.clock(at);
        String day = formats.brief(at, now);
        return day.equals(clock)
                ? Messages.text("licenses.refused.today", clock)
                : Messages.text("licenses.refused.day", day, clock);
    }

    private static String text(String key) {
        return Messages.text(key);
    }
}
