package steward.app.outbox;

import java.util.UUID;
import javafx.beans.binding.Bindings;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import steward.app.control.Buttons;
import steward.app.control.Disabled;
import steward.app.control.FilterTabs;
import steward.app.control.Page;
import steward.app.control.SearchField;
import steward.app.control.StateView;
import steward.app.i18n.Messages;
import steward.app.shell.ConnectionBanner;
import steward.app.shell.OrganizationContext;

/** Outbox: the list by organization and state, and the panel of one operation (picture 10). */
final class OutboxView extends StackPane {

    private final OutboxViewModel model;
    private final Page page = new Page("outbox", text("outbox.page.title"));
    private final FilterTabs<OutboxFilter> tabs = new FilterTabs<>("outbox-filters");
    private final SearchField search = new SearchField(text("outbox.search.prompt"));
    private final ListView<OutboxLine> list = new ListView<>();
    private final OutboxPanel panel;
    private final StateView state;
    private final ConnectionBanner banner;

    OutboxView(OutboxViewModel model, OrganizationContext context) {
        this.model = model;
        panel = new OutboxPanel(
                model, new OutboxEdits(model, context), context.ticker().second());
        state = new StateView("outbox-state", list);
        build(context);
        bind();
        banner = new ConnectionBanner(context, page);
    }

    void focusFirst() {
        list.requestFocus();
    }

    /** Selects an operation, as asked from another tab. */
    void show(UUID operation) {
        model.show(operation);
    }

    void close() {
        banner.close();
    }

    private void build(OrganizationContext context) {
        var pause = Buttons.normal(
                "", Feather.PAUSE, () -> model.pause(!model.pausedProperty().get()));
        pause.setId("outbox-pause");
        pause.textProperty()
                .bind(Bindings.when(model.pausedProperty())
                        .then(text("outbox.resume.action"))
                        .otherwise(text("outbox.pause.action")));
        var send = Buttons.normal(text("outbox.sendNow.action"), Feather.SEND, model::sendNow);
        send.setId("outbox-send-now");
        page.setActions(
                Disabled.when(model.pauseRefusalProperty(), pause), Disabled.when(model.pauseRefusalProperty(), send));
        for (OutboxFilter each : OutboxFilter.values()) tabs.add(each, label(each));
        search.setId("outbox-search");
        page.setFilters(tabs, search.hint("/"));
        list.setId("outbox-list");
        list.getStyleClass().addAll("edge-to-edge", "outbox-list");
        list.setItems(model.lines());
        list.setCellFactory(view ->
                new OutboxCell(model, context.window().logos(), context.ticker().second()));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        page.setContent(state);
        page.setSidePanel(panel);
        getChildren().setAll(page);
    }

    private void bind() {
        page.subtitleProperty().bind(model.subtitleProperty());
        tabs.selectedProperty().bindBidirectional(model.filterProperty());
        search.textProperty().bindBidirectional(model.searchProperty());
        state.stateProperty().bind(model.stateProperty());
        model.countsProperty().subscribe(tabs::setCounts);
        list.getSelectionModel().selectedItemProperty().subscribe(line -> {
            if (line != null) model.select(line);
        });
        model.selectedProperty().subscribe(this::followSelected);
        panel.openProperty().subscribe(open -> {
            if (!open) {
                list.getSelectionModel().clearSelection();
                model.select(null);
            }
        });
    }

    /** The list forgets its selection when its lines are replaced. */
    private void followSelected() {
        OutboxLine.Item item = model.selectedProperty().get();
        if (item != null && list.getSelectionModel().getSelectedItem() != item) {
            list.getSelectionModel().select(item);
        }
    }

    /** Arrows pass over lines on which there is nothing to do. */
    private void onKey(KeyEvent event) {
        OutboxLine line = list.getSelectionModel().getSelectedItem();
        switch (event.getCode()) {
            case DOWN -> step(1);
            case UP -> step(-1);
            case ENTER -> {
                if (line instanceof OutboxLine.Heading heading) model.toggle(heading);
                else if (line instanceof OutboxLine.Item) panel.focusFirst();
            }
            case DELETE -> {
                if (line instanceof OutboxLine.Item item && model.canTakeBack(item)) model.takeBack(item);
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void step(int by) {
        int at = list.getSelectionModel().getSelectedIndex() + by;
        while (at >= 0 && at < list.getItems().size()) {
            OutboxLine line = list.getItems().get(at);
            if (line instanceof OutboxLine.Item || line instanceof OutboxLine.Heading heading && heading.foldable()) {
                list.getSelectionModel().select(at);
                list.scrollTo(Math.max(0, at - 2));
                return;
            }
            at += by;
        }
    }

    private static String label(OutboxFilter filter) {
        return switch (filter) {
            case ALL -> text("outbox.filter.all");
            case ATTENTION -> text("outbox.filter.attention");
            case WAITING -> text("outbox.filter.waiting");
            case SENT -> text("outbox.filter.sent");
        };
    }

    private static String text(String key) {
        return Messages.text(key);
    }
}
