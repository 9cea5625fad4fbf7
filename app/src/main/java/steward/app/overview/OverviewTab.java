package steward.app.overview;

import javafx.scene.Node;
import javafx.util.Subscription;
import steward.app.shell.OrganizationContext;
import steward.app.shell.Tab;

/** The Overview tab of one organization. */
public final class OverviewTab implements Tab {

    private final OrganizationContext context;
    private final OverviewViewModel model;
    private final OverviewView view;
    private Subscription ticking = Subscription.EMPTY;

    public OverviewTab(OrganizationContext context) {
        this.context = context;
        model = new OverviewViewModel(context);
        view = new OverviewView(model, context);
    }

    @Override
    public Node node() {
        return view;
    }

    @Override
    public void shown() {
        ticking = context.ticker().open();
        model.fetch();
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
