package steward.app.rooms;

import java.util.UUID;
import javafx.scene.Node;
import steward.app.shell.OrganizationContext;
import steward.app.shell.Tab;

/** The Rooms tab of one organization. */
public final class RoomsTab implements Tab {

    private final RoomsViewModel model;
    private final RoomsView view;

    public RoomsTab(OrganizationContext context) {
        model = new RoomsViewModel(context);
        view = new RoomsView(model, context);
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
