package steward.app.invitations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.api.Role;
import steward.app.invitations.ImportViewModel.Step;
import steward.app.testing.HeldBackground;
import steward.app.testing.Stages;
import steward.app.testing.TestOrganization;
import steward.people.CheckedRow;
import steward.people.Columns;
import steward.people.Domains;
import steward.people.Outcome;

/** What was guessed can be changed above the preview; what is shown of it can be narrowed. */
class CheckViewModelTest {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    @TempDir
    Path folder;

    private TestOrganization organization;
    private ImportViewModel model;

    @BeforeEach
    void open() {
        organization = new TestOrganization(folder.resolve("account"));
        model = new ImportViewModel(organization.context(Role.OWNER), () -> TestOrganization.NOW);
    }

    @AfterEach
    void close() {
        model.close();
        organization.close();
    }

    private CheckViewModel check() {
        assertThat(model.stepProperty().get()).isInstanceOf(Step.Check.class);
        return ((Step.Check) model.stepProperty().get()).model();
    }

    private static List<String> addresses(CheckViewModel check) {
        return check.rows().stream().map(line -> line.row().row().email()).toList();
    }

    @Test
    void theDelimiterAndTheHeaderRowAreChosenByHand() throws Exception {
        Path file = folder.resolve("staff.csv");
        Files.writeString(file, "email;name\na@haven.example;Ann\nb@haven.example;Ben\n");
        model.open(file);
        CheckViewModel check = check();
        assertThat(check.readingProperty().get().settings().delimiter()).isEqualTo(';');
        assertThat(check.readingProperty().get().settings().headerRow()).isZero();
        check.headerRow(1);
        assertThat(check.previewProperty().get().tally().rows()).isEqualTo(1);
        check.headerRow(Columns.NONE);
        assertThat(check.previewProperty().get().tally().rows()).isEqualTo(3);
        check.headerRow(0);
        check.delimiter(',');
        assertThat(check.readingProperty().get().settings().delimiter()).isEqualTo(',');
        check.delimiter(';');
        assertThat(addresses(check)).containsExactly("a@haven.example", "b@haven.example");
    }

    @Test
    void theSheetOfAWorkbookIsChosen() throws Exception {
        Path file = folder.resolve("staff.xlsx");
        workbook(file, "first@haven.example", "second@haven.example");
        model.open(file);
        CheckViewModel check = check();
        assertThat(check.readingProperty().get().guess().sheets()).containsExactly("Sheet1", "Sheet2");
        check.sheet("Sheet2");
        assertThat(addresses(check)).containsExactly("second@haven.example");
        check.sheet("Sheet1");
        assertThat(addresses(check)).containsExactly("first@haven.example");
    }

    @Test
    void ofSeveralFilesDroppedTheFirstIsReadAndTheOthersAreSaidToBeLeft() throws Exception {
        Path first = Files.writeString(folder.resolve("first.csv"), "email\na@haven.example\n");
        Path second = Files.writeString(folder.resolve("second.csv"), "email\nb@haven.example\n");
        model.open(List.of(first, second, second));
        assertThat(addresses(check())).containsExactly("a@haven.example");
        assertThat(organization.notices.told.getLast().text())
                .isEqualTo("first.csv is read; 2 others were not. Drop them here afterwards: each file is kept as a"
                        + " draft of its own.");
    }

    @Test
    void rowsAreNarrowedByOutcomeAndByWhatIsTyped() {
        model.paste("a@haven.example\na@haven.example\nnobody\nb@posteo.example\n");
        CheckViewModel check = check();
        check.filterProperty().set(OutcomeFilter.REPEATED);
        assertThat(check.rows()).extracting(CheckLine::number).containsExactly(2L);
        check.filterProperty().set(OutcomeFilter.ATTENTION);
        assertThat(check.rows()).extracting(CheckLine::number).containsExactly(3L);
        check.filterProperty().set(OutcomeFilter.ALL);
        check.searchProperty().set("posteo");
        assertThat(check.rows()).extracting(CheckLine::number).containsExactly(4L);
    }

    @Test
    void aFilterTypedOnWhileTheLastOneWorksShowsWhatWasTypedLast() {
        model.paste("anna@haven.example\nanton@haven.example\n");
        var draft = model.drafts().getFirst().draft();
        var held = new HeldBackground();
        try (var later = new ImportViewModel(organization.context(Role.OWNER, held), () -> TestOrganization.NOW)) {
            later.resume(draft);
            held.release();
            CheckViewModel check = ((Step.Check) later.stepProperty().get()).model();
            check.searchProperty().set("a");
            check.searchProperty().set("an");
            check.searchProperty().set("ant");
            assertThat(check.rows()).hasSize(2);
            check.fixes().rename(check.rows().getLast().row(), "Anton");
            held.release();
            assertThat(check.rows()).extracting(line -> line.row().row().name()).containsExactly("Anton");
        }
    }

    @Test
    void theMenuOfARowOffersWhatItsButtonsDoAndTheRoles() {
        model.paste("anna@gmial.com\nben@haven.example\n");
        CheckViewModel check = check();
        Stages.start();
        var owner = Stages.fx(() -> new CheckTable(check, organization.context(Role.OWNER)));
        var admin = Stages.fx(() -> new CheckTable(check, organization.context(Role.ADMIN)));
        assertThat(words(owner.menu(check.rows().getFirst())))
                .containsExactly(
                        "Use gmail.com",
                        "Keep as is",
                        "Change the address",
                        "Change the name",
                        "Change the note…",
                        "Invite as Member",
                        "Invite as Admin");
        assertThat(words(admin.menu(check.rows().getLast())))
                .containsExactly("Change the address", "Change the name", "Change the note…", "Invite as Member");
        Stages.run(() -> owner.menu(check.rows().getFirst()).getFirst().fire());
        assertThat(addresses(check)).containsExactly("anna@gmail.com", "ben@haven.example");
    }

