package steward.app.shell;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import steward.api.OrganizationSummary;
import steward.api.Role;
import steward.app.control.Avatar;
import steward.app.control.Badge;
import steward.app.control.Buttons;
import steward.app.control.Labels;
import steward.app.control.Page;
import steward.app.control.State;
import steward.app.control.StateView;
import steward.app.control.Tone;
import steward.app.i18n.Messages;
import steward.store.OperationKind;

/** In the place of a tab: why there is nothing to see here, and who can change that (picture 14). */
final class ClosedPanel {
    private ClosedPanel() {}

    /** For a Member, or an organization that is not on the server yet or being left. */
    static Node of(OrganizationRow row, Place place, Runnable switchOrganization) {
        if (row.entry().pending() != null) {
            boolean leaving = row.entry().pending().kind() == OperationKind.LEAVE_ORGANIZATION;
            String key = leaving ? "shell.closed.leaving" : "shell.closed.creating";
            return page(
                    place,
                    State.empty(
                            leaving ? Feather.LOG_OUT : Feather.UPLOAD_CLOUD,
                            Messages.text(key + ".title", row.organization().name()),
                            Messages.text(key + ".text")),
                    switching(switchOrganization));
        }
        var words = State.forbidden(
                Messages.text("shell.closed.member.title"),
                Messages.text("shell.closed.member.text", row.organization().name()));
        return page(place, words, people(row.organization(), switchOrganization));
    }

    /** For an account that sees no organization at all. */
    static Node none(Place place, boolean known, Runnable create) {
        var words = known
                ? State.empty(
                        Feather.HOME,
                        Messages.text("shell.none.title"),
                        Messages.text("shell.none.text"),
                        new steward.app.control.Action(Messages.text("shell.command.create"), Feather.PLUS, create))
                : State.offline(
                        Messages.text("shell.directory.unknown.title"),
                        Messages.text("shell.directory.unknown.text"),
                        create);
        return page(place, words, null);
    }

    /** Before the first answer. */
    static Node loading(Place place) {
        return page(place, State.awaited(), null);
    }

    private static Page page(Place place, State words, Node extra) {
        var page = new Page("closed", Messages.text("shell.place." + place.key()));
        var state = new StateView("closed-state", new Region());
        state.setExtra(extra);
        state.stateProperty().set(words);
        page.setContent(state);
        return page;
    }

    private static VBox people(OrganizationSummary organization, Runnable switchOrganization) {
        var box = new VBox(12);
        box.setPadding(new Insets(8, 0, 0, 0));
        if (!organization.admins().isEmpty()) {
            box.getChildren().add(Labels.strong(Messages.text("shell.closed.whoCan")));
            organization.admins().forEach(contact -> box.getChildren().add(person(contact)));
        }
        box.getChildren().add(switching(switchOrganization));
        box.setMaxWidth(560);
        return box;
    }

    private static HBox person(OrganizationSummary.Contact contact) {
        var name = new HBox(8, Labels.medium(contact.name()), new Badge(RoleWords.of(contact.role()), Tone.NEUTRAL));
        name.setAlignment(Pos.CENTER_LEFT);
        if (contact.role() == Role.ADMIN) {
            name.getChildren().add(Labels.secondary(Messages.text("shell.closed.noAdmins")));
        }
        var line = new HBox(12, new Avatar(32, contact.name()), new VBox(2, name, Labels.secondary(contact.email())));
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static HBox switching(Runnable switchOrganization) {
        var button = Buttons.normal(Messages.text("shell.command.switch"), Feather.REPEAT, switchOrganization);
        button.setId("closed-switch");
        var line = new HBox(12, button, Labels.keyCap(Keys.text(Keys.SWITCHER)));
        line.setAlignment(Pos.CENTER_LEFT);
        line.setPadding(new Insets(8, 0, 0, 0));
        return line;
    }
}
