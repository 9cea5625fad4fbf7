package steward.people;

import java.util.List;

/**
 * A record as it stands in the source.
 *
 * @param number counted from 1 over all records
 * @param cells never null; empty where the cell is secret
 */
record Rec(long number, long line, List<String> cells) {

    /** Takes records one by one; answers whether it wants more. */
    @FunctionalInterface
    interface Sink {
        boolean take(Rec rec) throws UnreadableFileException;
    }

    String cell(int column) {
        return column >= 0 && column < cells.size() ? cells.get(column) : "";
    }

    /** Nothing in it, or only the lines drawn between rows of text: {@code |-----|-----|}. */
    boolean blank() {
        return cells.stream().allMatch(cell -> Texts.blank(cell) || Texts.ruler(cell));
    }

    int length() {
        int length = 0;
        for (String cell : cells) length += cell.length();
        return length;
    }

    long filled() {
        return cells.stream().filter(cell -> !Texts.blank(cell)).count();
    }
}
