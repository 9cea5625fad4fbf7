package steward.app.licenses;

import javafx.scene.Node;
import javafx.util.Subscription;
import steward.app.shell.OrganizationContext;
import steward.app.shell.Tab;

/** The Licenses tab of one organization. */
public final class LicensesTab implements Tab {

    private final OrganizationContext context;
    private final LicensesViewModel model;
    private final LicensesView view;
    private Subscription ticking = Subscription.EMPTY;

    public LicensesTab(OrganizationContext context) {
        this.context = context;
        model = new LicensesViewModel(context);
        view = new LicensesView(model, context);
    }

    @Override
    public Node node() {
        return view;
    }

    @Override
    public void shown() {
        ticking = context.ticker().open();
        model.fetch();
        model.seen();
    }

    @Override
    public void hidden() {
        ticking.unsubscribe();
        ticking = Subscription.EMPTY;
    }

    @Override
    public void refresh() {
        model.fetch();
    }

    @Override
    public void close() {
        hidden();
        model.close();
    }
}
