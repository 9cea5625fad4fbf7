package steward.app.members;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import steward.app.i18n.Messages;
import steward.app.shell.Command;
import steward.app.shell.OrganizationContext;
import steward.app.shell.Tab;

/** The members of one organization, put together. */
public final class MembersTab implements Tab {
    private final OrganizationContext context;
    private final MembersViewModel model;
    private final MemberMenu menu;
    private final MembersView view;
    private Subscription clock = () -> {};

    public MembersTab(OrganizationContext context) {
        this.context = context;
        var commands = new MemberCommands(context);
        menu = new MemberMenu(context, commands, this::taken);
        model = new MembersViewModel(context, menu::inviteOne);
        view = new MembersView(model, menu, commands, context);
        menu.onDetails(row -> view.select(row.id()));
    }

    /** Those who are members, or invited and waited for. */
    private Set<String> taken() {
        People people = model.peopleProperty().get();
        return people == null ? Set.of() : people.addresses();
    }

    @Override
    public Node node() {
        return view;
    }

    @Override
    public void select(UUID person) {
        view.select(person);
    }

    @Override
    public void shown() {
        clock.unsubscribe();
        clock = context.ticker().open();
    }

    @Override
    public void hidden() {
        clock.unsubscribe();
        clock = () -> {};
    }

    @Override
    public List<Command> commands() {
        return List.of(
                new Command(
                        "invite-one",
                        Messages.text("members.invite.one"),
                        "",
                        Feather.USER_PLUS,
                        new KeyCodeCombination(KeyCode.N, KeyCombination.SHORTCUT_DOWN),
                        menu::inviteOne),
                Command.of(
                        "invite-file", Messages.text("members.invite.file"), Feather.FILE_TEXT, menu::inviteFromFile));
    }

    @Override
    public void close() {
        hidden();
        view.close();
        model.close();
    }
}
