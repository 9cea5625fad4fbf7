package steward.people.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import steward.people.Xlsx;

/** Makes inputs: the sample files damaged, tables invented by the rules of tables, workbooks damaged part by part. */
final class Inputs {
    private static final List<String> SAMPLES = List.of(
            "data/plain.csv",
            "data/google-workspace-download.csv",
            "data/entra-bulk-invite.csv",
            "data/okta-template.csv",
            "data/excel-semicolon-windows1252.csv",
            "data/mistakes.csv",
            "exports/slack-members.csv",
            "exports/atlassian-users.csv",
            "exports/entra-create.csv",
            "exports/webex-users.csv",
            "world/zoom-ja.csv",
            "world/ar-own.csv");
    private static final int LONGEST_SAMPLE = 6_000;
    private static final List<String> TOKENS = List.of(
            "\"",
            "\"\"",
            ",",
            ";",
            "\t",
            "|",
            "\r\n",
            "\r",
            "\n",
            "\0",
            "\uFEFF",
            "@",
            "<",
            ">",
            "sep=;\n",
            "version:v1.0\n",
            "Example: ",
            "mailto:",
            "#EXT#@",
            "=1+1",
            "<!DOCTYPE x [<!ENTITY a \"b\">]>",
            "&a;",
            "<![CDATA[",
            "]]>",
            "<!--",
            "-->",
            "<row>",
            "</row>",
            "<c r=\"ZZ9\" t=\"s\"><v>99999999999</v></c>",
            "<si/>",
            "_x000D_",
            "email",
            "password",
            "\u202E",
            "\uD83D\uDE00",
            "ann@example.org");
    private static final List<String> CELLS = List.of(
            "ann@example.org",
            "bob@example.org",
            "Ann Lee <ann@example.org>",
            "ann@gmial.com",
            "two@@example.org",
            "jürgen@bücher.example",
            "",
            " ",
            "Smith, Jr.",
            "line\nbreak",
            "=1+1",
            "admin",
            "Mitglied",
            "superuser",
            "王小明",
            "Suspended",
            "Bot",
            "TRUE",
            "no",
            "12345",
            "a;b|c\td",
            "say \"hi\"",
            "Example: x@example.org",
            "x_y.example#EXT#@z.example");
    private static final List<String> HEADINGS = List.of(
            "email",
            "name",
            "role",
            "status",
            "note",
            "Vorname",
            "Nachname",
            "password",
            "active",
            "Bot",
            "?",
            "",
            "login",
            "E-Mail",
            "メール",
            "Name [displayName] Required",
            "profile.email",
            "steward-outcome");
    private static final List<String> CHARSETS =
            List.of("UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252", "Shift_JIS", "GB18030", "windows-1251");

    private final List<byte[]> samples = new ArrayList<>();

    Inputs() {
        for (String name : SAMPLES) samples.add(sample(name));
    }

    byte[] of(Random random) {
        return switch (random.nextInt(6)) {
            case 0, 1 -> damaged(any(random, samples), random);
            case 2 -> table(random);
            case 3 -> damaged(table(random), random);
            case 4 -> workbook(random, true);
            default -> damaged(workbook(random, false), random);
        };
    }

    private static byte[] table(Random random) {
        String delimiter = any(random, List.of(",", ";", "\t", "|"));
        String end = any(random, List.of("\n", "\r\n", "\r"));
        StringBuilder text = new StringBuilder();
        int columns = 1 + random.nextInt(6);
        if (random.nextInt(8) == 0) text.append(any(random, TOKENS));
        row(text, random, columns, HEADINGS, delimiter);
        text.append(end);
        int records = random.nextInt(40);
        for (int i = 0; i < records; i++) {
            int width = random.nextInt(6) == 0 ? 1 + random.nextInt(8) : columns;
            row(text, random, width, CELLS, delimiter);
            text.append(end);
        }
        return text.toString().getBytes(Charset.forName(any(random, CHARSETS)));
    }

    private static void row(StringBuilder text, Random random, int width, List<String> words, String delimiter) {
        for (int i = 0; i < width; i++) {
            String cell = any(random, words);
            boolean quoted = cell.matches("(?s).*[,;\\t|\"\\n].*") || random.nextInt(4) == 0;
            text.append(i > 0 ? delimiter : "");
            text.append(quoted ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
        }
    }

    /** @param damagedInside its parts are damaged and packed anew, so that the damage reaches what reads the parts */
    private static byte[] workbook(Random random, boolean damagedInside) {
        StringBuilder rows = new StringBuilder(Xlsx.inline("email", "name", "password"));
        for (int i = random.nextInt(12); i > 0; i--) {
            String cell = escaped(any(random, CELLS));
            rows.append(
                    random.nextBoolean()
                            ? Xlsx.inline(cell, escaped(any(random, CELLS)), "secret")
                            : "<row><c t=\"s\"><v>" + random.nextInt(4) + "</v></c><c><f>A1</f><v>" + cell
                                    + "</v></c></row>");
        }
        byte[] book = new Xlsx()
                .shared("<t>ann@example.org</t>", "<r><t>Ann</t></r><r><t> Lee</t></r>", "<t/>")
                .sheet("Read me", Xlsx.inline("nothing here"))
                .sheet("People", rows.toString())
                .bytes();
        if (!damagedInside) return book;
        Map<String, byte[]> parts = parts(book);
        String part = any(random, List.copyOf(parts.keySet()));
        parts.put(part, damaged(parts.get(part), random));
        return Xlsx.zip(parts);
    }

    private static byte[] damaged(byte[] whole, Random random) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(whole);
        for (int i = 1 + random.nextInt(6); i > 0; i--) {
            byte[] now = out.toByteArray();
            int from = random.nextInt(now.length + 1);
            int to = Math.min(now.length, from + 1 + random.nextInt(random.nextBoolean() ? 4 : 200));
            out.reset();
            out.write(now, 0, from);
            switch (random.nextInt(6)) {
                case 0 -> out.write(random.nextInt(256));
                case 1 -> to = from;
                case 2 -> {
                    for (int times = random.nextInt(50); times >= 0; times--) out.write(now, from, to - from);
                }
                case 3 -> {
                    out.writeBytes(any(random, TOKENS).getBytes(StandardCharsets.UTF_8));
                    to = from;
                }
                case 4 -> {
                    int other = random.nextInt(now.length + 1);
                    out.write(now, other, Math.min(200, now.length - other));
                }
                default -> {}
            }
            out.write(now, to, now.length - to);
        }
        return out.toByteArray();
    }

    private static Map<String, byte[]> parts(byte[] book) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(book))) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                parts.put(part.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static byte[] sample(String name) {
        try (InputStream in = Xlsx.class.getResourceAsStream(name)) {
            return in.readNBytes(LONGEST_SAMPLE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T any(Random random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
