package steward.app.audit;

import javafx.scene.Node;
import steward.app.shell.OrganizationContext;
import steward.app.shell.Tab;

/** The Audit log tab of one organization. */
public final class AuditTab implements Tab {

    private final AuditViewModel model;
    private final AuditView view;

    public AuditTab(OrganizationContext context) {
        model = new AuditViewModel(context);
        view = new AuditView(model, context);
    }

    @Override
    public Node node() {
        return view;
    }

    @Override
    public void shown() {
        model.refresh();
        view.focusFirst();
    }

    @Override
    public void refresh() {
        model.refresh();
    }

    @Override
    public void close() {
        view.close();
        model.close();
    }
}
