package steward.app.outbox;

import javafx.beans.binding.Bindings;
import javafx.scene.control.ListView;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import steward.app.control.Buttons;
import steward.app.control.FilterTabs;
import steward.app.control.Page;
import steward.app.control.SearchField;
import steward.app.control.StateView;
import steward.app.i18n.Messages;
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

    OutboxView(OutboxViewModel model, OrganizationContext context) {
        this.model = model;
        panel = new OutboxPanel(model);
        state = new StateView("outbox-state", list);
        build();
        bind();
        context.ticker().second().subscribe(list::refresh);
    }

    private void build() {
        var pause = Buttons.normal(
                "", Feather.PAUSE, () -> model.pause(!model.pausedProperty().get()));
        pause.setId("outbox-pause");
        pause.textProperty()
                .bind(Bindings.when(model.pausedProperty())
                        .then(text("outbox.resume.action"))
                        .otherwise(text("outbox.pause.action")));
        var send = Buttons.normal(text("outbox.sendNow.action"), Feather.SEND, model::sendNow);
        send.setId("outbox-send-now");
        page.setActions(pause, send);
        for (OutboxFilter each : OutboxFilter.values()) tabs.add(each, label(each));
        search.setId("outbox-search");
        page.setFilters(tabs, search.hint("/"));
        list.setId("outbox-list");
        list.getStyleClass().addAll("edge-to-edge", "outbox-list");
        list.setItems(model.lines());
        list.setCellFactory(view -> new OutboxCell(model));
        page.setContent(state);
        page.setSidePanel(panel);
        getChildren().setAll(page);
    }

    private void bind() {
        page.subtitleProperty().bind(model.subtitleProperty());
        tabs.selectedProperty().bindBidirectional(model.filterProperty());
        search.textProperty().bindBidirectional(model.searchProperty());
        state.stateProperty().bind(model.stateProperty());
        model.countsProperty().subscribe(counts -> counts.forEach(tabs::setCount));
        list.getSelectionModel().selectedItemProperty().subscribe(line -> {
            if (line != null) model.select(line);
        });
        panel.openProperty().subscribe(open -> {
            if (!open) {
                list.getSelectionModel().clearSelection();
                model.select(null);
            }
        });
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
