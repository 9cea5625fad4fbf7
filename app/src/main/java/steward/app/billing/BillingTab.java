package steward.app.billing;

import javafx.scene.Node;
import javafx.util.Subscription;
import steward.app.shell.OrganizationContext;
import steward.app.shell.Tab;

/** The Billing tab of one organization. */
public final class BillingTab implements Tab {

    private final OrganizationContext context;
    private final BillingViewModel model;
    private final BillingView view;
    private Subscription ticking = Subscription.EMPTY;

    public BillingTab(OrganizationContext context) {
        this.context = context;
        model = new BillingViewModel(context);
        view = new BillingView(model, context);
    }

    @Override
    public Node node() {
        return view;
    }

    @Override
    public void shown() {
        ticking = context.ticker().open();
        model.takeAdvice();
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
