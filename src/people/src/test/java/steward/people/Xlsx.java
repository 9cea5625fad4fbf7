package steward.people;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes workbooks part by part, right ones and wrong ones. */
public final class Xlsx {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private final StringBuilder sheets = new StringBuilder();
    private final StringBuilder relations = new StringBuilder();
    private int count;

    public static String inline(String... cells) {
        StringBuilder row = new StringBuilder("<row>");
        for (String cell : cells)
            row.append("<c t=\"inlineStr\"><is><t>").append(cell).append("</t></is></c>");
        return row.append("</row>").toString();
    }

    public Xlsx sheet(String name, String rows) {
        return sheet(name, "", rows);
    }

    public Xlsx sheet(String name, String attributes, String rows) {
        count++;
        sheets.append(
                "<sheet name=\"%s\" sheetId=\"%d\" r:id=\"rId%d\" %s/>".formatted(name, count, count, attributes));
        relations.append("<Relationship Id=\"rId%d\" Type=\"%s/worksheet\" Target=\"worksheets/sheet%d.xml\"/>"
                .formatted(count, RELATIONS, count));
        return part(
                "xl/worksheets/sheet%d.xml".formatted(count),
                "<?xml version=\"1.0\"?><worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows
                        + "</sheetData></worksheet>");
    }

    public Xlsx shared(String... strings) {
        StringBuilder xml = new StringBuilder("<sst xmlns=\"" + MAIN + "\">");
        for (String string : strings) xml.append("<si>").append(string).append("</si>");
        return part("xl/sharedStrings.xml", xml + "</sst>");
    }

    public Xlsx part(String name, String content) {
        return part(name, content.getBytes(StandardCharsets.UTF_8));
    }

    public Xlsx part(String name, byte[] content) {
        parts.put(name, content);
        return this;
    }

    /** The workbook, with one part being something else. */
    byte[] replaced(String part, byte[] content) {
        bytes();
        return zip(part(part, content).parts);
    }

    public byte[] bytes() {
        part("[Content_Types].xml", "<Types/>");
        part(
                "xl/workbook.xml",
                "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets>%s</sheets></workbook>"
                        .formatted(MAIN, RELATIONS, sheets));
        part("xl/_rels/workbook.xml.rels", "<Relationships>" + relations + "</Relationships>");
        return zip(parts);
    }

    public static byte[] zip(Map<String, byte[]> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
