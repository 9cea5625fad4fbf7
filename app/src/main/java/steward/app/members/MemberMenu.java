package steward.app.members;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.feather.Feather;
import steward.api.Action;
import steward.app.control.Icons;
import steward.app.i18n.Messages;
import steward.app.members.PersonAction.Fitting;
import steward.app.shell.OrganizationContext;
import steward.app.shell.Place;

/** What row menu, bulk bar, panel and header start; asks where a question is due. */
final class MemberMenu {
    private final OrganizationContext context;
    private final MemberCommands commands;
    private final MemberDialogs dialogs;
    private final PeopleOut out;
    private final Supplier<Set<String>> taken;
    private Consumer<PersonRow> details = row -> {};

    /** @param taken addresses, in normal form, that need no invitation */
    MemberMenu(OrganizationContext context, MemberCommands commands, Supplier<Set<String>> taken) {
        this.context = context;
        this.commands = commands;
        this.dialogs = new MemberDialogs(context, commands);
        this.out = new PeopleOut(context);
        this.taken = taken;
    }

    void onDetails(Consumer<PersonRow> show) {
        details = show;
    }

    Optional<String> refusal(PersonAction action, PersonRow row) {
        return action.refusal(row, context::refusal);
    }

    Fitting fitting(PersonAction action, List<PersonRow> rows) {
        return action.fitting(rows, context::refusal);
    }

    /** Does it with those it fits, after the question it needs. */
    void run(PersonAction action, List<PersonRow> rows) {
        Fitting fitting = fitting(action, rows);
        if (fitting.rows().isEmpty()) {
            return;
        }
        switch (action) {
            case EDIT_ROLE -> dialogs.editRole(fitting);
            case REMOVE -> dialogs.remove(fitting);
            case RESEND -> commands.resend(fitting.rows());
            case CANCEL -> dialogs.cancel(fitting);
            case HAND_OVER -> {
                PersonRow row = fitting.rows().getFirst();
                dialogs.handOver(row, () -> commands.handOver(row));
            }
        }
    }

    void inviteOne() {
        if (context.refusal(Action.INVITE_MEMBER, false).isEmpty()) {
            dialogs.invite(taken.get());
        }
    }

    void inviteFromFile() {
        context.window().navigator().show(Place.IMPORT);
    }

    void activity(PersonRow row) {
        if (row != null) {
            context.window().navigator().show(Place.AUDIT, row.id());
        }
    }

    void outbox(PersonRow row) {
        context.window().navigator().show(Place.OUTBOX, row.pending().id());
    }

    void undo(PersonRow row) {
        commands.undo(row);
    }

    void message(List<PersonRow> rows) {
        out.message(rows);
    }

    void copy(List<PersonRow> rows) {
        out.copy(rows);
    }

    void export(List<PersonRow> rows) {
        out.export(rows);
    }

    /** The menu of a row; what cannot be done stays there, with the reason. */
    List<MenuItem> items(PersonRow row) {
        List<PersonRow> one = List.of(row);
        List<MenuItem> items = new ArrayList<>();
        items.add(item("details", Feather.SIDEBAR, () -> details.accept(row)));
        items.add(item("message", Feather.MAIL, () -> message(one)));
        items.add(item("activity", Feather.ACTIVITY, () -> activity(row)));
        items.add(item("copy", Feather.COPY, () -> copy(one)));
        items.add(new SeparatorMenuItem());
        if (row.isMember()) {
            items.add(guarded(PersonAction.EDIT_ROLE, Feather.SHIELD, row));
            items.add(guarded(PersonAction.HAND_OVER, Feather.KEY, row));
            items.add(guarded(PersonAction.REMOVE, Feather.USER_MINUS, row));
        } else {
            items.add(guarded(PersonAction.RESEND, Feather.SEND, row));
            items.add(guarded(PersonAction.CANCEL, Feather.SLASH, row));
        }
        return items;
    }

    private MenuItem guarded(PersonAction action, Feather icon, PersonRow row) {
        MenuItem item = item(action.id(), icon, () -> run(action, List.of(row)));
        refusal(action, row).ifPresent(reason -> {
            item.setText(Messages.text("members.menu.refused", item.getText(), reason));
            item.setDisable(true);
        });
        return item;
    }

    private static MenuItem item(String name, Feather icon, Runnable run) {
        var item = new MenuItem(Messages.text("members.menu." + name), Icons.of(icon));
        item.setId("members-menu-" + name);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> run.run());
        return item;
    }
}
