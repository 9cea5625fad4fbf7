package steward.people;

import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/**
 * Refuses a part that makes up names without end: a parser keeps every name it ever met, and a workbook has some hundred.
 * Not thread-safe.
 */
final class FewNames extends StreamReaderDelegate {
    private static final int MOST = 2_000;
    private final Set<String> names = new HashSet<>();

    FewNames(XMLStreamReader xml) {
        super(xml);
    }

    @Override
    public int next() throws XMLStreamException {
        int event = super.next();
        if (event == START_ELEMENT) {
            names.add(getLocalName());
            for (int i = 0; i < getAttributeCount(); i++) names.add(getAttributeLocalName(i));
        } else if (event == PROCESSING_INSTRUCTION) {
            names.add(getPITarget());
        }
        if (names.size() > MOST) throw new XMLStreamException("more than " + MOST + " names");
        return event;
    }
}
