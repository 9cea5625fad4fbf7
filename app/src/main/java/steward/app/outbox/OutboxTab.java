package steward.app.outbox;

import java.util.UUID;
import javafx.scene.Node;
import steward.app.shell.OrganizationContext;
import steward.app.shell.Tab;

/** The Outbox. */
public final class OutboxTab implements Tab {

    private final OutboxViewModel model;
    private final OutboxView view;

    public OutboxTab(OrganizationContext context) {
        model = new OutboxViewModel(context);
        view = new OutboxView(model, context);
    }

    @Override
    public Node node() {
        return view;
    }

    @Override
    public void shown() {
        view.focusFirst();
    }

    @Override
    public void select(UUID operation) {
        view.show(operation);
    }

    @Override
    public void close() {
        view.close();
        model.close();
    }
}
