package steward.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.api.Role;
import steward.people.UnreadableFileException.Kind;

class WorkbookTest {
    @TempDir
    Path folder;

    private Reading read(Xlsx book) throws UnreadableFileException {
        return Reading.of(Reading.file(folder, "book.xlsx", book.bytes()));
    }

    @Test
    void sharedTextsNumbersAndFormulasAreRead() throws Exception {
        Reading reading = read(new Xlsx()
                .shared(
                        "<t>E-Mail</t>",
                        "<t>Name</t>",
                        "<r><t>An</t></r><r><t xml:space=\"preserve\">n Lee</t></r>" + "<rPh><t>reading</t></rPh>",
                        "<t>Rolle</t>",
                        "<t>Administrator</t>")
                .sheet("People", """
                <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="D1" t="s"><v>3</v></c></row>
                <row r="2"><c r="A2" t="str"><f>B9&amp;"@example.org"</f><v>ann@example.org</v></c>
                  <c r="B2" t="s"><v>2</v></c><c r="D2" t="s"><v>4</v></c></row>
                <row r="5"><c r="A5" t="inlineStr"><is><t>bob@example.org</t></is></c><c r="B5"><v>42</v></c></row>
                <row r="6"><c r="A6"><f>HYPERLINK("x")</f></c><c r="B6" t="b"><v>1</v></c></row>
                """));

        assertThat(reading.emails()).containsExactly("ann@example.org", "bob@example.org", "=HYPERLINK(\"x\")");
        assertThat(reading.names()).containsExactly("Ann Lee", "42", "TRUE");
        assertThat(reading.row(0).role()).isEqualTo(Role.ADMIN);
        assertThat(reading.row(1).row().place()).isEqualTo(new Place(1, 3, 5));
        assertThat(reading.row(2).outcome()).isEqualTo(Outcome.ATTENTION);
    }

    @Test
    void theSheetWithAddressesIsTakenAndAnotherCanBeChosen() throws Exception {
        byte[] book = new Xlsx()
                .sheet("Secret", "state=\"hidden\"", Xlsx.inline("email") + Xlsx.inline("hidden@example.org"))
                .sheet("Read me", Xlsx.inline("Please fill in the second sheet"))
                .sheet("Staff", Xlsx.inline("email", "name") + Xlsx.inline("ann@example.org", "Ann"))
                .sheet("Guests", Xlsx.inline("email", "name") + Xlsx.inline("bob@example.org", "Bob"))
                .bytes();
        try (PeopleFile file = PeopleFile.open(Reading.file(folder, "book.xlsx", book))) {
            Guess guess = file.guess();
            assertThat(guess.sheets()).containsExactly("Read me", "Staff", "Guests", "Secret");
            assertThat(guess.settings().sheet()).isEqualTo("Staff");
            Guess guests = file.guess(Choice.NOTHING.withSheet("Guests"));
            assertThat(Reading.of(file, guests, Policy.of(Role.OWNER), Lookup.NOBODY)
                            .emails())
                    .containsExactly("bob@example.org");
            assertThatThrownBy(() -> file.guess(Choice.NOTHING.withSheet("Read me")))
                    .isInstanceOfSatisfying(UnreadableFileException.class, e -> assertThat(e.kind())
                            .isEqualTo(Kind.NO_ADDRESS_COLUMN));
            assertThatThrownBy(() -> file.guess(Choice.NOTHING.withSheet("None")))
                    .isInstanceOfSatisfying(UnreadableFileException.class, e -> {
                        assertThat(e.kind()).isEqualTo(Kind.NO_SUCH_SHEET);
                        assertThat(e.args()).containsExactly("None");
                    });
        }
    }

    @Test
    void passwordsAreDropped() throws Exception {
        Reading reading = read(new Xlsx()
                .sheet(
                        "S",
                        Xlsx.inline("email", "Kennwort", "name") + Xlsx.inline("ann@example.org", "canary", "Ann")));

        assertThat(reading.guess().passwordsDropped()).isTrue();
        assertThat(reading.guess().toString()).doesNotContain("canary");
        assertThat(reading.names()).containsExactly("Ann");
    }

