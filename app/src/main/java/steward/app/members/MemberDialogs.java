package steward.app.members;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import steward.api.Action;
import steward.api.EmailAddress;
import steward.api.Role;
import steward.app.control.Labels;
import steward.app.dialog.Choice;
import steward.app.dialog.Dialogs;
import steward.app.dialog.Effect;
import steward.app.dialog.Field;
import steward.app.dialog.Prompt;
import steward.app.dialog.Question;
import steward.app.i18n.Messages;
import steward.app.members.MemberCommands.NewPerson;
import steward.app.members.PersonAction.Fitting;
import steward.app.shell.OrganizationContext;
import steward.app.shell.RoleWords;

/** What is asked before something is done with people. Each question names what happens and who is left out. */
final class MemberDialogs {
    private static final int NAMED = 3;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_NOTE = 500;

    private final OrganizationContext context;
    private final Dialogs dialogs;
    private final MemberCommands commands;

    MemberDialogs(OrganizationContext context, MemberCommands commands) {
        this.context = context;
        this.dialogs = context.window().dialogs();
        this.commands = commands;
    }

    /** @param taken addresses, in normal form, that are members or invited already */
    void invite(Set<String> taken) {
        List<Field.Option> roles = new ArrayList<>();
        roles.add(new Field.Option(Role.MEMBER.name(), RoleWords.of(Role.MEMBER)));
        if (context.refusal(Action.INVITE_ADMIN, false).isEmpty()) {
            roles.add(new Field.Option(Role.ADMIN.name(), RoleWords.of(Role.ADMIN)));
        }
        var fields = List.of(
                Field.line("email", text("members.invite.email"), "").checked(value -> wrongAddress(value, taken)),
                Field.line("name", text("members.invite.name"), "").checked(value -> tooLong(value, LONGEST_NAME)),
                Field.choice("role", text("members.invite.role"), Role.MEMBER.name(), roles),
                Field.area("note", text("members.invite.note"), "").checked(value -> tooLong(value, LONGEST_NOTE)));
        dialogs.prompt(
                new Prompt(
                        context.acting(),
                        text("members.invite.title"),
                        text("members.invite.sentence"),
                        fields,
                        text("members.invite.submit"),
                        text("members.dialog.cancel")),
                values -> commands.invite(newPerson(values)));
    }

    private static NewPerson newPerson(Map<String, String> values) {
        return new NewPerson(
                values.get("email"), Role.valueOf(values.get("role")), values.get("name"), values.get("note"));
    }

    private static Optional<String> wrongAddress(String typed, Set<String> taken) {
        try {
            EmailAddress address = EmailAddress.parse(typed);
            return taken.contains(address.normal()) ? Optional.of(text("members.invite.taken")) : Optional.empty();
        } catch (EmailAddress.MalformedException e) {
            return Optional.of(text("members.invite.fault." + e.fault().name()));
        }
    }

    private static Optional<String> tooLong(String value, int longest) {
        return value.length() > longest ? Optional.of(text("members.invite.tooLong", longest)) : Optional.empty();
    }

    void editRole(Fitting fitting) {
        var group = new ToggleGroup();
        boolean allAdmins = fitting.rows().stream().allMatch(row -> row.role() == Role.ADMIN);
        var member = role(Role.MEMBER, group, allAdmins);
        var admin = role(Role.ADMIN, group, !allAdmins);
        dialogs.decide(Question.of(
                        context.acting(),
                        title("members.role.title", "members.role.titleMany", fitting),
                        text("members.role.sentence"),
                        leftOut(fitting),
                        Choice.cancel(text("members.dialog.cancel")),
                        Choice.primary(
                                "change-role",
                                text("members.role.submit"),
                                () -> commands.changeRole(
                                        fitting.rows(), member.isSelected() ? Role.MEMBER : Role.ADMIN)))
                .withContent(() -> new VBox(
                        12, new VBox(4, member, explained(Role.MEMBER)), new VBox(4, admin, explained(Role.ADMIN)))));
    }

    private static RadioButton role(Role role, ToggleGroup group, boolean chosen) {
        var button = new RadioButton(RoleWords.of(role));
        button.setId("members-role-" + role.name().toLowerCase(java.util.Locale.ROOT));
        button.setToggleGroup(group);
        button.setSelected(chosen);
        return button;
    }

    private static javafx.scene.Node explained(Role role) {
        var words = Labels.secondary(text("members.role.explained." + role.name()));
        words.setWrapText(true);
        words.setPadding(new javafx.geometry.Insets(0, 0, 0, 26));
        return words;
    }

    void remove(Fitting fitting) {
        List<Effect> effects = new ArrayList<>();
        effects.add(Effect.of(Feather.LOG_OUT, text("members.remove.access")));
        effects.add(Effect.of(Feather.FILM, text("members.remove.stays")));
        effects.add(Effect.of(Feather.ROTATE_CCW, text("members.dialog.undo")));
        effects.addAll(leftOut(fitting));
        dialogs.decide(Question.of(
                context.acting(),
                title("members.remove.title", "members.remove.titleMany", fitting),
                names(fitting),
                effects,
                Choice.cancel(text("members.remove.keep")),
                Choice.destructive(
                        "remove",
                        text("members.remove.submit", fitting.rows().size()),
                        () -> commands.remove(fitting.rows()))));
    }

    void cancel(Fitting fitting) {
        List<Effect> effects = new ArrayList<>();
        effects.add(Effect.of(Feather.LINK, text("members.cancel.link")));
        effects.add(Effect.of(Feather.ROTATE_CCW, text("members.dialog.undo")));
        effects.addAll(leftOut(fitting));
        dialogs.decide(Question.of(
                context.acting(),
                title("members.cancel.title", "members.cancel.titleMany", fitting),
                names(fitting),
                effects,
                Choice.cancel(text("members.cancel.keep")),
                Choice.destructive(
                        "cancel-invitations",
                        text("members.cancel.submit", fitting.rows().size()),
                        () -> commands.cancel(fitting.rows()))));
    }

    void handOver(PersonRow row, Runnable confirmed) {
        dialogs.decide(Question.of(
                context.acting(),
                text("members.handOver.title", row.name()),
                text("members.handOver.sentence", row.email()),
                List.of(
                        Effect.of(Feather.KEY, text("members.handOver.owner", row.name())),
                        Effect.of(Feather.SHIELD, text("members.handOver.you")),
                        Effect.of(Feather.WIFI, text("members.handOver.online")),
                        Effect.warning(text("members.handOver.back", row.name()))),
                Choice.cancel(text("members.handOver.keep")),
                Choice.destructive("hand-over", text("members.handOver.submit"), confirmed)));
    }

    private static String title(String one, String many, Fitting fitting) {
        return fitting.rows().size() == 1
                ? text(one, fitting.rows().getFirst().name())
                : text(many, fitting.rows().size());
    }

    /** The first few by name. */
    private static String names(Fitting fitting) {
        List<PersonRow> rows = fitting.rows();
        String named = String.join(
                ", ", rows.stream().limit(NAMED).map(PersonRow::email).toList());
        return rows.size() <= NAMED ? named : text("members.dialog.andMore", named, rows.size() - NAMED);
    }

    private static List<Effect> leftOut(Fitting fitting) {
        return fitting.leftOut() == 0
                ? List.of()
                : List.of(Effect.warning(text(
                        "members.dialog.leftOut",
                        fitting.leftOut(),
                        fitting.reason().orElse(""))));
    }

    private static String text(String key, Object... arguments) {
        return Messages.text(key, arguments);
    }
}
