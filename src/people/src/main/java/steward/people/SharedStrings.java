package steward.people;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The texts a workbook keeps apart from its sheets, packed into one array of bytes. Not thread-safe. */
final class SharedStrings {
    private byte[] bytes = new byte[1 << 12];
    private int[] ends = new int[1 << 8];
    private int count;
    private int length;

    static SharedStrings of(Parts parts, String name) throws UnreadableFileException {
        SharedStrings strings = new SharedStrings();
        parts.read(name, Limits.SHARED_STRINGS, strings::read);
        return strings;
    }

    /** The text, or an empty one where the workbook points nowhere. */
    String get(int index) {
        if (index < 0 || index >= count) return "";
        int from = index == 0 ? 0 : ends[index - 1];
        return new String(bytes, from, ends[index] - from, StandardCharsets.UTF_8);
    }

    private void read(XMLStreamReader xml) throws XMLStreamException, UnreadableFileException {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("si")) {
                add(CellText.read(xml, "si").getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private void add(byte[] text) throws UnreadableFileException {
        if (count >= Limits.SHARED_STRINGS_COUNT) {
            throw new UnreadableFileException(
                    UnreadableFileException.Kind.TOO_LARGE_INSIDE, Limits.SHARED_STRINGS_COUNT);
        }
        if (length + text.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + text.length, bytes.length + (bytes.length >> 1)));
        }
        if (count == ends.length) ends = Arrays.copyOf(ends, count + (count >> 1));
        System.arraycopy(text, 0, bytes, length, text.length);
        length += text.length;
        ends[count++] = length;
    }
}