    @Test
    void escapedControlCharactersAndCommentsDoNoHarm() throws Exception {
        Reading reading = read(new Xlsx()
                .sheet(
                        "S",
                        Xlsx.inline("email", "name")
                                + "<!-- <a> --><row><c t=\"inlineStr\"><is><t><![CDATA[ann@example.org]]>"
                                + "</t></is></c><c t=\"inlineStr\"><is><t>Ann_x000D_\nLee</t></is></c></row>"));

        assertThat(reading.emails()).containsExactly("ann@example.org");
        assertThat(reading.names()).containsExactly("Ann Lee");
    }

    @Test
    void cellsMayPointNowhere() throws Exception {
        Reading reading = read(new Xlsx()
                .sheet(
                        "S",
                        Xlsx.inline("email", "name")
                                + "<row r=\"x\"><c r=\"A2\" t=\"inlineStr\"><is><t>ann@example.org</t></is></c>"
                                + "<c r=\"?\" t=\"s\"><v>99</v></c><c t=\"d\"><v>2026-01-01</v></c></row>"));

        assertThat(reading.emails()).containsExactly("ann@example.org");
        assertThat(reading.row(0).outcome()).isEqualTo(Outcome.ATTENTION);
    }

    @Test
    void theWorkbookMayHaveANumber() throws Exception {
        byte[] book = new Xlsx()
                .part(
                        "_rels/.rels",
                        "<Relationships><Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"/xl/workbook2.xml\"/>"
                                + "</Relationships>")
                .part("xl/_rels/workbook2.xml.rels", "<Relationships/>")
                .part("xl/workbook2.xml", "<workbook><sheets><sheet name=\"Only\"/></sheets></workbook>")
                .sheet("Ignored", Xlsx.inline("email") + Xlsx.inline("ann@example.org"))
                .bytes();

        assertThat(Reading.of(Reading.file(folder, "b.xlsx", book)).guess().sheets())
                .containsExactly("Only");
    }

    /** As some Java services write every workbook: sizes and directory in their larger form. */
    @Test
    void theZipMayBeOfTheLargerForm() throws Exception {
        byte[] book = new Xlsx()
                .sheet("S", Xlsx.inline("email") + Xlsx.inline("ann@example.org"))
                .bytes();

        assertThat(Reading.of(Reading.file(folder, "b.xlsx", enlarged(book))).emails())
                .containsExactly("ann@example.org");
    }

    private static byte[] enlarged(byte[] zip) {
        ByteBuffer in = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int end = zip.length - 22;
        int count = in.getShort(end + 10);
        int at = in.getInt(end + 16);
        ByteBuffer out = ByteBuffer.allocate(zip.length + 28 * count + 76).order(ByteOrder.LITTLE_ENDIAN);
        out.put(zip, 0, at);
        for (int i = 0; i < count; i++) {
            int name = in.getShort(at + 28);
            ByteBuffer entry = ByteBuffer.allocate(46 + name + 28).order(ByteOrder.LITTLE_ENDIAN);
            entry.put(zip, at, 46 + name).putShort((short) 1).putShort((short) 24);
            entry.putLong(in.getInt(at + 24)).putLong(in.getInt(at + 20)).putLong(in.getInt(at + 42));
            entry.putInt(20, -1).putInt(24, -1).putInt(42, -1).putShort(30, (short) 28);
            out.put(entry.array());
            at += 46 + name + in.getShort(at + 30) + in.getShort(at + 32);
        }
        long directory = in.getInt(end + 16);
        long large = out.position();
        out.putInt(0x06064b50)
                .putLong(44)
                .putInt(0)
                .putInt(0)
                .putInt(0)
                .putLong(count)
                .putLong(count);
        out.putLong(large - directory).putLong(directory);
        out.putInt(0x07064b50).putInt(0).putLong(large).putInt(1);
        out.putInt(0x06054b50).putInt(0).putInt(-1).putInt(-1).putInt(-1).putShort((short) 0);
        return out.array();
    }
}
