package steward.app.shell;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kordamp.ikonli.feather.Feather;
import steward.api.Action;
import steward.api.Ids;
import steward.api.Role;
import steward.app.dialog.Acting;
import steward.app.dialog.Choice;
import steward.app.dialog.Effect;
import steward.app.dialog.Field;
import steward.app.dialog.Prompt;
import steward.app.dialog.Question;
import steward.app.i18n.Messages;
import steward.app.notice.Notice;
import steward.store.Request;
import steward.sync.Session;

/** Creating and leaving an organization: both wait in the outbox like any change. On the FX thread. */
final class OrganizationActions {
    private static final int LONGEST_NAME = 100;

    private final Session session;
    private final Runtime runtime;
    private final Window window;

    OrganizationActions(Session session, Runtime runtime, Window window) {
        this.session = session;
        this.runtime = runtime;
        this.window = window;
    }

    /** Asks for a name; the new organization stands in the switcher at once. */
    void create() {
        var acting = Acting.in(
                Messages.text("shell.create.acting"),
                Messages.text("shell.create.as", session.account().name()));
        var name = Field.line("name", Messages.text("shell.create.name"), "").checked(OrganizationActions::checkName);
        window.dialogs()
                .prompt(
                        new Prompt(
                                acting,
                                Messages.text("shell.create.title"),
                                Messages.text("shell.create.sentence"),
                                List.of(name),
                                Messages.text("shell.create.submit"),
                                Messages.text("shell.dialog.cancel")),
                        values -> create(values.get("name").strip()));
    }

    private static Optional<String> checkName(String value) {
        String name = value.strip();
        if (name.isEmpty()) {
            return Optional.of(Messages.text("shell.create.nameMissing"));
        }
        return name.length() > LONGEST_NAME
                ? Optional.of(Messages.text("shell.create.nameLong", LONGEST_NAME))
                : Optional.empty();
    }

    private void create(String name) {
        UUID id = Ids.next();
        staging(id).stage(List.of(new Request.CreateOrganization(id, name)), Messages.text("shell.create.done", name));
    }

    /** Asks before; an Owner is told to hand the organization over first. */
    void leave(OrganizationRow row) {
        String name = row.organization().name();
        Optional<String> refusal =
                Refusals.of(Action.LEAVE, row.role(), session.connection().state(), false);
        if (refusal.isPresent()) {
            window.notices().tell(Notice.info(Messages.text("shell.leave.refused", name), refusal.get()));
            return;
        }
        var acting = new Acting(
                name,
                Messages.text(
                        "shell.acting.as",
                        RoleWords.of(row.role()),
                        session.account().name()),
                Logos.accent(row.organization().accentColor()),
                window.logos().known(row.organization()));
        window.dialogs()
                .decide(Question.of(
                        acting,
                        Messages.text("shell.leave.title", name),
                        Messages.text("shell.leave.sentence"),
                        List.of(
                                Effect.of(Feather.USERS, Messages.text("shell.leave.effect.others")),
                                Effect.of(Feather.HARD_DRIVE, Messages.text("shell.leave.effect.data")),
                                Effect.warning(Messages.text(
                                        row.role() == Role.ADMIN
                                                ? "shell.leave.effect.admin"
                                                : "shell.leave.effect.member"))),
                        Choice.cancel(Messages.text("shell.leave.stay")),
                        Choice.destructive("leave", Messages.text("shell.leave.submit"), () -> staging(row.id())
                                .stage(
                                        List.of(new Request.LeaveOrganization(row.id())),
                                        Messages.text("shell.leave.done", name)))));
    }

    private Staging staging(UUID orgId) {
        return new Staging(orgId, session.store(), runtime.background(), window.notices(), runtime.clock());
    }
}
