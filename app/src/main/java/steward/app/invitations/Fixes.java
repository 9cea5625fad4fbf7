package steward.app.invitations;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.kordamp.ikonli.feather.Feather;
import steward.api.Role;
import steward.app.control.Action;
import steward.app.i18n.Messages;
import steward.app.intake.DraftImport;
import steward.app.intake.Preview;
import steward.app.notice.Notice;
import steward.app.shell.Keys;
import steward.app.shell.OrganizationContext;
import steward.people.CheckedRow;
import steward.people.Row;

/** What is changed by hand in the rows of one reading, one or many at once, each of which can be taken back. */
final class Fixes {
    private static final int REMEMBERED = 100;

    private final OrganizationContext context;
    private final DraftImport work;
    private final Consumer<Preview.Part> arrived;
    private final Consumer<Throwable> failed;
    private final Deque<Map<Long, Row>> done = new ArrayDeque<>();
    private List<CheckLine> all = List.of();
    private Alike alike = new Alike(List.of());
    private int count;

    /** @param arrived told what a fix changed */
    Fixes(OrganizationContext context, DraftImport work, Consumer<Preview.Part> arrived, Consumer<Throwable> failed) {
        this.context = context;
        this.work = work;
        this.arrived = arrived;
        this.failed = failed;
    }

    /**
     * Another reading dropped those made before.
     *
     * @param rows as they are, and as they will be: the list is looked at again
     * @param already how many a draft brought along
     */
    void begin(List<CheckLine> rows, int already) {
        all = rows;
        alike = new Alike(rows);
        count = already;
        done.clear();
    }

    /** How many rows were changed: another reading drops these. */
    int count() {
        return count;
    }

    /** What rows have in common; another one after each reading. */
    Alike alike() {
        return alike;
    }

    /** One of those of whom most want the same, when at least two do. */
    Optional<CheckedRow> mostAlike() {
        return alike.most().flatMap(reason -> all.stream()
                .map(CheckLine::row)
                .filter(row -> row.reason().equals(reason) && alike.of(row) > 1)
                .findFirst());
    }

    /** Takes the correction offered. */
    void take(CheckedRow row) {
        fix(List.of(row), Fixes::corrected, () -> {});
    }

    /** Takes the corrections offered for all rows like that one. */
    void takeAll(CheckedRow like) {
        fixAll(like, Fixes::corrected);
    }

    private static Row corrected(CheckedRow row) {
        return row.fix().map(fix -> fix.on(row.row())).orElse(row.row());
    }

    void retype(CheckedRow row, String email) {
        fix(row, before -> before.withEmail(email));
    }

    void rename(CheckedRow row, String name) {
        fix(row, before -> before.withName(name));
    }

    void note(CheckedRow row, String note) {
        fix(row, before -> before.withNote(note));
    }

    void role(CheckedRow row, Role role) {
        fix(row, before -> withRole(before, role));
    }

    /** All rows like that one get the role. */
    void roleForAll(CheckedRow like, Role role) {
        fixAll(like, row -> withRole(row.row(), role));
    }

    private static Row withRole(Row row, Role role) {
        return row.withRoleWord(role.name().toLowerCase(Locale.ROOT));
    }

    /** A doubtful domain, or cells too many, are as they should be. */
    void keepAsIs(CheckedRow row) {
        fix(row, Row::asIs);
    }

    /** A row the file says to pass over is invited all the same. */
    void include(CheckedRow row) {
        fix(row, Row::included);
    }

    private void fix(CheckedRow row, UnaryOperator<Row> change) {
        fix(List.of(row), before -> change.apply(before.row()), () -> {});
    }

    private void fixAll(CheckedRow like, Function<CheckedRow, Row> change) {
        List<CheckedRow> same = all.stream()
                .map(CheckLine::row)
                .filter(row -> Alike.are(row, like))
                .toList();
        fix(same, change, () -> tell(same.size()));
    }

    private void tell(int fixed) {
        var undo = new Action(Messages.text("invitations.fixed.undo"), Feather.ROTATE_CCW, this::undo);
        context.window()
                .notices()
                .tell(Notice.done(
                                Messages.text("invitations.fixed.title", fixed),
                                Messages.text("invitations.fixed.text", Keys.text(Keys.UNDO)))
                        .with(undo));
    }

    private void fix(List<CheckedRow> rows, Function<CheckedRow, Row> change, Runnable then) {
        Map<Long, Row> before = new LinkedHashMap<>();
        rows.forEach(row -> before.put(row.row().index(), row.row()));
        run("fix rows", () -> work.fix(before.keySet(), change), () -> {
            count += before.size();
            done.push(before);
            if (done.size() > REMEMBERED) {
                done.removeLast();
            }
            then.run();
        });
    }

    /** Takes the last one back, be it of one row or of many; false when there is none. */
    boolean undo() {
        if (done.isEmpty()) {
            return false;
        }
        Map<Long, Row> before = done.pop();
        run("take a fix back", () -> work.unfix(before), () -> count -= before.size());
        return true;
    }

    private void run(String name, Callable<Preview.Part> step, Runnable kept) {
        context.background()
                .run(name, step)
                .onSuccess(part -> {
                    kept.run();
                    arrived.accept(part);
                })
                .onFailure(failed);
    }
}
