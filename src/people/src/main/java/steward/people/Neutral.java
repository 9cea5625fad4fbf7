package steward.people;

/**
 * Cells that no spreadsheet takes for a formula. An apostrophe goes before every sign that could begin one: at the
 * beginning of the cell, and after a sign another spreadsheet may take for the end of a cell. An apostrophe that stands
 * there already gets another, so that {@link #undo} gives back exactly what was.
 */
final class Neutral {
    private static final String FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20'";
    private static final String SEPARATORS = ";,|\t\r\n";

    private Neutral() {}

    static String of(String cell) {
        StringBuilder safe = new StringBuilder(cell.length() + 2);
        boolean start = true;
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            boolean control = i == 0 && (c == '\t' || c == '\r' || c == '\n');
            if (control || (start && FORMULA.indexOf(c) >= 0)) safe.append('\'');
            safe.append(c);
            start = stillStart(start, c);
        }
        return safe.toString();
    }

    static String undo(String cell) {
        StringBuilder plain = new StringBuilder(cell.length());
        boolean start = true;
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (start && c == '\'' && i + 1 < cell.length()) c = cell.charAt(++i);
            plain.append(c);
            start = stillStart(start, c);
        }
        return plain.toString();
    }

    private static boolean stillStart(boolean start, char c) {
        return SEPARATORS.indexOf(c) >= 0 || (start && (c == ' ' || c == '\u00A0'));
    }
}
