package steward.app.invitations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.api.BatchOutcome;
import steward.api.CollectionName;
import steward.api.Ids;
import steward.api.Invitation;
import steward.api.InvitationState;
import steward.api.Problem;
import steward.api.ProblemType;
import steward.api.Role;
import steward.app.intake.SendRow;
import steward.app.intake.SendState;
import steward.app.intake.SendingWords;
import steward.app.invitations.ImportViewModel.Step;
import steward.app.shell.OrganizationContext;
import steward.app.testing.HeldBackground;
import steward.app.testing.Stages;
import steward.app.testing.TestOrganization;
import steward.people.PeopleFile;
import steward.people.Report;
import steward.people.Row;
import steward.store.Dispatch;
import steward.store.Drafts.Draft;
import steward.store.Operation;
import steward.store.OperationState;
import steward.store.Outbox;
import steward.sync.SendingState;
import steward.sync.SendingState.Wait;

/** What the sending says while it runs, and what can be done afterwards. The answers are put in as the dispatcher would. */
class SendViewModelTest {
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

    @Test
    void nothingIsSaidOfAStagingThatIsStillBeingRead() {
        Stages.start();
        Draft draft = staged("a@haven.example\nb@haven.example\n").draft();
        var held = new HeldBackground();
        OrganizationContext later = organization.context(Role.OWNER, held);
        try (var sending = new SendViewModel(later, draft, () -> {})) {
            var view = Stages.fx(() -> new SendView(sending, later, null));
            assertThat(Stages.<Label>find(view, "import-answered").getText()).isEmpty();
            assertThat(Stages.find(view, "import-pause").isVisible()).isFalse();
            assertThat(Stages.find(view, "import-wait").isVisible()).isFalse();
            Stages.run(held::release);
            assertThat(Stages.<Label>find(view, "import-answered").getText()).isEqualTo("0 of 2");
            assertThat(Stages.<Button>find(view, "import-cancel-rest").getText())
                    .isEqualTo("Cancel all 2…");
            assertThat(Stages.find(view, "import-pause").isVisible()).isTrue();
            Stages.run(view::close);
        }
    }

    private SendViewModel staged(String text) {
        model.paste(text);
        ((Step.Check) model.stepProperty().get()).model().stage();
        return ((Step.Send) model.stepProperty().get()).model();
    }

    private List<Operation> claim(int count) {
        organization.forward(Duration.ofSeconds(11));
        Instant now = TestOrganization.NOW.plusSeconds(11);
        organization.store().dispatch().releaseHeld(organization.orgId);
        return organization.store().dispatch().claim(organization.orgId, count, Ids.next(), now);
    }

    static Dispatch.Answer done(Operation operation, BatchOutcome outcome) {
        return new Dispatch.Answer(operation.id(), OperationState.DONE, 200, outcome, null, 1L, null);
    }

    static Dispatch.Answer refused(Operation operation, String why) {
        Problem problem = ProblemType.INVITED_WITH_OTHER_ROLE.problem(why);
        return new Dispatch.Answer(operation.id(), OperationState.ATTENTION, 409, null, problem, null, null);
    }

    @Test
    void everyRowHasItsOutcomeItsTimeAndTheReasonOfTheServer() {
        SendViewModel send = staged("a@haven.example\nb@haven.example\nc@haven.example\nd@haven.example\n");
        List<Operation> claimed = claim(3);
        organization.forward(Duration.ofSeconds(30));
        organization
                .store()
                .dispatch()
                .answered(List.of(
                        done(claimed.get(0), BatchOutcome.CREATED),
                        done(claimed.get(1), BatchOutcome.ALREADY_MEMBER),
                        refused(claimed.get(2), "Jonas Weber invited her as Admin")));
        Progress progress = send.progressProperty().get();
        assertThat(List.of(
                        progress.of(SendState.INVITED),
                        progress.of(SendState.NOTHING_TO_DO),
                        progress.of(SendState.ATTENTION),
                        progress.of(SendState.WAITING)))
                .containsExactly(1, 1, 1, 1);
        assertThat(progress.perMinute()).as("three in half a minute").isEqualTo(6);
        assertThat(progress.left()).contains(Duration.ofSeconds(10));
        assertThat(send.rows().get(2).words()).contains("Jonas Weber invited her as Admin");
        assertThat(send.rows().get(2).answeredAt()).isEqualTo(TestOrganization.NOW.plusSeconds(41));
        assertThat(send.rows().get(3).answeredAt()).isNull();
    }

