package steward.app.invitations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import steward.api.BatchOutcome;
import steward.api.CollectionName;
import steward.api.Ids;
import steward.api.Member;
import steward.api.Role;
import steward.app.intake.Counts;
import steward.app.intake.ReasonWords;
import steward.app.intake.SendRow;
import steward.app.intake.SendingWords;
import steward.app.invitations.ImportViewModel.Step;
import steward.app.testing.TestOrganization;
import steward.people.Outcome;
import steward.people.PeopleFile;
import steward.people.Report;
import steward.people.Row;
import steward.people.Tally;
import steward.store.OperationState;
import steward.store.Outbox;
import steward.sync.SendingState;

class ImportViewModelTest {
    @TempDir
    Path folder;

    private TestOrganization organization;

    @BeforeEach
    void open() {
        organization = new TestOrganization(folder.resolve("account"));
        organization.pull(
                CollectionName.MEMBERS,
                List.of(
                        member("owner@haven.example", Role.OWNER),
                        member("there@haven.example", Role.MEMBER),
                        member("too@haven.example", Role.MEMBER)));
    }

    @AfterEach
    void close() {
        organization.close();
    }

    private static Member member(String email, Role role) {
        return new Member(
                Ids.next(), email, "Ann", role, TestOrganization.NOW.minus(Duration.ofDays(9)), null, null, null, 1);
    }

    private ImportViewModel model(Role role) {
        return new ImportViewModel(organization.context(role), () -> TestOrganization.NOW);
    }

    static Path sample(String name) throws URISyntaxException {
        return Path.of(ImportViewModelTest.class
                .getResource("/steward/people/data/" + name)
                .toURI());
    }

    private static CheckViewModel check(ImportViewModel model) {
        assertThat(model.stepProperty().get())
                .as(String.valueOf(model.unreadableProperty().get()))
                .isInstanceOf(Step.Check.class);
        return ((Step.Check) model.stepProperty().get()).model();
    }

    private static SendViewModel send(ImportViewModel model) {
        return ((Step.Send) model.stepProperty().get()).model();
    }

    private static long ready(CheckViewModel check) {
        return check.previewProperty().get().tally().ready();
    }

    private static CheckLine line(CheckViewModel check, long number) {
        return check.rows().stream()
                .filter(each -> each.number() == number)
                .findFirst()
                .orElseThrow();
    }

