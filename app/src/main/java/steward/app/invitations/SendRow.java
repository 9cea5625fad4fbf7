package steward.app.invitations;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import steward.api.Role;
import steward.app.control.IconWord;
import steward.app.i18n.Messages;
import steward.app.shell.FailureWords;
import steward.people.Person;
import steward.people.Report;
import steward.store.Operation;

/** An invitation of a staging, with what became of it. */
record SendRow(Operation operation, SendState state, String searched) {

    static SendRow of(Operation operation) {
        String name = operation.payload().path("name").asString("");
        return new SendRow(
                operation, SendState.of(operation), (name + " " + operation.subject()).toLowerCase(Locale.ROOT));
    }

    UUID id() {
        return operation.id();
    }

    /** Number of the row in the file; of one without, its place in the outbox. */
    long row() {
        return operation.sourceRow() == null ? operation.seq() : operation.sourceRow();
    }

    String email() {
        return operation.payload().path("email").asString(operation.subject());
    }

    String name() {
        return operation.payload().path("name").asString("");
    }

    Role role() {
        return "admin".equals(operation.payload().path("role").asString("")) ? Role.ADMIN : Role.MEMBER;
    }

    /** When the final answer came, or null. */
    Instant answeredAt() {
        return operation.answeredAt();
    }

    IconWord shown() {
        return new IconWord(state.icon(), state.tone(), words());
    }

    /** The outcome with the server's reason where it gave one. */
    String words() {
        return switch (state) {
            case NOTHING_TO_DO ->
                Messages.text(
                        "invitations.sent.NOTHING_TO_DO." + operation.outcome().name());
            case ATTENTION -> operation.problem() == null ? state.word() : FailureWords.of(operation.problem());
            default -> state.word();
        };
    }

    Report.Line line() {
        var person = new Person(
                email(),
                name(),
                role().name().toLowerCase(Locale.ROOT),
                operation.payload().path("note").asString(""));
        return new Report.Line(row(), person, state.reported(), words(), answeredAt());
    }
}
