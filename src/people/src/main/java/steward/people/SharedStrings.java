package steward.people;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The texts a workbook keeps apart from its sheets, as bytes in pieces, so that growing copies nothing and needs no room
 * twice. Not thread-safe.
 */
final class SharedStrings {
    private static final int PIECE = 1 << 20;
    private final List<byte[]> pieces = new ArrayList<>();
    /** Where each text ends, counted over all pieces; a text stands in one piece alone. */
    private int[] ends = new int[1 << 8];

    private int[] starts = new int[1 << 8];
    private int count;
    private int room;

    static SharedStrings of(Parts parts, String name) throws UnreadableFileException {
        SharedStrings strings = new SharedStrings();
        parts.read(name, Limits.SHARED_STRINGS, Limits.SHARED_STRINGS_RATIO, strings::read);
        return strings;
    }

    /** The text, or an empty one where the workbook points nowhere. */
    String get(int index) {
        if (index < 0 || index >= count) return "";
        int from = starts[index];
        return new String(pieces.get(from / PIECE), from % PIECE, ends[index] - from, StandardCharsets.UTF_8);
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
        if (pieces.isEmpty() || text.length > room) {
            pieces.add(new byte[PIECE]);
            room = PIECE;
        }
        if (count == ends.length) {
            starts = Arrays.copyOf(starts, count + (count >> 1));
            ends = Arrays.copyOf(ends, count + (count >> 1));
        }
        int from = PIECE - room;
        System.arraycopy(text, 0, pieces.getLast(), from, text.length);
        starts[count] = (pieces.size() - 1) * PIECE + from;
        ends[count] = starts[count] + text.length;
        count++;
        room -= text.length;
    }
}
