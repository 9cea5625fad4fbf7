package steward.app.licenses;

import javafx.scene.Node;
import steward.app.shell.OrganizationContext;
import steward.app.shell.Tab;

/** The Licenses tab of one organization. */
public final class LicensesTab implements Tab {

    private final LicensesViewModel model;
    private final LicensesView view;

    public LicensesTab(OrganizationContext context) {
        model = new LicensesViewModel(context);
        view = new LicensesView(model, context);
    }

    @Override
    public Node node() {
        return view;
    }

    @Override
    public void shown() {
        model.fetch();
        model.seen();
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
