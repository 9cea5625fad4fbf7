package steward.app.organization;

import javafx.scene.Node;
import steward.app.shell.OrganizationContext;
import steward.app.shell.Tab;

/** The Organization tab. */
public final class OrganizationTab implements Tab {

    private final OrganizationViewModel model;
    private final OrganizationView view;

    public OrganizationTab(OrganizationContext context) {
        model = new OrganizationViewModel(context);
        view = new OrganizationView(model, context);
    }

    @Override
    public Node node() {
        return view;
    }

    @Override
    public void close() {
        model.close();
    }
}
