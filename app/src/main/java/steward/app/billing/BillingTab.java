package steward.app.billing;

import javafx.scene.Node;
import steward.app.shell.OrganizationContext;
import steward.app.shell.Tab;

/** The Billing tab of one organization. */
public final class BillingTab implements Tab {

    private final BillingViewModel model;
    private final BillingView view;

    public BillingTab(OrganizationContext context) {
        model = new BillingViewModel(context);
        view = new BillingView(model, context);
    }

    @Override
    public Node node() {
        return view;
    }

    @Override
    public void shown() {
        model.takeAdvice();
    }

    @Override
    public void close() {
        model.close();
    }
}
