package steward.app.intake;

import java.util.Iterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import steward.api.Role;
import steward.people.Outcome;
import steward.people.Person;
import steward.people.Report;
import steward.store.AccountStore;
import steward.store.Drafts.Draft;
import steward.store.Drafts.DraftRow;

/** What became of every row of a file: those sent as the outbox tells it, the others as they were checked. */
public final class SendReport {
    private SendReport() {}

    /** The lines of a draft, staged or not, in the order of the file; blocking. */
    public static void of(AccountStore store, Draft draft, Consumer<Report.Line> lines) {
        Iterator<SendRow> sent = sent(store, draft).iterator();
        Iterator<DraftRow> rows = Pages.rows(store.drafts(), draft.id()).iterator();
        SendRow next = next(sent);
        while (rows.hasNext()) {
            DraftRow row = rows.next();
            while (next != null && next.row() < row.row()) {
                lines.accept(next.line());
                next = next(sent);
            }
            if (next != null && next.row() == row.row()) {
                lines.accept(next.line());
                next = next(sent);
            } else {
                lines.accept(unsent(row));
            }
        }
        for (; next != null; next = next(sent)) {
            lines.accept(next.line());
        }
    }

    /** What was staged of a draft, in the order of the file; blocking. */
    public static Stream<SendRow> sent(AccountStore store, Draft draft) {
        return draft.batchId() == null
                ? Stream.empty()
                : Pages.operations(store.outbox(), draft.batchId()).map(SendRow::of);
    }

    private static SendRow next(Iterator<SendRow> rows) {
        return rows.hasNext() ? rows.next() : null;
    }

    private static Report.Line unsent(DraftRow row) {
        Outcome outcome = Outcome.valueOf(row.outcome());
        var person = new Person(text(row.email()), text(row.name()), text(row.role()), text(row.note()));
        String why = DraftRows.reason(row)
                .map(reason -> ReasonWords.of(reason, Role.MEMBER))
                .orElseGet(() -> ReasonWords.of(outcome));
        int extraCells = DraftRows.row(row).extraCells();
        return new Report.Line(row.row(), person, Report.State.of(outcome), why, null, extraCells);
    }

    private static String text(String cell) {
        return cell == null ? "" : cell;
    }
}
