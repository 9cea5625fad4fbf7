package steward.app.meetings;

import java.util.UUID;
import javafx.scene.Node;
import javafx.util.Subscription;
import steward.app.shell.OrganizationContext;
import steward.app.shell.Tab;

/** The Active meetings tab of one organization. */
public final class MeetingsTab implements Tab {

    private final OrganizationContext context;
    private final MeetingsViewModel model;
    private final MeetingsView view;
    private Subscription ticking = Subscription.EMPTY;

    public MeetingsTab(OrganizationContext context) {
        this.context = context;
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
        ticking = context.ticker().open();
    }

    @Override
    public void hidden() {
        ticking.unsubscribe();
        ticking = Subscription.EMPTY;
    }

    @Override
    public void close() {
        hidden();
        model.close();
    }
}
