package steward.app.overview;

import javafx.scene.Node;
import steward.app.shell.OrganizationContext;
import steward.app.shell.Tab;

/** The Overview tab of one organization. */
public final class OverviewTab implements Tab {

    private final OverviewViewModel model;
    private final OverviewView view;

    public OverviewTab(OrganizationContext context) {
        model = new OverviewViewModel(context);
        view = new OverviewView(model, context);
    }

    @Override
    public Node node() {
        return view;
    }

    @Override
    public void shown() {
        model.fetch();
    }

    @Override
    public void refresh() {
        model.fetch();
    }

    @Override
    public void close() {
        model.close();
    }
}
