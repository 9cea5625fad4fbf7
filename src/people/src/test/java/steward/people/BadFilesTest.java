package steward.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import steward.people.UnreadableFileException.Kind;

/** Files that are no table of people: each is refused, with what it is, in no time and little memory. */
class BadFilesTest {
    private static final long MEMORY = 64L << 20;
    private static final long NANOS = 2_000_000_000L;

    @TempDir
    Path folder;

    static Stream<Arguments> files() {
        return Stream.concat(Stream.concat(others(), texts()), workbooks());
    }

    private static Stream<Arguments> others() {
        return Stream.of(
                bad("empty", Kind.EMPTY, ""),
                bad("only spaces", Kind.EMPTY, " \r\n\t\r\n"),
                bad("only a mark", Kind.EMPTY, "\uFEFF"),
                bad("png", Kind.IMAGE, hex("89504e470d0a1a0a0000000d49484452")),
                bad("jpeg", Kind.IMAGE, hex("ffd8ffe000104a464946")),
                bad("gif", Kind.IMAGE, "GIF89a......"),
                bad("tiff", Kind.IMAGE, hex("49492a0008000000")),
                bad("heic", Kind.IMAGE, hex("0000001866747970686569630000")),
                bad("mp4", Kind.SOUND_OR_VIDEO, hex("000000186674797069736f6d0000")),
                bad("mp3", Kind.SOUND_OR_VIDEO, "ID3......"),
                bad("pdf", Kind.PDF, "%PDF-1.7\nann@example.org"),
                bad("gzip", Kind.ARCHIVE, gzip("email\nann@example.org\n")),
                bad("7z", Kind.ARCHIVE, hex("377abcaf271c0004")),
                bad("rar", Kind.ARCHIVE, "Rar!\u001A\u0007"),
                bad("plain zip", Kind.ARCHIVE, zip("people.csv", "email\nann@example.org\n")),
                bad("empty zip", Kind.ARCHIVE, hex("504b0506000000000000000000000000000000000000")),
                bad("java class", Kind.PROGRAM, hex("cafebabe00000045")),
                bad("elf", Kind.PROGRAM, hex("7f454c4602010100")),
                bad("windows program", Kind.PROGRAM, hex("4d5a900003000000")),
                bad("sqlite", Kind.DATABASE, "SQLite format 3\0......"),
                bad("access", Kind.DATABASE, "\0\u0001\0\0Standard ACE DB\0"),
                bad("old xls", Kind.OLD_EXCEL, ole("Workbook")),
                bad("older xls", Kind.OLD_EXCEL, hex("0908100000060500")),
                bad("old doc", Kind.OTHER_DOCUMENT, ole("WordDocument")),
                bad("encrypted workbook", Kind.ENCRYPTED, ole("EncryptedPackage")),
                bad("random bytes", Kind.BINARY, hex("00010203a0b0c0d0e0f0".repeat(40))),
                bad("zeros", Kind.BINARY, new byte[5_000]),
                bad("docx", Kind.OTHER_DOCUMENT, zip("[Content_Types].xml", "<Types/>", "word/document.xml", "<w/>")),
                bad("ods", Kind.OPEN_DOCUMENT, zip("mimetype", "application/vnd", "content.xml", "<x/>")),
                bad("xlsb", Kind.BINARY_EXCEL, zip("[Content_Types].xml", "<Types/>", "xl/workbook.bin", "x")),
                bad("numbers", Kind.OTHER_DOCUMENT, zip("Index/Document.iwa", "x")));
    }

