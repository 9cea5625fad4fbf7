package steward.app.invitations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import steward.api.BatchOutcome;
import steward.api.CollectionName;
import steward.api.Ids;
import steward.api.Member;
import steward.api.ProblemType;
import steward.api.Role;
import steward.app.control.DataTable;
import steward.app.intake.SendRow;
import steward.app.shell.Command;
import steward.app.shell.Place;
import steward.app.testing.CssWarnings;
import steward.app.testing.Keys;
import steward.app.testing.Stages;
import steward.app.testing.TestOrganization;
import steward.people.Outcome;
import steward.store.Dispatch;
import steward.store.Operation;
import steward.store.OperationState;
import steward.store.Outbox;
import steward.sync.SendingState;

class ImportViewTest {
    private static final String[] NAMES = {
        "زينب فاروق", "Jürgen Müller", "高橋 美咲", "Ελένη Δημητρίου", "अर्जुन राव", "Seán O’Neill", "Мирослава Ковач"
    };

    @TempDir
    Path folder;

    private TestOrganization organization;
    private InvitationsTab tab;
    private Parent root;
    private Stage stage;

    @BeforeEach
    void open() {
        Stages.start();
        organization = new TestOrganization(folder.resolve("account"));
        List<Member> members = new ArrayList<>();
        for (String email : List.of("owner@haven.example", "olga.ivanova@haven.example", "x@alum.haven.example")) {
            Role role = email.startsWith("owner") ? Role.OWNER : Role.MEMBER;
            members.add(new Member(
                    Ids.next(),
                    email,
                    "Ann",
                    role,
                    TestOrganization.NOW.minus(Duration.ofDays(9)),
                    null,
                    null,
                    null,
                    1));
        }
        organization.pull(CollectionName.MEMBERS, members);
        tab = Stages.fx(() -> new InvitationsTab(organization.context(Role.OWNER)));
        root = Stages.fx(() -> {
            var navigation = new Region();
            navigation.setMinWidth(216);
            HBox.setHgrow(tab.node(), Priority.ALWAYS);
            return new HBox(navigation, tab.node());
        });
        stage = Stages.show(root, 1280, 720, false);
    }

    @AfterEach
    void close() {
        Stages.run(tab::close);
        Stages.close(stage);
        organization.close();
    }

    private Path autumn() throws Exception {
        var text = new StringBuilder("\uFEFFE-Mail-Adresse;Vorname;Rolle;Status\n");
        for (int i = 0; i < 240; i++) {
            String domain = i % 17 == 5 ? "alum.haven.example" : i % 80 == 7 ? "posteo.example" : "haven.example";
            String role = i % 70 == 3 ? "Admin" : "Mitglied";
            text.append("person%d@%s;%s;%s;%s\n"
                    .formatted(i, domain, NAMES[i % NAMES.length], role, i % 31 == 30 ? "Suspended" : "Active"));
        }
        text.append("mira.kovac@gmial.com;Mira Kovač;Mitglied;Active\n");
        text.append("djordje.petrovic.haven.example;Đorđe Petrović;Mitglied;Active\n");
        text.append("h.okafor@haven.example;Chiamaka Okafor;Dozentin;Active\n");
        text.append(";Grace Østergård;Mitglied;Active\n");
        text.append("person12@haven.example;Nguyễn Thị Lan;Mitglied;Active\n");
        text.append("olga.ivanova@haven.example;Ольга Иванова;Mitglied;Active\n");
        return Files.writeString(folder.resolve("autumn-intake.csv"), text);
    }

    private DataTable<CheckLine> rows() {
        return Stages.find(root, "import-rows");
    }

    private void openFile() throws Exception {
        organization.dialogs.willPick(autumn());
        Button choose = Stages.find(root, "import-choose");
        Stages.run(choose::fire);
        Stages.settle();
    }

    private void pictures(String name) {
        for (boolean dark : new boolean[] {false, true}) {
            Stages.setDark(dark);
            Stages.picture(root, name + (dark ? "-dark" : "-light"));
        }
        Stages.setDark(false);
    }

    @Test
    void anAddressIsTypedInPlaceAndTheNumberOnTheButtonFollows() throws Exception {
        openFile();
        Button stageButton = Stages.find(root, "import-stage");
        String before = stageButton.getText();
        Button correct = Stages.find(root, "import-fix-correct-242");
        Stages.run(correct::fire);
        Stages.settle();
        TextField field = Stages.find(root, "import-edit-email");
        Stages.run(() -> {
            field.setText("djordje.petrovic@haven.example");
            field.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
        });
        Stages.settle();
        assertThat(before).isEqualTo("Stage 233 invitations");
        assertThat(stageButton.getText()).isEqualTo("Stage 234 invitations");
        assertThat(rows().getItems().get(1).row().row().email()).isEqualTo("djordje.petrovic@haven.example");
    }

