package steward.people;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import steward.people.UnreadableFileException.Kind;

/**
 * The rows of a sheet, one by one: texts as they are, numbers as they are stored, of a formula the value last worked out
 * (nothing is run), or its own text where there is none. Not thread-safe: one a reading.
 */
final class SheetRecords implements Parts.Reading {
    private final SharedStrings strings;
    private final Rec.Sink sink;
    private final Secrets secrets = new Secrets();
    private long number;
    private long line;
    private boolean enough;

    SheetRecords(SharedStrings strings, Rec.Sink sink) {
        this.strings = strings;
        this.sink = sink;
    }

    @Override
    public void read(XMLStreamReader xml) throws XMLStreamException, UnreadableFileException {
        boolean inData = false;
        while (!enough && xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (xml.getLocalName().equals("sheetData")) inData = true;
                if (inData && xml.getLocalName().equals("row")) row(xml);
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("sheetData")) {
                return;
            }
        }
    }

    private void row(XMLStreamReader xml) throws XMLStreamException, UnreadableFileException {
        if (++number > Limits.SHEET_ROWS) {
            throw new UnreadableFileException(Kind.TOO_MANY_ROWS, Limits.SHEET_ROWS);
        }
        line = number(xml.getAttributeValue(null, "r"), line + 1);
        List<String> cells = new ArrayList<>();
        int size = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("row")) break;
            if (event != XMLStreamConstants.START_ELEMENT || !xml.getLocalName().equals("c")) continue;
            int column = column(xml.getAttributeValue(null, "r"), cells.size());
            if (column >= Limits.COLUMNS) {
                throw new UnreadableFileException(Kind.TOO_MANY_COLUMNS, line, Limits.COLUMNS);
            }
            String cell = cell(xml, column);
            size += cell.length();
            if (size > Limits.RECORD) throw new UnreadableFileException(Kind.ROW_TOO_LARGE, line, Limits.RECORD);
            while (cells.size() <= column) cells.add("");
            cells.set(column, cell);
        }
        enough = !sink.take(new Rec(number, line, cells));
    }

    private String cell(XMLStreamReader xml, int column) throws XMLStreamException, UnreadableFileException {
        String type = String.valueOf(xml.getAttributeValue(null, "t"));
        StringBuilder value = new StringBuilder();
        StringBuilder formula = new StringBuilder();
        String inline = "";
        StringBuilder reading = null;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                if (xml.getLocalName().equals("c")) break;
                reading = null;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "v" -> reading = value;
                    case "f" -> reading = formula;
                    case "is" -> inline = CellText.read(xml, "is");
                    default -> reading = null;
                }
            } else if (reading != null && (xml.isCharacters() || event == XMLStreamConstants.CDATA)) {
                CellText.append(reading, xml);
            }
        }
        if (secrets.drops(column)) return "";
        String text = inline.isEmpty() ? text(type, value.toString(), formula) : inline;
        secrets.see(column, text);
        return text;
    }

    private String text(String type, String value, StringBuilder formula) {
        if (value.isEmpty()) return formula.isEmpty() ? "" : "=" + formula;
        return switch (type) {
            case "s" -> strings.get((int) number(value, -1));
            case "b" -> value.equals("1") ? "TRUE" : "FALSE";
            default -> CellText.unescaped(value);
        };
    }

    /** The column of a reference such as AB12; what is no reference counts on. */
    private static int column(String reference, int next) {
        if (reference == null) return next;
        int column = 0;
        for (int i = 0; i < reference.length() && column <= Limits.COLUMNS; i++) {
            char c = reference.charAt(i);
            if (c < 'A' || c > 'Z') break;
            column = column * 26 + (c - 'A' + 1);
        }
        return column == 0 ? next : column - 1;
    }

    private static long number(String digits, long otherwise) {
        if (digits == null || digits.isEmpty() || digits.length() > 9) return otherwise;
        for (int i = 0; i < digits.length(); i++) {
            if (digits.charAt(i) < '0' || digits.charAt(i) > '9') return otherwise;
        }
        return Long.parseLong(digits);
    }
}
