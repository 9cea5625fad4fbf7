package steward.app.members;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import steward.api.Action;
import steward.api.Ids;
import steward.api.Member;
import steward.api.Role;
import steward.app.fx.Job;
import steward.app.i18n.Messages;
import steward.app.notice.Notice;
import steward.app.shell.OrganizationContext;
import steward.store.Operation;
import steward.store.Request;

/** What is done with people: staged into the outbox, but for the hand-over, which is online only. */
final class MemberCommands {

    /**
     * Somebody to invite by hand.
     *
     * @param name may be empty
     * @param note may be empty
     */
    record NewPerson(String email, Role role, String name, String note) {}

    private final OrganizationContext context;
    private final ReadOnlyStringWrapper handingOver = new ReadOnlyStringWrapper(this, "handingOver", "");
    private Job<Member> waiting;

    MemberCommands(OrganizationContext context) {
        this.context = context;
    }

    Optional<String> refusal(Action action, boolean onlineOnly) {
        return context.refusal(action, onlineOnly);
    }

    void invite(NewPerson person) {
        var request = new Request.InvitePerson(
                Ids.next(), person.email().strip(), person.role(), orNull(person.name()), orNull(person.note()), null);
        context.staging().stage(List.of(request), Messages.text("members.staged.invite", request.email()));
    }

    void changeRole(List<PersonRow> rows, Role role) {
        List<PersonRow> changing =
                rows.stream().filter(row -> row.role() != role).toList();
        stage(
                changing.stream()
                        .map(row -> new Request.ChangeRole(row.member().now(), role))
                        .toList(),
                changing,
                "role");
    }

    void remove(List<PersonRow> rows) {
        stage(
                rows.stream()
                        .map(row -> new Request.RemoveMember(row.member().now()))
                        .toList(),
                rows,
                "remove");
    }

    void resend(List<PersonRow> rows) {
        stage(
                rows.stream()
                        .map(row ->
                                new Request.ResendInvitation(row.invitation().now()))
                        .toList(),
                rows,
                "resend");
    }

    /** Cancels invitations; one that has not left this computer is simply taken back. */
    void cancel(List<PersonRow> rows) {
        List<PersonRow> unsent = rows.stream().filter(MemberCommands::isUnsent).toList();
        takeBack(unsent.stream().map(PersonRow::pending).toList());
        List<PersonRow> sent = rows.stream().filter(row -> !isUnsent(row)).toList();
        stage(
                sent.stream()
                        .map(row ->
                                new Request.CancelInvitation(row.invitation().now()))
                        .toList(),
                sent,
                "cancel");
    }

    /** Takes the newest change of a person back, if it has not left. */
    void undo(PersonRow row) {
        takeBack(List.of(row.pending()));
    }

    /** Online only: {@link #handingOverProperty} shows the wait, {@link #stopWaiting} ends it. */
    void handOver(PersonRow row) {
        handingOver.set(row.name());
        waiting = context.background()
                .run("hand over", () -> context.session().online().handOver(context.orgId(), row.id()))
                .onSuccess(owner -> tell(Notice.done(
                        Messages.text("members.handOver.done", owner.name()),
                        Messages.text("members.handOver.doneText"))))
                .onFailure(problem ->
                        tell(Notice.problem(Messages.text("members.handOver.failed"), context.words(problem), null)))
                .onEnd(this::handOverEnded);
    }

    /** The request may have arrived all the same, so the organization is looked at again. */
    void stopWaiting() {
        if (waiting != null) {
            waiting.cancel();
            handOverEnded();
        }
    }

    private void handOverEnded() {
        waiting = null;
        handingOver.set("");
        context.session().refresh(context.orgId());
        context.session().refreshDirectory();
    }

    /** To whom ownership is being handed just now, or empty. */
    ReadOnlyStringProperty handingOverProperty() {
        return handingOver.getReadOnlyProperty();
    }

    private void tell(Notice notice) {
        context.window().notices().tell(notice);
    }

    private static boolean isUnsent(PersonRow row) {
        return !row.isMember() && row.invitation().before() == null && PersonAction.canUndo(row.pending());
    }

    private void takeBack(Collection<Operation> operations) {
        if (operations.isEmpty()) {
            return;
        }
        var ids = operations.stream().map(Operation::id).toList();
        context.background()
                .run("undo", () -> context.session().store().outbox().cancel(ids))
                .onSuccess(taken -> {
                    if (taken.size() < ids.size()) {
                        tell(Notice.problem(
                                Messages.text("members.undo.tooLate"),
                                Messages.text("members.undo.tooLateText"),
                                null));
                    }
                });
    }

    private void stage(List<? extends Request> requests, List<PersonRow> rows, String what) {
        if (requests.isEmpty()) {
            return;
        }
        String words = requests.size() == 1
                ? Messages.text("members.staged." + what, rows.getFirst().name())
                : Messages.text("members.staged." + what + "Many", requests.size());
        context.staging().stage(requests, words);
    }

    private static String orNull(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
