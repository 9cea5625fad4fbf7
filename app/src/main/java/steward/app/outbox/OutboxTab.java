package steward.app.outbox;

import javafx.scene.Node;
import javafx.util.Subscription;
import steward.app.shell.OrganizationContext;
import steward.app.shell.Tab;

/** The Outbox. */
public final class OutboxTab implements Tab {

    private final OrganizationContext context;
    private final OutboxViewModel model;
    private final OutboxView view;
    private Subscription ticking = Subscription.EMPTY;

    public OutboxTab(OrganizationContext context) {
        this.context = context;
        model = new OutboxViewModel(context);
        view = new OutboxView(model, context);
    }

    @Override
    public Node node() {
        return view;
    }

    @Override
    public void shown() {
        ticking = context.ticker().open();
    }

    @Override
    public void hidden() {
        ticking.unsubscribe();
        ticking = Subscription.EMPTY;
    }

    @Override
    public void close() {
        hidden();
        model.close();
    }
}