    @Test
    void oneClickCorrectsAllThatShareATypoAndTheKeysTakeItBack() throws Exception {
        openFile();
        assertThat(Stages.fx(() -> root.lookup("#import-alike").getParent().isVisible()))
                .isFalse();
        Stages.run(() -> Stages.<javafx.scene.control.Hyperlink>find(root, "import-to-files")
                .fire());
        Stages.run(() -> Stages.<Button>find(root, "import-paste").fire());
        Stages.run(() -> organization.dialogs.submit(
                java.util.Map.of("text", "a@gmial.com\nb@gmial.com\nc@haven.example\nd@gmial.com\n")));
        Stages.settle();
        Button all = Stages.find(root, "import-fix-all");
        assertThat(all.getText()).isEqualTo("Use gmail.com in all 3");
        pictures("import-alike");
        Button stageButton = Stages.find(root, "import-stage");
        Stages.run(all::fire);
        Stages.settle();
        assertThat(stageButton.getText()).isEqualTo("Stage 4 invitations");
        assertThat(Stages.fx(() -> root.lookup("#import-alike").getParent().isVisible()))
                .isFalse();
        Stages.run(() ->
                rows().fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.Z, false, true, false, false)));
        Stages.settle();
        assertThat(stageButton.getText()).isEqualTo("Stage 1 invitation");
    }

    @Test
    void theKeysGoOnFromTheRowThatAButtonMended() throws Exception {
        openFile();
        Button use = Stages.find(root, "import-fix-use-241");
        Stages.run(use::requestFocus);
        Stages.run(use::fire);
        Stages.settle();
        assertThat(rows().isFocused()).isTrue();
        assertThat(rows().getSelectionModel().getSelectedItem().number()).isEqualTo(241);
    }

    @Test
    void whatTheButtonsDoIsOfferedToThePaletteAndTheKeysWhileItCanBeDone() throws Exception {
        assertThat(tab.commands()).isEmpty();
        openFile();
        assertThat(tab.commands()).extracting(Command::title).containsExactly("Stage 233 invitations", "Export report");
        Stages.run(() -> tab.commands().getFirst().run().run());
        Stages.settle();
        assertThat(tab.commands())
                .extracting(Command::title)
                .containsExactly("Pause", "Cancel all 233…", "Export report");
        Stages.run(() -> tab.commands().getFirst().run().run());
        Stages.settle();
        assertThat(tab.commands().getFirst().title()).isEqualTo("Go on sending");
    }

    @Test
    void aTabShownAgainHasTheKeys() {
        Stages.run(tab::shown);
        assertThat(Stages.<Button>find(root, "import-choose").isFocused()).isTrue();
    }

    @Test
    void whoComesAgainSeesAnImportOnItsWayAndBeginsAnewAfterOneThatIsDone() throws Exception {
        openFile();
        Stages.run(() -> Stages.<Button>find(root, "import-stage").fire());
        Stages.settle();
        answerSome();
        Stages.settle();
        comeAgain();
        assertThat(Stages.<DataTable<SendRow>>find(root, "import-sent-rows").isFocused())
                .isTrue();
        answerRest();
        comeAgain();
        assertThat(Stages.<DataTable<SendRow>>find(root, "import-sent-rows").isFocused())
                .as("one was refused, for somebody to look at")
                .isTrue();
        Stages.run(() -> organization.store().outbox().list().stream()
                .filter(each -> each.state() == OperationState.ATTENTION)
                .forEach(each -> organization.store().outbox().decide(each.id(), Outbox.Decision.KEEP_THEIRS)));
        Stages.settle();
        comeAgain();
        assertThat(Stages.<Button>find(root, "import-choose").isFocused()).isTrue();
        DataTable<DraftLine> drafts = Stages.find(root, "import-drafts");
        assertThat(drafts.getItems())
                .as("where the old one is found")
                .extracting(line -> line.state().word())
                .contains("Sent 232 of 233, 1 canceled");
    }

    private void comeAgain() throws Exception {
        Stages.run(tab::hidden);
        Stages.run(tab::shown);
        Stages.settle();
    }

    @Test
    void rolesFoundByTheirWordsAreShownToBeConfirmed() throws Exception {
        Stages.run(() -> Stages.<Button>find(root, "import-paste").fire());
        Stages.run(() -> organization.dialogs.submit(
                java.util.Map.of("text", "Ada One,ada1@guests.example,Admin\nAda Two,ada2@guests.example,Admin\n")));
        Stages.settle();
        MenuButton role = Stages.find(root, "import-guess-role");
        assertThat(role.getText()).isEqualTo("Column 3");
    }

    @Test
    void theGuessIsShownAndAnotherEncodingAskedForBeforeFixesAreLost() throws Exception {
        openFile();
        MenuButton delimiter = Stages.find(root, "import-guess-delimiter");
        assertThat(delimiter.getText()).isEqualTo("Semicolon");
        Button use = Stages.find(root, "import-fix-use-241");
        Stages.run(use::fire);
        Stages.settle();
        MenuButton again = Stages.find(root, "import-guess-delimiter");
        Stages.run(() -> again.getItems().getFirst().fire());
        assertThat(organization.dialogs.questions.getLast().title()).isEqualTo("Read the file again");
    }

    @Test
    void everyStepLooksLikeItsPicture() throws Exception {
        Stages.run(() -> tabModelPaste());
        pictures("import-start");
        openFile();
        pictures("import-check");
        Stages.run(() -> Stages.<Button>find(root, "import-fix-correct-242").fire());
        Stages.settle();
        pictures("import-fixing");
        Stages.run(() -> Stages.<Button>find(root, "import-stage").fire());
        Stages.settle();
        answerSome();
        Stages.settle();
        pictures("import-sending");
        Label answered = Stages.find(root, "import-answered");
        assertThat(answered.getText()).isEqualTo("125 of 233");
        Stages.run(
                () -> Stages.<ToggleButton>find(root, "import-sent-attention").fire());
        Stages.settle();
        Stages.run(() -> Stages.<Button>find(root, "import-resolve-100").fire());
        Stages.run(() -> Stages.<ToggleButton>find(root, "import-sent-all").fire());
        answerRest();
        pictures("import-sent");
        assertThat(answered.getText()).isEqualTo("233 of 233");
        assertThat(organization.visited).containsExactly(Place.OUTBOX);
        assertThat(CssWarnings.seen()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("steward.app.invitations.ImportViewModelTest#samples")
    void everySampleHasItsPeopleInTheWindow(String file, int people) throws Exception {
        organization.dialogs.willPick(ImportViewModelTest.sample(file));
        Stages.run(() -> Stages.<Button>find(root, "import-choose").fire());
        Stages.settle();
        Button stageButton = Stages.find(root, "import-stage");
        assertThat(stageButton.getText()).isEqualTo("Stage %d invitations".formatted(people));
        Label subtitle = Stages.find(root, "import-subtitle");
        assertThat(subtitle.getText())
                .isEqualTo("%s, %d rows".formatted(file, rows().getItems().size()));
        Stages.run(stageButton::fire);
        Stages.settle();
        Label answered = Stages.find(root, "import-answered");
        assertThat(answered.getText()).isEqualTo("0 of " + people);
        DataTable<SendRow> sent = Stages.find(root, "import-sent-rows");
        assertThat(sent.getItems()).hasSize(people);
    }

    @Test
    void theKeysGoOnFromTheGuessThatWasChanged() throws Exception {
        openFile();
        MenuButton header = Stages.find(root, "import-guess-header");
        Stages.run(header::requestFocus);
        Stages.run(() -> header.getItems().get(2).fire());
        Stages.settle();
        MenuButton again = Stages.find(root, "import-guess-header");
        assertThat(again).isNotSameAs(header);
        assertThat(again.getText()).isEqualTo("Row 2");
        assertThat(again.isFocused()).isTrue();
    }

    @Test
    void longHeadingsLeaveTheShortGuessesReadableInASmallWindow() throws Exception {
        Stages.run(() -> {
            stage.setWidth(1024);
            root.resize(1024, 640);
            ((Region) root.getChildrenUnmodifiable().getFirst()).setMinWidth(56);
        });
        organization.dialogs.willPick(ImportViewModelTest.sample("google-workspace-download.csv"));
        Stages.run(() -> Stages.<Button>find(root, "import-choose").fire());
        Stages.settle();
        pictures("import-check-small");
        for (String part : List.of("encoding", "delimiter", "header")) {
            MenuButton guess = Stages.find(root, "import-guess-" + part);
            assertThat(guess.getWidth()).as(part).isGreaterThanOrEqualTo(Stages.fx(() -> guess.prefWidth(-1)) - 1);
        }
        HBox strip = Stages.find(root, "import-guess");
        assertThat(strip.getChildren().getLast().getBoundsInParent().getMaxX())
                .as("nothing reaches out of it")
                .isLessThanOrEqualTo(strip.getWidth() + 1);
    }

    @Test
    void theKeysReachTheRowsAndASlashTheirFilter() throws Exception {
        openFile();
        assertThat(rows().isFocused()).isTrue();
        Keys.type(rows(), KeyCode.SLASH, "/");
        assertThat(Stages.<TextField>find(root, "import-search").isFocused()).isTrue();
        Stages.run(() -> Stages.<Button>find(root, "import-stage").fire());
        Stages.settle();
        assertThat(Stages.<DataTable<SendRow>>find(root, "import-sent-rows").isFocused())
                .isTrue();
    }

    @Test
    void tabGoesOnFromTheAddressToTheNameAndAClickElsewhereKeepsWhatWasTyped() throws Exception {
        openFile();
        Stages.run(() -> rows().getSelectionModel().select(1));
        Keys.press(rows(), KeyCode.F2);
        type("import-edit-email", "dj@haven.example");
        Keys.press(Stages.find(root, "import-edit-email"), KeyCode.TAB);
        type("import-edit-name", "Đorđe P.");
        Stages.run(() -> Stages.<TextField>find(root, "import-search").requestFocus());
        Stages.settle();
        assertThat(rows().getItems().get(1).row().row().email()).isEqualTo("dj@haven.example");
        assertThat(rows().getItems().get(1).row().row().name()).isEqualTo("Đorđe P.");
        assertThat(rows().getItems().get(1).row().outcome()).isEqualTo(Outcome.READY);
        assertThat(Stages.fx(() -> root.lookup("#import-edit-name"))).isNull();
        assertThat(Stages.<TextField>find(root, "import-search").isFocused()).isTrue();
    }

    @Test
    void scrollingAwayLosesNothingOfWhatIsBeingTypedAndEscapeDropsIt() throws Exception {
        openFile();
        Stages.run(() -> rows().getSelectionModel().select(1));
        Keys.press(rows(), KeyCode.F2);
        type("import-edit-email", "half@");
        Stages.run(() -> rows().scrollTo(200));
        Stages.settle();
        Stages.run(() -> rows().scrollTo(0));
        Stages.settle();
        TextField field = Stages.find(root, "import-edit-email");
        assertThat(field.getText()).isEqualTo("half@");
        Keys.press(field, KeyCode.ESCAPE);
        assertThat(rows().getItems().get(1).row().row().email()).isEqualTo("djordje.petrovic.haven.example");
        assertThat(rows().isFocused()).isTrue();
    }

    private void type(String id, String text) {
        Stages.run(() -> Stages.<TextField>find(root, id).setText(text));
    }

    /** A draft to take up again, and a source that is none. */
    private void tabModelPaste() {
        organization.dialogs.willPick(folder.resolve("missing.pdf"));
        Stages.<Button>find(root, "import-paste").fire();
        organization.dialogs.submit(java.util.Map.of("text", "x@gmial.com\ny@haven.example\n"));
        Stages.<javafx.scene.control.Hyperlink>find(root, "import-to-files").fire();
        Stages.<Button>find(root, "import-choose").fire();
    }

    /** As the dispatcher would, without a server: 125 answered, 25 in flight. */
    private void answerSome() {
        Dispatch dispatch = organization.store().dispatch();
        organization.forward(Duration.ofSeconds(11));
        Stages.run(() -> {
            Instant now = TestOrganization.NOW.plusSeconds(11);
            dispatch.releaseHeld(organization.orgId);
            List<Operation> claimed = dispatch.claim(organization.orgId, 150, Ids.next(), now);
            List<Dispatch.Answer> answers = new ArrayList<>();
            for (int i = 0; i < 125; i++) {
                Operation operation = claimed.get(i);
                answers.add(answer(operation, operation.sourceRow() == 100, i));
            }
            organization.forward(Duration.ofSeconds(50));
            dispatch.answered(answers);
        });
        Stages.run(() -> organization.session.sending(new SendingState(
                organization.orgId, SendingState.Wait.SENDING, Instant.parse("2026-11-24T14:33:51Z"), 25)));
    }

    private void answerRest() {
        Stages.run(() -> {
            Dispatch dispatch = organization.store().dispatch();
            var now = TestOrganization.NOW.plusSeconds(70);
            dispatch.claim(organization.orgId, 500, Ids.next(), now);
            dispatch.answered(organization.store().outbox().list().stream()
                    .filter(each -> each.state() == OperationState.IN_FLIGHT)
                    .map(each -> answer(each, false, 0))
                    .toList());
        });
        Stages.settle();
    }

    private static Dispatch.Answer answer(Operation operation, boolean refused, int i) {
        return refused
                ? new Dispatch.Answer(
                        operation.id(),
                        OperationState.ATTENTION,
                        409,
                        null,
                        ProblemType.INVITED_WITH_OTHER_ROLE.problem("Jonas Weber invited her as Member at 14:29"),
                        null,
                        null)
                : new Dispatch.Answer(
                        operation.id(),
                        OperationState.DONE,
                        200,
                        i % 40 == 7 ? BatchOutcome.ALREADY_MEMBER : BatchOutcome.CREATED,
                        null,
                        (long) i,
                        null);
    }
}
