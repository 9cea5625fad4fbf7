package steward.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.api.Role;

/** Files made to do harm are refused within two seconds and 64 MB: read in a JVM that has no more. */
class AttackTest {
    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final String ROW = Xlsx.inline("email") + Xlsx.inline("ann@example.org");
    private static final long SECONDS = 2;

    @TempDir
    Path folder;

    /** What the small JVM runs: reads each file of a folder and prints its name, what came out, and the CPU milliseconds. */
    static final class Reader {
        public static void main(String[] args) throws Exception {
            List<Path> files;
            try (Stream<Path> all = Files.list(Path.of(args[0]))) {
                files = all.sorted().toList();
            }
            // Classes are loaded and compiled once, by a file that is not measured.
            read(files.getLast());
            for (Path file : files) {
                long before = cpu();
                String result = read(file);
                System.out.println(file.getFileName() + "\t" + result + "\t" + (cpu() - before) / 1_000_000);
            }
        }

        /** Of the whole process, collecting garbage and all; the work of others on the machine does not count. */
        private static long cpu() {
            return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                    .getProcessCpuTime();
        }

        private static String read(Path path) {
            try (PeopleFile file = PeopleFile.open(path)) {
                Checker checker = new Checker(Lookup.NOBODY, Policy.of(Role.OWNER));
                file.read(file.guess().settings(), checker::check);
                return "read " + checker.tally().rows();
            } catch (UnreadableFileException e) {
                return e.kind().name();
            } catch (OutOfMemoryError e) {
                return "OUT OF MEMORY";
            }
        }
    }

    @Test
    void everyAttackIsRefusedWithinTwoSecondsAnd64Megabytes() throws Exception {
        Map<String, String> expected = new TreeMap<>();
        attacks().forEach((name, attack) -> {
            Reading.file(folder, name, attack.content());
            expected.put(name, attack.outcome());
        });
        Reading.file(folder, "zz honest", new Xlsx().sheet("S", ROW).bytes());

        Map<String, String> outcomes = new TreeMap<>();
        List<String> slow = new ArrayList<>();
        for (String line : SmallJvm.run(Reader.class, List.of("-Xmx64m"), folder.toString())
                .split("\\R")) {
            String[] parts = line.split("\t");
            assertThat(parts).as(line).hasSize(3);
            outcomes.put(parts[0], parts[1]);
            if (Long.parseLong(parts[2]) >= SECONDS * 1_000) slow.add(line);
        }

        assertThat(outcomes.remove("zz honest")).isEqualTo("read 1");
        assertThat(outcomes).isEqualTo(expected);
        assertThat(slow).isEmpty();
        System.out.printf("attacks: %d refused in 64 MB, %d s each at most%n", outcomes.size(), SECONDS);
    }

    private record Attack(String outcome, byte[] content) {}

    private static Map<String, Attack> attacks() {
        Map<String, Attack> attacks = new LinkedHashMap<>();
        bombs(attacks);
        entities(attacks);
        structures(attacks);
        texts(attacks);
        return attacks;
    }

    private static void bombs(Map<String, Attack> attacks) {
        attacks.put("bomb in a picture", new Attack("TOO_COMPRESSED", with("xl/media/a", new byte[100 << 20])));
        attacks.put("bomb in the sheet", new Attack("TOO_COMPRESSED", with(SHEET, rows("<row></row>", 4 << 20))));
        attacks.put(
                "bomb in the sheet that lies",
                new Attack("TOO_LARGE_INSIDE", lying(with(SHEET, rows("<row></row>", 4 << 20)))));
        attacks.put(
                "bomb in the shared texts that lies",
                new Attack("TOO_LARGE_INSIDE", lying(with("xl/sharedStrings.xml", "<sst>" + "<si/>".repeat(8 << 20)))));
        attacks.put(
                "shared texts just below a bomb",
                new Attack("TOO_LARGE_INSIDE", with("xl/sharedStrings.xml", repetitive(60 << 20))));
        attacks.put(
                "bomb of nested zips",
                new Attack("ARCHIVE", Xlsx.zip(Map.of("a.zip", Xlsx.zip(Map.of("b", new byte[1 << 20]))))));
        attacks.put(
                "workbook list that is a bomb",
                new Attack("TOO_COMPRESSED", with("xl/workbook.xml", "<a/>".repeat(4 << 20))));
    }

    private static void entities(Map<String, Attack> attacks) {
        String local = "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><worksheet>&a;</worksheet>";
        String remote = "<!DOCTYPE x SYSTEM \"http://127.0.0.1:1/x.dtd\"><worksheet/>";
        String parameter = "<!DOCTYPE x [<!ENTITY % a SYSTEM \"file:///dev/zero\"> %a;]><worksheet/>";
        StringBuilder laughs = new StringBuilder("<!DOCTYPE x [<!ENTITY l0 \"lol\">");
        for (int i = 1; i < 12; i++) {
            laughs.append("<!ENTITY l%d \"%s\">".formatted(i, ("&l" + (i - 1) + ";").repeat(10)));
        }
        String quadratic =
                "<!DOCTYPE x [<!ENTITY a \"" + "x".repeat(100_000) + "\">]><worksheet>" + "&a;".repeat(100_000);
        attacks.put("external entity", new Attack("ENTITIES", with(SHEET, local)));
        attacks.put("external document type", new Attack("ENTITIES", with(SHEET, remote)));
        attacks.put("parameter entity", new Attack("ENTITIES", with(SHEET, parameter)));
        attacks.put("billion laughs", new Attack("ENTITIES", with(SHEET, laughs + "]><worksheet>&l11;</worksheet>")));
        attacks.put("quadratic blow-up", new Attack("ENTITIES", with(SHEET, quadratic)));
        attacks.put("entity in the list of sheets", new Attack("ENTITIES", with("xl/workbook.xml", local)));
        attacks.put("entity in the relations", new Attack("ENTITIES", with("_rels/.rels", local)));
        byte[] wide = local.getBytes(StandardCharsets.UTF_16);
        attacks.put("external entity in UTF-16", new Attack("BROKEN_WORKBOOK", with(SHEET, wide)));
    }