    /** Only what moved is read: whatever happens, the rows are those of the outbox. */
    @Test
    void theRowsFollowTheOutboxThroughEverythingThatCanHappenToThem() {
        SendViewModel send = staged(people(8));
        Dispatch dispatch = organization.store().dispatch();
        Outbox outbox = organization.store().outbox();
        assertFollows(send);
        List<Operation> claimed = claim(4);
        assertFollows(send);
        dispatch.requeue(claimed.subList(0, 2).stream().map(Operation::id).toList(), null, null, false);
        assertFollows(send);
        dispatch.answered(List.of(refused(claimed.get(2), "Not now"), done(claimed.get(3), BatchOutcome.CREATED)));
        assertFollows(send);
        outbox.decide(claimed.get(2).id(), Outbox.Decision.SEND_MINE);
        assertFollows(send);
        send.cancelRest();
        assertFollows(send);
        assertThat(send.progressProperty().get().of(SendState.CANCELED)).isEqualTo(5);
    }

    private static String people(int count) {
        return IntStream.range(0, count)
                .mapToObj("p%d@haven.example\n"::formatted)
                .collect(Collectors.joining());
    }

    private void assertFollows(SendViewModel send) {
        List<SendRow> now = organization.store().outbox().batch(send.draft().batchId()).stream()
                .map(SendRow::of)
                .toList();
        assertThat(told(send.rows())).isEqualTo(told(now));
    }

    private static List<String> told(List<SendRow> rows) {
        return rows.stream()
                .map(row -> row.id() + " " + row.row() + " " + row.words() + " " + row.answeredAt() + " "
                        + row.operation().firstSentAt())
                .toList();
    }

    @Test
    void howLongItTakesIsRightOfAHundredThousandToo() {
        var progress = new Progress(Map.of(SendState.WAITING, 100_000), TestOrganization.NOW, null, 50_000, 100_000);
        assertThat(progress.left()).contains(Duration.ofMinutes(2));
    }

    @Test
    void whatWasTakenBackIsNoAnswerAndMakesNoPace() {
        SendViewModel send = staged(people(50));
        List<Operation> claimed = claim(10);
        organization.forward(Duration.ofSeconds(30));
        organization
                .store()
                .dispatch()
                .answered(claimed.stream()
                        .map(each -> done(each, BatchOutcome.CREATED))
                        .toList());
        send.cancelRest();
        assertThat(send.progressProperty().get().perMinute())
                .as("ten in half a minute")
                .isEqualTo(20);
    }

    @Test
    void theBreakTheServerAsksForIsShownToTheSecond() {
        SendViewModel send = staged("a@haven.example\n");
        organization.session.sending(new SendingState(
                organization.orgId, SendingState.Wait.SERVER_ASKED, TestOrganization.NOW.plusSeconds(90), 0));
        assertThat(SendingWords.of(send.sendingProperty().get(), TestOrganization.NOW))
                .startsWith("The server asked for a break until ")
                .contains(steward.app.i18n.Formats.current().clockSeconds(TestOrganization.NOW.plusSeconds(90)));
    }

    @Test
    void aWaitThatTryingMayEndOffersTo() {
        Stages.start();
        SendViewModel send = staged("a@haven.example\n");
        var view = Stages.fx(() -> new SendView(send, organization.context(Role.OWNER), null));
        Instant later = TestOrganization.NOW.plusSeconds(40);
        for (var state : SendingState.Wait.values()) {
            Stages.run(() -> organization.session.sending(new SendingState(organization.orgId, state, later, 0)));
            boolean offered = Stages.find(view, "import-try-now").isVisible();
            assertThat(offered)
                    .as(state.name())
                    .isEqualTo(Set.of(Wait.OFFLINE, Wait.BACK_OFF, Wait.DISK).contains(state));
        }
        Stages.run(() -> organization.session.sending(new SendingState(organization.orgId, Wait.OFFLINE, null, 0)));
        assertThat(Stages.find(view, "import-try-now").isVisible())
                .as("offline by choice has its own switch")
                .isFalse();
        Stages.run(() -> Stages.<Hyperlink>find(view, "import-try-now").fire());
        assertThat(organization.session.sentNow).isEqualTo(1);
        Stages.run(view::close);
    }

