package steward.people;

import java.nio.charset.Charset;

/**
 * How a source is read; guessed at first, every part can be changed.
 *
 * @param dialect of a text; means nothing for a workbook
 * @param sheet of a workbook; empty for a text
 * @param headerRow the record, counted from 0 over all records, that holds the headings, or {@link Columns#NONE}
 * @param firstRow the record, counted from 0 over all records, where the data begin
 */
public record Settings(Format format, Dialect dialect, String sheet, int headerRow, int firstRow, Origin origin) {

    public enum Format {
        CSV,
        XLSX
    }

    /**
     * @param everyCell no table but a list: every cell is an address of its own
     * @param looseQuotes spaces may stand around quoted cells
     */
    public record Dialect(Charset charset, char delimiter, boolean everyCell, boolean looseQuotes) {}

    /**
     * @param width columns the headings promise; 0 when they promise nothing
     */
    public record Origin(Exporter exporter, Columns columns, int width) {}

    public Columns columns() {
        return origin.columns();
    }

    public Exporter exporter() {
        return origin.exporter();
    }

    public Charset charset() {
        return dialect.charset();
    }

    public char delimiter() {
        return dialect.delimiter();
    }

    /** The same reading with other columns; for another encoding, delimiter, header or sheet, guess again. */
    public Settings withColumns(Columns columns) {
        return new Settings(
                format, dialect, sheet, headerRow, firstRow, new Origin(exporter(), columns, origin.width()));
    }

    /** The same reading as an export of another system; {@link Exporter#NONE} trusts a role column. */
    public Settings withExporter(Exporter exporter) {
        return new Settings(
                format, dialect, sheet, headerRow, firstRow, new Origin(exporter, columns(), origin.width()));
    }
}
