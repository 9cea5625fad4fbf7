package steward.app.control;

import java.util.List;
import java.util.stream.Collectors;

/** Rows as tab-separated text for the clipboard, header first, columns as they are shown. */
final class RowText {
    private RowText() {}

    static <T> String of(List<DataColumn<T>> columns, List<T> rows) {
        var text =
                new StringBuilder(line(columns.stream().map(DataColumn::getText).toList()));
        for (T row : rows) {
            text.append(line(columns.stream().map(column -> column.textOf(row)).toList()));
        }
        return text.toString();
    }

    private static String line(List<String> cells) {
        return cells.stream().map(RowText::cell).collect(Collectors.joining("\t", "", "\n"));
    }

    /** Tabs and line breaks would break the grid; a leading formula sign would run in a spreadsheet. */
    private static String cell(String text) {
        String flat = text.replaceAll("[\\t\\r\\n]+", " ");
        return !flat.isEmpty() && "=+-@".indexOf(flat.charAt(0)) >= 0 ? "'" + flat : flat;
    }
}