    private static Stream<Arguments> texts() {
        return Stream.of(
                bad("web page", Kind.WEB_PAGE, "\n<!DOCTYPE html>\n<html><body>Sign in</body></html>"),
                bad("table saved as xls", Kind.WEB_PAGE, "<table><tr><td>ann@example.org</td></tr></table>"),
                bad("xml spreadsheet", Kind.XML, "<?xml version=\"1.0\"?><Workbook/>"),
                bad("json", Kind.JSON, "[\n  {\"email\": \"ann@example.org\"}\n]"),
                bad("json object", Kind.JSON, "{\"users\": []}"),
                bad("rich text", Kind.RICH_TEXT, "{\\rtf1\\ansi ann@example.org}"),
                bad("directory entries", Kind.DIRECTORY_ENTRIES, "dn: cn=Ann,dc=example\nmail: ann@example.org\n"),
                bad(
                        "directory entries of a version",
                        Kind.DIRECTORY_ENTRIES,
                        "version: 1\n# one\n\ndn:: Y249QW5u\nmail: ann@example.org\n"),
                bad("contact cards", Kind.CONTACT_CARDS, "BEGIN:VCARD\nEMAIL:ann@example.org\nEND:VCARD\n"),
                bad(
                        "mail message",
                        Kind.MAIL_MESSAGE,
                        "Received: by x\nFrom: ann@example.org\nTo: bob@example.org\n\nHi"),
                bad("only headings", Kind.NO_ROWS, "email,name,role\n"),
                bad("no addresses", Kind.NO_ADDRESS_COLUMN, "name,city\nAnn,Graz\nBob,Wien\n"),
                bad("prose", Kind.NO_ADDRESS_COLUMN, "Dear all,\nplease find the list attached.\nKind regards\n"),
                bad("user names only", Kind.NO_ADDRESS_COLUMN, "username,name\nann,Ann\nbob,Bob\n"),
                bad("unclosed quote", Kind.UNCLOSED_QUOTE, "email,name\nann@example.org,\"Ann\nbob@example.org,Bob\n"),
                bad("huge cell", Kind.FIELD_TOO_LARGE, "email,name\nann@example.org," + "x".repeat(66_000) + "\n"),
                bad("quote over many lines", Kind.FIELD_TOO_LARGE, "email\n\"ann" + "\nbob@example.org".repeat(20_000)),
                bad("huge row", Kind.ROW_TOO_LARGE, "email\nann@example.org" + ("," + "x".repeat(60_000)).repeat(20)),
                bad("too many columns", Kind.TOO_MANY_COLUMNS, "email\nann@example.org" + ",x".repeat(5_000)),
                bad("one endless line", Kind.FIELD_TOO_LARGE, "x".repeat(20_000_000)));
    }

