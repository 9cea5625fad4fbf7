package steward.app.recordings;

import java.util.UUID;
import javafx.scene.Node;
import steward.app.shell.OrganizationContext;
import steward.app.shell.Tab;

/** The Recordings tab of one organization. */
public final class RecordingsTab implements Tab {

    private final RecordingsViewModel model;
    private final RecordingsView view;

    public RecordingsTab(OrganizationContext context) {
        model = new RecordingsViewModel(context);
        view = new RecordingsView(model, context);
    }

    @Override
    public Node node() {
        return view;
    }

    @Override
    public void select(UUID object) {
        view.show(object);
    }

    @Override
    public void shown() {
        view.focusFirst();
    }

    @Override
    public void close() {
        view.close();
        model.close();
    }
}
