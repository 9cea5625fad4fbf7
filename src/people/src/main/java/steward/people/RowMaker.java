package steward.people;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import steward.people.Settings.Format;
import steward.people.UnreadableFileException.Kind;

/** Makes rows of records, as the settings say. Not thread-safe: one a reading. */
final class RowMaker implements Rec.Sink {
    private final Settings settings;
    private final Columns columns;
    private final SkipRules skips;
    private final Consumer<Row> rows;
    /** Exports put one below the other repeat it. */
    private List<String> header = List.of();

    private long made;

    RowMaker(Settings settings, Consumer<Row> rows) {
        this.settings = settings;
        this.columns = settings.columns();
        this.skips = new SkipRules(settings.exporter(), columns.flags());
        this.rows = rows;
    }

    long made() {
        return made;
    }

    @Override
    public boolean take(Rec rec) throws UnreadableFileException {
        if (rec.number() - 1 == settings.headerRow()) header = rec.cells();
        if (rec.number() <= settings.firstRow() || rec.blank() || repeats(rec)) return true;
        if (Thread.currentThread().isInterrupted()) throw new UnreadableFileException(Kind.STOPPED);
        if (made >= Limits.ROWS) throw new UnreadableFileException(Kind.TOO_MANY_ROWS, Limits.ROWS);
        if (settings.format() == Format.CSV && settings.dialect().everyCell()) {
            for (String cell : AddressCell.apart(rec.cells())) {
                add(rec, Person.of(cell, "", "", ""), null, 0);
            }
        } else {
            add(rec, person(rec), skips.skip(rec, email(rec), made), extraCells(rec));
        }
        return true;
    }

    /** Where files were put one behind the other, the mark of the second one stands in the middle. */
    private boolean repeats(Rec rec) {
        if (rec.cells().size() != header.size()) return false;
        for (int i = 0; i < header.size(); i++) {
            if (!Texts.clean(rec.cell(i)).equalsIgnoreCase(Texts.clean(header.get(i)))) return false;
        }
        return true;
    }

    private void add(Rec rec, Person person, Skip skip, int extra) {
        rows.accept(new Row(new Place(made, rec.number(), rec.line()), person, skip, extra, false));
        made++;
    }

    private Person person(Rec rec) {
        List<String> names = new ArrayList<>();
        for (int column : columns.name()) names.add(Texts.clean(told(rec, column)));
        String name = names.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
        return Person.of(email(rec), name, told(rec, columns.role()), told(rec, columns.note()));
    }

    private String email(Rec rec) {
        for (int column : columns.email()) {
            String cell = told(rec, column);
            if (!Texts.blank(cell)) return cell;
        }
        return "";
    }

    private String told(Rec rec, int column) {
        String cell = rec.cell(column);
        return settings.exporter() == Exporter.REPORT ? Neutral.undo(cell) : cell;
    }

    private int extraCells(Rec rec) {
        int width = settings.origin().width();
        int extra = 0;
        for (int i = width; width > 0 && i < rec.cells().size(); i++) {
            if (!Texts.blank(rec.cells().get(i))) extra++;
        }
        return extra;
    }
}