    private static Stream<Arguments> workbooks() {
        String row = Xlsx.inline("email") + Xlsx.inline("ann@example.org");
        String entity = "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>";
        StringBuilder laughs = new StringBuilder("<!DOCTYPE x [<!ENTITY l0 \"lol\">");
        for (int i = 1; i < 10; i++) {
            laughs.append("<!ENTITY l%d \"%s\">".formatted(i, ("&l" + (i - 1) + ";").repeat(10)));
        }
        String sheet = "xl/worksheets/sheet1.xml";
        return Stream.of(
                bad(
                        "workbook cut off",
                        Kind.BROKEN_WORKBOOK,
                        cut(new Xlsx().sheet("S", row).bytes())),
                bad(
                        "workbook whose end is cut",
                        Kind.BROKEN_WORKBOOK,
                        cutEnd(new Xlsx().sheet("S", row).bytes())),
                bad(
                        "workbook with broken xml",
                        Kind.BROKEN_WORKBOOK,
                        new Xlsx().sheet("S", "<row><c>").bytes()),
                bad("workbook without sheets", Kind.BROKEN_WORKBOOK, new Xlsx().bytes()),
                bad(
                        "workbook with an empty sheet",
                        Kind.NO_ROWS,
                        new Xlsx().sheet("S", "").bytes()),
                bad(
                        "workbook without addresses",
                        Kind.NO_ADDRESS_COLUMN,
                        book(Xlsx.inline("a", "b") + Xlsx.inline("c"))),
                bad(
                        "external entity",
                        Kind.ENTITIES,
                        new Xlsx()
                                .sheet("S", row)
                                .part(sheet, entity + "<worksheet/>")
                                .bytes()),
                bad(
                        "entity bomb",
                        Kind.ENTITIES,
                        new Xlsx()
                                .sheet("S", row)
                                .part(sheet, laughs + "]><worksheet>&l9;</worksheet>")
                                .bytes()),
                bad(
                        "entity in shared texts",
                        Kind.ENTITIES,
                        new Xlsx()
                                .sheet("S", row)
                                .part("xl/sharedStrings.xml", entity + "<sst><si><t>&a;</t></si></sst>")
                                .bytes()),
                bad("undeclared entity", Kind.BROKEN_WORKBOOK, book(Xlsx.inline("&secret;"))),
                bad(
                        "zip bomb",
                        Kind.TOO_COMPRESSED,
                        new Xlsx()
                                .sheet("S", row)
                                .part("xl/media/a", new byte[40 << 20])
                                .bytes()),
                bad(
                        "zip bomb that lies about its size",
                        Kind.TOO_LARGE_INSIDE,
                        lying(new Xlsx()
                                .sheet("S", row)
                                .part(sheet, "<worksheet><sheetData>" + row + "<row></row>".repeat(6 << 20))
                                .bytes())),
                bad(
                        "endless shared texts",
                        Kind.TOO_LARGE_INSIDE,
                        lying(new Xlsx()
                                .sheet("S", row)
                                .part("xl/sharedStrings.xml", "<sst>" + "<si/>".repeat(14 << 20))
                                .bytes())),
                bad("endless blank", Kind.FIELD_TOO_LARGE, book("<row>" + random(1 << 21) + "</row>")),
                bad("endless text in a cell", Kind.FIELD_TOO_LARGE, book(Xlsx.inline("x".repeat(70_000)))),
                bad("endless attribute", Kind.FIELD_TOO_LARGE, book("<row a=\"" + random(2 << 20) + "\"></row>")),
                bad(
                        "endless comment",
                        Kind.FIELD_TOO_LARGE,
                        book("<!--" + "<a>".repeat(1 << 20) + random(1 << 20) + "-->")),
                bad(
                        "column out of this world",
                        Kind.TOO_MANY_COLUMNS,
                        book("<row><c r=\"ZZZZZZ1\"><v>1</v></c></row>")),
                bad("too many parts", Kind.TOO_MANY_PARTS, parts(3_000)),
                bad(
                        "part that climbs out",
                        Kind.PART_NAME,
                        new Xlsx().sheet("S", row).part("../../x", "x").bytes()),
                bad(
                        "part with a drive",
                        Kind.PART_NAME,
                        new Xlsx().sheet("S", row).part("C:/x", "x").bytes()),
                bad(
                        "parts that overlap",
                        Kind.PARTS_OVERLAP,
                        overlapping(new Xlsx().sheet("S", row).bytes())),
                bad(
                        "encrypted zip",
                        Kind.ENCRYPTED,
                        encrypted(new Xlsx().sheet("S", row).bytes())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void isRefusedForWhatItIs(String name, Kind kind, byte[] content) {
        Path file = Reading.file(folder, "file", content);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        // The time of this thread alone: other work on the machine is not the reader's.
        long start = threads.getCurrentThreadCpuTime();
        long before = threads.getCurrentThreadAllocatedBytes();

        UnreadableFileException refused = catchThrowableOfType(UnreadableFileException.class, () -> Reading.of(file));

        assertThat(refused).isNotNull();
        assertThat(refused.kind()).isEqualTo(kind);
        assertThat(threads.getCurrentThreadCpuTime() - start).isLessThan(NANOS);
        // Held at once is less than given out over time: the stricter measure of the two, but for the streamed ones.
        boolean streamed = content.length > 1 << 20 || name.startsWith("endless") || name.startsWith("zip bomb");
        if (!streamed)
            assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(MEMORY);
    }

    @Test
    void thereAreManyKinds() {
        assertThat(files().map(arguments -> arguments.get()[0]).distinct().count())
                .isGreaterThanOrEqualTo(60);
        assertThat(files().map(arguments -> arguments.get()[1]).distinct().count())
                .isGreaterThanOrEqualTo(25);
    }

    @Test
    void whatIsNotThereOrNoFileIsSaidSo() throws IOException {
        Files.createDirectory(folder.resolve("folder"));

        assertThat(kind(folder.resolve("none.csv"))).isEqualTo(Kind.MISSING);
        assertThat(kind(folder.resolve("folder"))).isEqualTo(Kind.FOLDER);
    }

    @Test
    void theLineOfTheFaultIsNamed() {
        Path file = Reading.file(folder, "a.csv", "email,name\nann@example.org,Ann\nbob@example.org,\"Bob\ncy\n");

        UnreadableFileException refused = catchThrowableOfType(UnreadableFileException.class, () -> Reading.of(file));
        assertThat(refused.args()).containsExactly("3");
    }

    private static Kind kind(Path file) {
        return catchThrowableOfType(UnreadableFileException.class, () -> PeopleFile.open(file))
                .kind();
    }

    private static Arguments bad(String name, Kind kind, String content) {
        boolean latin1 = content.chars().allMatch(c -> c < 0x100) && kind != Kind.EMPTY;
        return bad(name, kind, content.getBytes(latin1 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8));
    }

    private static Arguments bad(String name, Kind kind, byte[] content) {
        return Arguments.of(name, kind, content);
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    private static byte[] ole(String stream) {
        return (new String(hex("d0cf11e0a1b11ae1"), StandardCharsets.ISO_8859_1)
                        + "\0".repeat(600)
                        + String.join("\0", stream.split("")))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] book(String rows) {
        return new Xlsx().sheet("S", rows).bytes();
    }

    private static String random(int length) {
        StringBuilder text = new StringBuilder(length);
        java.util.Random random = new java.util.Random(7);
        while (text.length() < length) text.append((char) ('a' + random.nextInt(26)));
        return text.toString();
    }

    private static byte[] zip(String... namesAndContents) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        for (int i = 0; i < namesAndContents.length; i += 2) {
            parts.put(namesAndContents[i], namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        return Xlsx.zip(parts);
    }

    private static byte[] parts(int count) {
        Xlsx book = new Xlsx().sheet("S", Xlsx.inline("email"));
        for (int i = 0; i < count; i++) book.part("p" + i, "");
        return book.bytes();
    }

    private static byte[] gzip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] cut(byte[] bytes) {
        return java.util.Arrays.copyOf(bytes, bytes.length - 40);
    }

    /** Every entry of the directory says that it is one kilobyte large. */
    /** A long remark is announced behind the directory, and is not there. */
    private static byte[] cutEnd(byte[] zip) {
        byte[] cut = zip.clone();
        cut[cut.length - 1] = 6;
        return cut;
    }

    private static byte[] lying(byte[] zip) {
        eachEntry(zip, (buffer, at) -> buffer.putInt(at + 24, 1_024));
        return zip;
    }

    /** Every entry of the directory begins where the first does. */
    private static byte[] overlapping(byte[] zip) {
        eachEntry(zip, (buffer, at) -> buffer.putInt(at + 42, 0));
        return zip;
    }

    private static byte[] encrypted(byte[] zip) {
        eachEntry(zip, (buffer, at) -> buffer.putShort(at + 8, (short) (buffer.getShort(at + 8) | 1)));
        return zip;
    }

    private interface Change {
        void make(ByteBuffer zip, int entry);
    }

    private static void eachEntry(byte[] zip, Change change) {
        ByteBuffer buffer = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i + 46 < zip.length; i++) {
            if (buffer.getInt(i) == 0x02014b50) change.make(buffer, i);
        }
    }
}
