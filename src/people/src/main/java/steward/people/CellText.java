package steward.people;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import steward.people.UnreadableFileException.Kind;

/** Text within elements of a workbook. */
final class CellText {

    private CellText() {}

    /** All runs of text up to the end of an element, without the readings of characters shown above them. */
    static String read(XMLStreamReader xml, String until) throws XMLStreamException, UnreadableFileException {
        StringBuilder text = new StringBuilder();
        boolean reading = false;
        int phonetic = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                if (xml.getLocalName().equals(until)) break;
                if (xml.getLocalName().equals("rPh")) phonetic--;
                reading = false;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                if (xml.getLocalName().equals("rPh")) phonetic++;
                reading = xml.getLocalName().equals("t") && phonetic == 0;
            } else if (reading && (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA)) {
                append(text, xml);
            }
        }
        return unescaped(text);
    }

    static void append(StringBuilder text, XMLStreamReader xml) throws UnreadableFileException {
        if (text.length() + xml.getTextLength() > Limits.FIELD) {
            throw new UnreadableFileException(Kind.FIELD_TOO_LARGE, 0, Limits.FIELD);
        }
        text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
    }

    /** Spreadsheets write control characters as {@code _x000D_}. */
    static String unescaped(CharSequence text) {
        String escaped = text.toString();
        return escaped.contains("_x000") ? escaped.replaceAll("_x000[0-9A-Fa-f]_", " ") : escaped;
    }
}