    @Test
    void allRowsOfTheSameTypoAreCorrectedByOneClickAndPutBackByAnother() {
        model.paste("anna@gmial.com\nben@haven.example\ncarl@gmial.com\ndora@hotmial.com\nanna@gmail.com\n");
        CheckViewModel check = check();
        Stages.start();
        var table = Stages.fx(() -> new CheckTable(check, organization.context(Role.OWNER)));
        CheckedRow like = check.fixes().mostAlike().orElseThrow();
        Stages.run(() -> Mend.all(like, table).getFirst().run().run());
        assertThat(addresses(check))
                .containsExactlyInAnyOrder(
                        "anna@gmail.com", "ben@haven.example", "carl@gmail.com", "dora@hotmial.com", "anna@gmail.com");
        assertThat(check.previewProperty().get().tally().of(Outcome.REPEATED)).isEqualTo(1);
        assertThat(check.fixes().mostAlike()).as("nothing is alike any more").isEmpty();
        assertThat(check.fixes().count()).isEqualTo(2);
        assertThat(organization.notices.told.getLast().title()).isEqualTo("2 rows fixed");
        organization.notices.told.getLast().action().run().run();
        assertThat(addresses(check)).contains("anna@gmial.com", "carl@gmial.com");
        assertThat(check.previewProperty().get().tally().of(Outcome.ATTENTION)).isEqualTo(3);
        assertThat(check.fixes().count()).isZero();
    }

    @Test
    void whatWasPutBackIsPutBackAfterARestartToo() {
        model.paste("anna@gmial.com\ncarl@gmial.com\n");
        CheckViewModel check = check();
        check.fixes().takeAll(check.rows().getFirst().row());
        check.fixes().retype(check.rows().getFirst().row(), "other@haven.example");
        check.fixes().undo();
        check.fixes().undo();
        check.fixes().undo();
        var draft = model.drafts().getFirst().draft();
        model.resume(draft);
        assertThat(addresses(check())).containsExactly("anna@gmial.com", "carl@gmial.com");
        assertThat(check().fixes().count()).isZero();
    }

    @Test
    void rowsThatWantAnotherRoleGetItTogether() {
        model.paste("email,role\na@haven.example,Dozentin\nb@haven.example,Dozentin\nc@haven.example,chief\n");
        CheckViewModel check = check();
        Stages.start();
        var owner = Stages.fx(() -> new CheckTable(check, organization.context(Role.OWNER)));
        var admin = Stages.fx(() -> new CheckTable(check, organization.context(Role.ADMIN)));
        CheckedRow like = check.fixes().mostAlike().orElseThrow();
        assertThat(Mend.all(like, owner))
                .extracting(Mend::words)
                .containsExactly("Invite all 2 as Member", "Invite all 2 as Admin");
        assertThat(Mend.all(like, admin)).extracting(Mend::words).containsExactly("Invite all 2 as Member");
        check.fixes().roleForAll(like, Role.ADMIN);
        assertThat(check.previewProperty().get().tally().admins()).isEqualTo(2);
        assertThat(check.previewProperty().get().tally().of(Outcome.ATTENTION)).isEqualTo(1);
    }

    private static List<String> words(List<MenuItem> items) {
        return items.stream()
                .filter(item -> !(item instanceof SeparatorMenuItem))
                .map(MenuItem::getText)
                .toList();
    }

    @Test
    void theDomainsOfWhatWouldBeSentAreCountedBeforeSending() {
        model.paste("a@haven.example\nb@haven.example\nc@posteo.example\nnobody\na@haven.example\n");
        CheckViewModel check = check();
        assertThat(check.previewProperty().get().domains())
                .extracting(Domains.Line::domain, Domains.Line::count)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("haven.example", 2L),
                        org.assertj.core.groups.Tuple.tuple("posteo.example", 1L));
    }

    @Test
    void stagingAskedForTwiceIsDoneOnce() {
        model.paste("a@haven.example\nb@haven.example\n");
        CheckViewModel check = check();
        check.busyProperty().subscribe((before, now) -> {
            if (now) {
                check.stage();
            }
        });
        check.stage();
        assertThat(organization.store().outbox().list()).hasSize(2);
        assertThat(organization.notices.told).isEmpty();
    }

    private static void workbook(Path file, String... addresses) throws IOException {
        var sheets = new StringBuilder();
        var relations = new StringBuilder();
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            put(zip, "[Content_Types].xml", "<Types/>");
            for (int i = 1; i <= addresses.length; i++) {
                sheets.append("<sheet name=\"Sheet%d\" sheetId=\"%d\" r:id=\"rId%d\"/>".formatted(i, i, i));
                relations.append("<Relationship Id=\"rId%d\" Type=\"%s/worksheet\" Target=\"worksheets/sheet%d.xml\"/>"
                        .formatted(i, RELATIONS, i));
                put(
                        zip,
                        "xl/worksheets/sheet%d.xml".formatted(i),
                        "<worksheet xmlns=\"%s\"><sheetData>%s%s</sheetData></worksheet>"
                                .formatted(MAIN, row("email"), row(addresses[i - 1])));
            }
            put(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets>%s</sheets></workbook>"
                            .formatted(MAIN, RELATIONS, sheets));
            put(zip, "xl/_rels/workbook.xml.rels", "<Relationships>" + relations + "</Relationships>");
        }
    }

    private static String row(String cell) {
        return "<row><c t=\"inlineStr\"><is><t>" + cell + "</t></is></c></row>";
    }

    private static void put(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
