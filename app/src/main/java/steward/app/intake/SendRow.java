package steward.app.intake;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import steward.api.Role;
import steward.app.i18n.Messages;
import steward.app.shell.FailureWords;
import steward.people.Person;
import steward.people.Report;
import steward.store.Operation;

/** An invitation of a staging, with what became of it. */
public record SendRow(Operation operation, SendState state, String searched) {

    public static SendRow of(Operation operation) {
        String name = operation.payload().path("name").asString("");
        return new SendRow(
                operation, SendState.of(operation), (name + " " + operation.subject()).toLowerCase(Locale.ROOT));
    }

    public UUID id() {
        return operation.id();
    }

    /** Number of the row in the file; of one without, its place in the outbox. */
    public long row() {
        return operation.sourceRow() == null ? operation.seq() : operation.sourceRow();
    }

    public String email() {
        return operation.payload().path("email").asString(operation.subject());
    }

    public String name() {
        return operation.payload().path("name").asString("");
    }

    public Role role() {
        return "admin".equals(operation.payload().path("role").asString("")) ? Role.ADMIN : Role.MEMBER;
    }

    /** When the final answer came, or null. */
    public Instant answeredAt() {
        return operation.answeredAt();
    }

    /** The outcome with the server's reason where it gave one. */
    public String words() {
        return switch (state) {
            case NOTHING_TO_DO ->
                Messages.text("intake.sent.NOTHING_TO_DO." + operation.outcome().name());
            case ATTENTION -> operation.problem() == null ? state.word() : FailureWords.of(operation.problem());
            default -> state.word();
        };
    }

    public Report.Line line() {
        var person = new Person(
                email(),
                name(),
                role().name().toLowerCase(Locale.ROOT),
                operation.payload().path("note").asString(""));
        return new Report.Line(row(), person, state.reported(), words(), answeredAt());
    }
}
