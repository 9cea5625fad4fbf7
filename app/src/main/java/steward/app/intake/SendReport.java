package steward.app.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import steward.api.Role;
import steward.people.Outcome;
import steward.people.Person;
import steward.people.Report;
import steward.store.Drafts.DraftRow;
import steward.store.Operation;

/** What became of every row of a file: those sent as the outbox tells it, the others as they were checked. */
public final class SendReport {
    private SendReport() {}

    public static List<Report.Line> of(List<Operation> sent, List<DraftRow> draft) {
        List<Report.Line> lines = new ArrayList<>();
        Set<Long> staged = new HashSet<>();
        for (Operation each : sent) {
            SendRow row = SendRow.of(each);
            staged.add(row.row());
            lines.add(row.line());
        }
        draft.stream()
                .filter(row -> !staged.contains(row.row()))
                .map(SendReport::unsent)
                .forEach(lines::add);
        lines.sort(Comparator.comparingLong(Report.Line::row));
        return lines;
    }

    private static Report.Line unsent(DraftRow row) {
        Outcome outcome = Outcome.valueOf(row.outcome());
        var person = new Person(text(row.email()), text(row.name()), text(row.role()), text(row.note()));
        String why = DraftRows.reason(row)
                .map(reason -> ReasonWords.of(reason, Role.MEMBER))
                .orElseGet(() -> ReasonWords.of(outcome));
        return new Report.Line(row.row(), person, Report.State.of(outcome), why, null);
    }

    private static String text(String cell) {
        return cell == null ? "" : cell;
    }
}