    private static void structures(Map<String, Attack> attacks) {
        attacks.put("parts that overlap", new Attack("PARTS_OVERLAP", shifted(book())));
        attacks.put("parts that are one", new Attack("PARTS_OVERLAP", overlapping(book())));
        attacks.put("part that is the directory", new Attack("PARTS_OVERLAP", beyond(book())));
        Map<String, byte[]> many = new LinkedHashMap<>();
        for (int i = 0; i < 70_000; i++) many.put("p" + i, new byte[0]);
        attacks.put("parts without number", new Attack("TOO_MANY_PARTS", Xlsx.zip(many)));
        attacks.put(
                "tags within tags",
                new Attack("BROKEN_WORKBOOK", with(SHEET, "<worksheet>" + names(1_000_000, false))));
        String instructions = names(1_000_000, true).replace("<e", "<?e").replace("/>", "?>");
        attacks.put(
                "instructions of every name", new Attack("BROKEN_WORKBOOK", with(SHEET, "<worksheet>" + instructions)));
        attacks.put(
                "tags of every name",
                new Attack("BROKEN_WORKBOOK", with(SHEET, "<worksheet>" + names(2_000_000, true))));
        StringBuilder attributes = new StringBuilder("<worksheet><sheetData><row");
        for (int i = 0; i < 100_000; i++) attributes.append(" a%d=\"\"".formatted(i));
        attacks.put("attributes without number", new Attack("BROKEN_WORKBOOK", with(SHEET, attributes + "/>")));
        attacks.put(
                "cells far out",
                new Attack("TOO_MANY_COLUMNS", with(SHEET, rows("<row><c r=\"XFD1\"><v>1</v></c></row>", 9))));
    }

    private static void texts(Map<String, Attack> attacks) {
        attacks.put("csv of one quote", new Attack("FIELD_TOO_LARGE", utf8("email\n\"" + "x,\n".repeat(8 << 20))));
        attacks.put(
                "csv of one line",
                new Attack("ROW_TOO_LARGE", utf8("email" + ("," + "x".repeat(1_000)).repeat(20_000))));
        attacks.put("csv of commas", new Attack("TOO_MANY_COLUMNS", utf8(",".repeat(16 << 20))));
        String cell = "x".repeat(60_000);
        String wide = ("ann@example.org" + ("," + cell).repeat(16) + "\n").repeat(80);
        attacks.put("csv of the longest rows", new Attack("read 80", utf8("email\n" + wide)));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] book() {
        return new Xlsx().sheet("S", ROW).bytes();
    }

    private static byte[] with(String part, String content) {
        return with(part, utf8(content));
    }

    private static byte[] with(String part, byte[] content) {
        return new Xlsx().sheet("S", ROW).shared("<t>x</t>").replaced(part, content);
    }

    private static String rows(String row, int count) {
        return "<worksheet><sheetData>" + ROW + row.repeat(count);
    }

    /** About as often the same as a zip lets pass. */
    private static String repetitive(int length) {
        StringBuilder text = new StringBuilder("<sst>");
        Random random = new Random(3);
        while (text.length() < length) {
            text.append("<si><t>")
                    .append(Long.toHexString(random.nextLong()))
                    .append("x".repeat(1_500))
                    .append("</t></si>");
        }
        return text.toString();
    }

    private static String names(int count, boolean closed) {
        StringBuilder text = new StringBuilder();
        Random random = new Random(5);
        for (int i = 0; i < count; i++) {
            text.append("<e")
                    .append(Integer.toString(random.nextInt(1 << 30), 36))
                    .append(closed ? "/>" : ">");
        }
        return text.toString();
    }

    /** Every size in the directory is claimed to be small. */
    private static byte[] lying(byte[] zip) {
        return changed(zip, (buffer, at) -> buffer.putInt(at + 24, 1_024));
    }

    private static byte[] overlapping(byte[] zip) {
        return changed(zip, (buffer, at) -> buffer.putInt(at + 42, 0));
    }

    /** Each part begins within the one before. */
    private static byte[] shifted(byte[] zip) {
        return changed(zip, (buffer, at) -> buffer.putInt(at + 42, Math.max(0, buffer.getInt(at + 42) - 24)));
    }

    private static byte[] beyond(byte[] zip) {
        return changed(zip, (buffer, at) -> buffer.putInt(at + 20, zip.length));
    }

    private interface Change {
        void make(ByteBuffer zip, int entry);
    }

    private static byte[] changed(byte[] zip, Change change) {
        ByteBuffer buffer = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i + 46 < zip.length; i++) {
            if (buffer.getInt(i) == 0x02014b50) change.make(buffer, i);
        }
        return zip;
    }
}