    @Test
    void whatWasTakenBackIsNoPartOfTheWayAndAPauseIsSaidToTheEnd() {
        Stages.start();
        SendViewModel send = staged(people(4));
        var view = Stages.fx(() -> new SendView(send, organization.context(Role.OWNER), null));
        List<Operation> claimed = claim(1);
        Stages.run(() -> {
            organization.store().dispatch().answered(List.of(done(claimed.getFirst(), BatchOutcome.CREATED)));
            send.pause(true);
            send.cancelRest();
        });
        assertThat(Stages.<Label>find(view, "import-answered").getText()).isEqualTo("1 of 1");
        assertThat(Stages.<Label>find(view, "import-wait").getText()).startsWith("Paused.");
        Set<String> words = Stages.fx(() -> view.lookupAll(".segmented-progress .label").stream()
                .map(node -> ((Label) node).getText())
                .collect(Collectors.toSet()));
        assertThat(words).contains("Invited").doesNotContain("Taken back");
        Stages.run(view::close);
    }

    @Test
    void theReportSaysWhyAndReadAgainDoesOnlyWhatIsLeft() throws Exception {
        SendViewModel send =
                staged("email,name\na@haven.example,=1+1\nb@haven.example,Ben\nnobody,Nils\na@haven.example,Ann\n");
        List<Operation> claimed = claim(2);
        organization
                .store()
                .dispatch()
                .answered(List.of(done(claimed.get(0), BatchOutcome.CREATED), refused(claimed.get(1), "Not now")));
        assertThat(send.report())
                .extracting(Report.Line::why)
                .contains("No @ in the address", "Same as row 1, which is used");
        var text = new StringWriter();
        try (Report report = Report.to(text)) {
            send.report().forEach(report::write);
        }
        assertThat(text.toString()).as("no formula").doesNotContain(",=1+1");
        List<Row> rows = new ArrayList<>();
        try (var file = PeopleFile.ofText(text.toString())) {
            file.read(file.guess().settings(), rows::add);
        }
        assertThat(rows).hasSize(4);
        assertThat(rows.stream().filter(row -> row.skip() == null).map(Row::email))
                .containsExactly("b@haven.example", "nobody");
    }

    @Test
    void aWholeStagingIsTakenBackAfterItWasSent() {
        SendViewModel send = staged("a@haven.example\nb@haven.example\nc@haven.example\n");
        List<Operation> claimed = claim(3);
        organization
                .store()
                .dispatch()
                .answered(claimed.stream()
                        .map(each -> done(each, BatchOutcome.CREATED))
                        .toList());
        organization.pull(
                CollectionName.INVITATIONS,
                List.of(
                        invitation(claimed.get(0), InvitationState.PENDING),
                        invitation(claimed.get(1), InvitationState.PENDING),
                        invitation(claimed.get(2), InvitationState.ACCEPTED)));
        send.revocable(send::revoke);
        assertThat(organization.store().outbox().list().stream()
                        .filter(each -> each.state() == OperationState.HELD)
                        .map(Operation::objectId))
                .as("not who accepted meanwhile")
                .containsExactlyInAnyOrder(
                        claimed.get(0).objectId(), claimed.get(1).objectId());
    }

    @Test
    void whoCannotBeTakenBackAnyMoreIsSaidAndNotAskedAbout() {
        Stages.start();
        SendViewModel send = staged("a@haven.example\n");
        List<Operation> claimed = claim(1);
        organization.store().dispatch().answered(List.of(done(claimed.getFirst(), BatchOutcome.CREATED)));
        organization.pull(
                CollectionName.INVITATIONS, List.of(invitation(claimed.getFirst(), InvitationState.CANCELED)));
        var view = Stages.fx(() -> new SendView(send, organization.context(Role.OWNER), null));
        Stages.run(() -> Stages.<Button>find(view, "import-revoke").fire());
        assertThat(organization.dialogs.questions).isEmpty();
        assertThat(organization.notices.told.getLast().title()).isEqualTo("Nothing is left to cancel");
        Stages.run(view::close);
    }

    private static Invitation invitation(Operation sent, InvitationState state) {
        Instant at = TestOrganization.NOW;
        return new Invitation(
                sent.objectId(),
                sent.subject(),
                Role.MEMBER,
                null,
                null,
                state,
                "owner@haven.example",
                at,
                at,
                at.plus(Duration.ofDays(7)),
                1);
    }
}
