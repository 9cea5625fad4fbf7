package steward.people;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import steward.people.UnreadableFileException.Kind;

/** An .xlsx file: its sheets by name. Checked whole before anything is unpacked. */
final class Workbook {
    private static final long SMALL_PART = 4L << 20;
    private static final String PARTS_OF = "_rels/.rels";

    private final Path path;
    /** Name of the sheet to name of its part, the visible ones first. */
    private final Map<String, String> sheets;

    private final String strings;

    private Workbook(Path path, Map<String, String> sheets, String strings) {
        this.path = path;
        this.sheets = sheets;
        this.strings = strings;
    }

    static Workbook of(Source source) throws UnreadableFileException {
        if (!(source instanceof Source.File file)) throw new UnreadableFileException(Kind.BROKEN_WORKBOOK);
        Set<String> names = ZipDirectory.checked(file.path()).stream()
                .map(ZipDirectory.Entry::name)
                .collect(Collectors.toSet());
        refuseOther(names);
        try (Parts parts = Parts.open(file.path())) {
            return read(file.path(), parts);
        }
    }

    List<String> sheets() {
        return List.copyOf(sheets.keySet());
    }

    void read(String sheet, Rec.Sink sink) throws UnreadableFileException {
        String part = sheets.get(sheet);
        if (part == null) throw new UnreadableFileException(Kind.NO_SUCH_SHEET, sheet);
        try (Parts parts = Parts.open(path)) {
            SharedStrings shared = SharedStrings.of(parts, strings);
            if (!parts.read(part, Limits.ZIP_TOTAL, new SheetRecords(shared, sink))) {
                throw new UnreadableFileException(Kind.BROKEN_WORKBOOK);
            }
        }
    }

    private static void refuseOther(Set<String> names) throws UnreadableFileException {
        if (names.stream().anyMatch(name -> name.matches("xl/workbook[0-9]*\\.xml"))) return;
        if (names.contains("xl/workbook.bin")) throw new UnreadableFileException(Kind.BINARY_EXCEL);
        if (names.contains("content.xml") && names.contains("mimetype")) {
            throw new UnreadableFileException(Kind.OPEN_DOCUMENT);
        }
        boolean office = names.contains("[Content_Types].xml") || names.stream().anyMatch(n -> n.startsWith("Index/"));
        boolean book = names.contains(PARTS_OF) && names.stream().anyMatch(n -> n.contains("worksheets/"));
        if (!book) throw new UnreadableFileException(office ? Kind.OTHER_DOCUMENT : Kind.ARCHIVE);
        throw new UnreadableFileException(Kind.BROKEN_WORKBOOK);
    }

    private static Workbook read(Path path, Parts parts) throws UnreadableFileException {
        Map<String, String> targets = new HashMap<>();
        String[] strings = {"xl/sharedStrings.xml"};
        String main = main(parts);
        parts.read("xl/_rels/" + main + ".rels", SMALL_PART, elements("Relationship", xml -> {
            String target = partName(attribute(xml, "Target"));
            targets.put(attribute(xml, "Id"), target);
            if (attribute(xml, "Type").endsWith("/sharedStrings")) strings[0] = target;
        }));
        Map<String, String> visible = new LinkedHashMap<>();
        Map<String, String> hidden = new LinkedHashMap<>();
        List<String> ids = new ArrayList<>();
        parts.read("xl/" + main, SMALL_PART, elements("sheet", xml -> {
            String id = relation(xml);
            ids.add(id);
            String target = targets.getOrDefault(id, "xl/worksheets/sheet" + ids.size() + ".xml");
            boolean shown = !attribute(xml, "state").toLowerCase(Locale.ROOT).contains("hidden");
            // Charts are sheets, too, but hold no rows.
            if (parts.has(target) && target.contains("worksheets/")) {
                (shown ? visible : hidden).put(attribute(xml, "name"), target);
            }
        }));
        hidden.forEach(visible::putIfAbsent);
        if (visible.isEmpty()) throw new UnreadableFileException(Kind.BROKEN_WORKBOOK);
        return new Workbook(path, visible, strings[0]);
    }

    /** Nearly always workbook.xml, but some services number it. */
    private static String main(Parts parts) throws UnreadableFileException {
        String[] main = {"workbook.xml"};
        parts.read(PARTS_OF, SMALL_PART, elements("Relationship", xml -> {
            String target = attribute(xml, "Target");
            boolean document = attribute(xml, "Type").endsWith("/officeDocument");
            if (document && target.contains("workbook")) main[0] = target.substring(target.lastIndexOf('/') + 1);
        }));
        return main[0];
    }

    @FunctionalInterface
    private interface Element {
        void take(XMLStreamReader xml);
    }

    private static Parts.Reading elements(String name, Element element) {
        return xml -> eachElement(xml, name, element);
    }

    private static void eachElement(XMLStreamReader xml, String name, Element element) throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals(name)) element.take(xml);
        }
    }

    private static String attribute(XMLStreamReader xml, String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    /** The attribute r:id, whatever its prefix. */
    private static String relation(XMLStreamReader xml) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            boolean namespaced = xml.getAttributeNamespace(i) != null
                    && !xml.getAttributeNamespace(i).isEmpty();
            if (namespaced && xml.getAttributeLocalName(i).equals("id")) return xml.getAttributeValue(i);
        }
        return "";
    }

    private static String partName(String target) {
        if (target.startsWith("/")) return target.substring(1);
        return "xl/" + (target.startsWith("./") ? target.substring(2) : target);
    }
}