    /** The files and their numbers, as the list of the project has them for an Owner. */
    static Stream<Arguments> samples() throws Exception {
        return Files.readAllLines(sample("expected.tsv")).stream()
                .skip(1)
                .map(line -> line.split("\t"))
                .map(cells -> Arguments.of(cells[0], Integer.parseInt(cells[1])));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void everySampleHasItsPeopleAndTheOutcomesAddUp(String file, int people) throws Exception {
        try (var model = model(Role.OWNER)) {
            model.open(sample(file));
            CheckViewModel check = check(model);
            assertThat(ready(check)).isEqualTo(people);
            Tally tally = check.previewProperty().get().tally();
            assertThat(check.rows()).hasSize((int) tally.rows());
            assertThat(Stream.of(Outcome.values()).mapToLong(tally::of).sum()).isEqualTo(tally.rows());
            check.stage();
            assertThat(send(model).progressProperty().get().total()).isEqualTo(people);
            assertThat(send(model).rows()).hasSize(people);
        }
    }

    @Test
    void anAdminMayNotInviteAdminsButTheOthersGo() throws Exception {
        try (var model = model(Role.ADMIN)) {
            model.open(sample("plain.csv"));
            CheckViewModel check = check(model);
            assertThat(check.previewProperty().get().tally().of(Outcome.NOT_ALLOWED))
                    .isEqualTo(3);
            assertThat(ready(check)).isEqualTo(57);
            check.filterProperty().set(OutcomeFilter.NOT_ALLOWED);
            check.fixes().role(check.rows().getFirst().row(), Role.MEMBER);
            assertThat(ready(check)).isEqualTo(58);
        }
    }

    @Test
    void whatNeedsAPersonComesFirstAndThenTheOrderOfTheFile() throws Exception {
        try (var model = model(Role.OWNER)) {
            model.open(sample("mistakes.csv"));
            List<CheckLine> rows = check(model).rows();
            assertThat(rows.subList(0, 6))
                    .extracting(line -> line.row().outcome())
                    .containsOnly(Outcome.ATTENTION);
            List<Long> readyNumbers = rows.stream()
                    .filter(line -> line.row().outcome() == Outcome.READY)
                    .map(CheckLine::number)
                    .toList();
            assertThat(readyNumbers).isSorted();
        }
    }

    @Test
    void fixingACellChecksItsRowAndThoseItTouchesAndLeavesTheRowWhereItStands() {
        try (var model = model(Role.OWNER)) {
            model.paste("email,name\nanna@gmial.com,Anna\nben.haven.example,Ben\ncara@haven.example,Cara\n"
                    + "cara@haven.example,Cara\nthere@haven.example,Ann\n");
            CheckViewModel check = check(model);
            assertThat(ready(check)).isEqualTo(1);
            check.fixes().take(line(check, 1).row());
            check.fixes().retype(line(check, 2).row(), "ben@haven.example");
            assertThat(ready(check)).isEqualTo(3);
            assertThat(check.rows().getFirst().number()).as("no row jumps away").isEqualTo(1);
            check.fixes().retype(line(check, 3).row(), "dora@haven.example");
            assertThat(line(check, 4).row().outcome()).as("it repeated row 3").isEqualTo(Outcome.READY);
            assertThat(line(check, 5).row().outcome()).isEqualTo(Outcome.ALREADY_MEMBER);
            assertThat(check.previewProperty().get().tally().rows()).isEqualTo(5);
        }
    }

    @Test
    void aSkippedRowIsIncludedAndAnUnknownRoleChosen() {
        try (var model = model(Role.OWNER)) {
            model.paste("email,role,status\na@haven.example,Dozentin,active\nb@haven.example,member,suspended\n");
            CheckViewModel check = check(model);
            assertThat(ready(check)).isZero();
            assertThat(ReasonWords.of(line(check, 1).row())).isEqualTo("“Dozentin” is not a role");
            check.fixes().role(line(check, 1).row(), Role.ADMIN);
            check.fixes().include(line(check, 2).row());
            assertThat(check.previewProperty().get().tally().admins()).isEqualTo(1);
            assertThat(ready(check)).isEqualTo(2);
        }
    }

    @Test
    void aWrongGuessIsCorrectedAboveThePreview() throws Exception {
        Path file = folder.resolve("names.csv");
        Files.write(file, "email;name\njurgen@haven.example;Jürgen\n".getBytes(StandardCharsets.UTF_8));
        try (var model = model(Role.OWNER)) {
            model.open(file);
            CheckViewModel check = check(model);
            check.charset(StandardCharsets.ISO_8859_1);
            assertThat(check.rows().getFirst().row().row().name()).isEqualTo("JÃ¼rgen");
            check.charset(StandardCharsets.UTF_8);
            assertThat(check.rows().getFirst().row().row().name()).isEqualTo("Jürgen");
            check.columns(columns -> columns.withName(List.of()));
            assertThat(check.rows().getFirst().row().row().name()).isEmpty();
            check.roleForAll(Optional.of(Role.ADMIN));
            assertThat(check.previewProperty().get().tally().admins()).isEqualTo(1);
        }
    }

    @Test
    void aFileThatIsNoTableSaysWhatItIsAndLeavesNothingBehind() throws Exception {
        Path file = folder.resolve("people.csv");
        Files.writeString(file, "%PDF-1.7\n...");
        try (var model = model(Role.OWNER)) {
            model.open(file);
            assertThat(model.stepProperty().get()).isInstanceOf(Step.File.class);
            assertThat(model.unreadableProperty().get().why()).startsWith("It is a PDF.");
            model.open(folder.resolve("nowhere.csv"));
            assertThat(model.unreadableProperty().get().why()).isEqualTo("The file is not there any more.");
            assertThat(model.drafts()).isEmpty();
            assertThat(organization.store().outbox().counts().open()).isZero();
        }
    }

    @Test
    void draftsAreTakenUpAgainWithTheirFixesAfterARestart() throws Exception {
        try (var model = model(Role.OWNER)) {
            model.open(sample("mistakes.csv"));
            model.toFiles();
            model.paste("x@gmial.com\ny@haven.example\n");
            CheckViewModel check = check(model);
            check.fixes().take(line(check, 1).row());
            assertThat(ready(check)).isEqualTo(2);
        }
        try (var again = model(Role.OWNER)) {
            assertThat(again.drafts()).hasSize(2);
            var pasted = again.drafts().stream()
                    .map(DraftLine::draft)
                    .filter(draft -> draft.name().startsWith("Pasted"))
                    .findFirst()
                    .orElseThrow();
            assertThat(Counts.of(pasted.settings())).isEqualTo(new Counts(2, 2, 0));
            again.resume(pasted);
            assertThat(check(again).rows())
                    .extracting(line -> line.row().row().email())
                    .containsExactly("x@gmail.com", "y@haven.example");
            assertThat(check(again).fixes().count()).isEqualTo(1);
            again.toFiles();
            again.delete(pasted);
            assertThat(again.drafts()).hasSize(1);
        }
    }

    private static String state(ImportViewModel model) {
        return model.drafts().getFirst().state().word();
    }

    @Test
    void theListOfDraftsSaysHowFarEachIs() {
        try (var model = model(Role.OWNER)) {
            model.paste("a@haven.example\nb@haven.example\nc@haven.example\nd@haven.example\n");
            model.toFiles();
            assertThat(state(model)).isEqualTo("Being checked");
            model.resume(model.drafts().getFirst().draft());
            check(model).stage();
            model.toFiles();
            assertThat(state(model)).isEqualTo("Waiting, 0 of 4 sent");
            var dispatch = organization.store().dispatch();
            dispatch.releaseHeld(organization.orgId);
            var claimed = dispatch.claim(organization.orgId, 3, Ids.next(), TestOrganization.NOW);
            dispatch.answered(List.of(
                    SendViewModelTest.done(claimed.get(0), BatchOutcome.CREATED),
                    SendViewModelTest.done(claimed.get(1), BatchOutcome.ALREADY_MEMBER)));
            organization.session.sending(new SendingState(organization.orgId, SendingState.Wait.SENDING, null, 1));
            assertThat(state(model)).isEqualTo("Sending, 2 of 4");
            organization.session.pause(organization.orgId, true);
            assertThat(state(model)).isEqualTo("Paused at 2 of 4");
            dispatch.answered(List.of(SendViewModelTest.refused(claimed.get(2), "No")));
            organization.store().outbox().cancel(List.of(lastOf(model)));
            assertThat(state(model)).isEqualTo("Sent 2 of 3, 1 refused");
            organization.store().outbox().decide(claimed.get(2).id(), Outbox.Decision.KEEP_THEIRS);
            assertThat(state(model)).isEqualTo("Sent 2 of 4, 2 canceled");
        }
    }

    private UUID lastOf(ImportViewModel model) {
        UUID batch = model.drafts().getFirst().draft().batchId();
        return organization.store().outbox().batch(batch).getLast().id();
    }

    @Test
    void undoWithinTheWindowOpensTheDraftAgainAsItWas() throws Exception {
        try (var model = model(Role.OWNER)) {
            model.open(sample("mistakes.csv"));
            check(model).stage();
            assertThat(model.drafts())
                    .as("the rows that need a person go on by themselves")
                    .hasSize(2);
            organization.notices.offers.getLast().undo().run();
            assertThat(ready(check(model))).isEqualTo(94);
            assertThat(model.drafts()).hasSize(1);
            assertThat(organization.store().outbox().counts().open()).isZero();
        }
    }

    @Test
    void rowsLeftOverKeepTheirNumbersAndAreStagedLater() throws Exception {
        try (var model = model(Role.OWNER)) {
            model.paste("email\nanna@haven.example\nben.haven.example\ncara@haven.example\n");
            check(model).stage();
            var rest = ((Step.Send) model.stepProperty().get()).rest();
            model.resume(rest);
            CheckViewModel check = check(model);
            assertThat(check.rows()).extracting(CheckLine::number).containsExactly(2L);
            check.fixes().retype(check.rows().getFirst().row(), "ben@haven.example");
            assertThat(ready(check)).isEqualTo(1);
            check.stage();
            assertThat(send(model).rows()).extracting(SendRow::email).containsExactly("ben@haven.example");
        }
    }

    @Test
    void whoJoinedMeanwhileIsNotStagedAndTheNewNumberIsShownFirst() {
        try (var model = model(Role.OWNER)) {
            model.paste("late@haven.example\nnew@haven.example\n");
            CheckViewModel check = check(model);
            organization.pull(CollectionName.MEMBERS, List.of(member("late@haven.example", Role.MEMBER)));
            check.stage();
            assertThat(model.stepProperty().get()).isInstanceOf(Step.Check.class);
            assertThat(ready(check)).isEqualTo(1);
            assertThat(organization.notices.told.getLast().title()).isEqualTo("The rows changed meanwhile");
            check.stage();
            assertThat(send(model).rows()).extracting(SendRow::email).containsExactly("new@haven.example");
        }
    }

    @Test
    void aSecondImportOfTheSameFileHasNothingToDo() throws Exception {
        try (var model = model(Role.OWNER)) {
            model.open(sample("plain.csv"));
            check(model).stage();
            model.toFiles();
            model.open(sample("plain.csv"));
            assertThat(ready(check(model))).isZero();
            assertThat(check(model).previewProperty().get().tally().of(Outcome.ALREADY_INVITED))
                    .isEqualTo(60);
        }
    }

    @Test
    void cancelingTheRestLeavesWhatHasGoneAndTheReportTakesItUpAgain() throws Exception {
        try (var model = model(Role.OWNER)) {
            model.paste("email\nanna@haven.example\nben@haven.example\nnobody\n");
            check(model).stage();
            SendViewModel send = send(model);
            var first = send.rows().getFirst().operation();
            organization.store().outbox().cancel(List.of(first.id()));
            assertThat(send.progressProperty().get().canBeCanceled()).isEqualTo(1);
            var text = new StringWriter();
            try (Report report = Report.to(text)) {
                send.report().forEach(report::write);
            }
            assertThat(text.toString()).contains("anna@haven.example", "canceled", "attention");
            try (var file = PeopleFile.ofText(text.toString())) {
                var rows = new java.util.ArrayList<Row>();
                assertThat(file.read(file.guess().settings(), rows::add)).isEqualTo(3);
                assertThat(rows).as("all three are still to be done").noneMatch(row -> row.skip() != null);
            }
        }
    }

    @Test
    void pausingShowsWhatIsWaitedFor() throws Exception {
        try (var model = model(Role.OWNER)) {
            model.open(sample("plain.csv"));
            check(model).stage();
            SendViewModel send = send(model);
            send.pause(true);
            assertThat(send.isPaused()).isTrue();
            assertThat(SendingWords.of(send.sendingProperty().get(), TestOrganization.NOW))
                    .startsWith("Paused.");
            send.pause(false);
            assertThat(send.isPaused()).isFalse();
            assertThat(send.rows()).allMatch(row -> row.operation().state() == OperationState.HELD);
        }
    }

    @Test
    void aHundredThousandRowsStayUsable() throws Exception {
        Path file = folder.resolve("many.csv");
        var text = new StringBuilder("email,name\n");
        for (int i = 0; i < 100_000; i++) {
            text.append("person")
                    .append(i)
                    .append("@haven.example,Person ")
                    .append(i)
                    .append('\n');
        }
        Files.writeString(file, text);
        try (var model = model(Role.OWNER)) {
            model.open(file);
            CheckViewModel check = check(model);
            assertThat(ready(check)).isEqualTo(100_000);
            var threads = java.lang.management.ManagementFactory.getThreadMXBean();
            long from = threads.getCurrentThreadCpuTime();
            check.fixes().retype(line(check, 77_000).row(), "person3@haven.example");
            long fixed = threads.getCurrentThreadCpuTime() - from;
            assertThat(line(check, 77_000).row().outcome()).isEqualTo(Outcome.REPEATED);
            assertThat(fixed).as("a fix checks its own row").isLessThan(500_000_000L);
            check.searchProperty().set("person99999");
            assertThat(check.rows()).hasSize(1);
        }
    }
}
