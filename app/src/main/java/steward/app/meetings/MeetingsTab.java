package steward.app.meetings;

import java.util.UUID;
import javafx.scene.Node;
import steward.app.shell.OrganizationContext;
import steward.app.shell.Tab;

/** The Active meetings tab of one organization. */
public final class MeetingsTab implements Tab {

    private final MeetingsViewModel model;
    private final MeetingsView view;

    public MeetingsTab(OrganizationContext context) {
        model = new MeetingsViewModel(context);
        view = new MeetingsView(model, context);
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
        model.close();
    }
}
