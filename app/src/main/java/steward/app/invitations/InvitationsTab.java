package steward.app.invitations;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import javafx.scene.Node;
import javafx.util.Subscription;
import steward.app.shell.Command;
import steward.app.shell.OrganizationContext;
import steward.app.shell.Tab;

/** Invitations from a file for one organization, put together. */
public final class InvitationsTab implements Tab {
    private final OrganizationContext context;
    private final ImportViewModel model;
    private final ImportView view;
    private Subscription clock = () -> {};

    public InvitationsTab(OrganizationContext context) {
        this.context = context;
        InstantSource now = () -> context.ticker().second().get();
        model = new ImportViewModel(context, now);
        view = new ImportView(model, context);
    }

    @Override
    public Node node() {
        return view;
    }

    /** Goes on with a draft. */
    @Override
    public void select(UUID draft) {
        model.drafts().stream()
                .filter(each -> each.id().equals(draft))
                .findFirst()
                .ifPresent(line -> model.resume(line.draft()));
    }

    @Override
    public void shown() {
        clock.unsubscribe();
        clock = context.ticker().open();
        model.enter();
        view.focus();
    }

    /** What the step's buttons do. */
    @Override
    public List<Command> commands() {
        return view.commands();
    }

    @Override
    public void hidden() {
        clock.unsubscribe();
        clock = () -> {};
    }

    @Override
    public void close() {
        hidden();
        view.close();
        model.close();
    }
}
