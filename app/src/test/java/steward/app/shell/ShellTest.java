package steward.app.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static steward.app.testing.Eventually.eventually;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.api.Role;
import steward.app.fx.Background;
import steward.app.fx.Ticker;
import steward.app.testing.DemoTown;
import steward.app.testing.Stages;
import steward.app.theme.Theme;
import steward.sync.Connection;
import steward.sync.Engine;
import steward.sync.EngineOptions;
import steward.sync.Session;
import steward.sync.TokenStore;

/** The window with a real engine and a real server. */
class ShellTest {
    @TempDir
    Path folder;

    private final AtomicReference<Throwable> fault = new AtomicReference<>();
    private final TokenStore tokens = TokenStore.memory();
    private DemoTown town;
    private Engine engine;
    private Session session;
    private Shell shell;
    private MainWindow window;
    private Stage stage;
    private Theme theme;

    @BeforeEach
    void open() {
        Stages.start();
        town = new DemoTown(folder.resolve("server"));
        engine = engine();
        session = engine.signIn(town.url(), town.token(), true);
        show();
    }

    @AfterEach
    void close() {
        hide();
        engine.close();
        town.close();
        assertThat(fault.get()).isNull();
    }

    @Test
    void switches_by_keyboard_and_leaves_nothing_of_the_one_before() {
        eventually(
                "organizations",
                () -> Stages.fx(() -> !text("organization-name").equals("No organization")));
        press(KeyCode.O);
        type("switcher-search", "kraft");
        eventually("the list", () -> Stages.fx(() -> root().lookup("#switcher-nordlys-kraft-as") != null));
        Stages.picture(root(), "shell-switcher-light");
        key("switcher-search", KeyCode.ENTER);
        eventually("the other", () -> Stages.fx(() -> text("organization-name").equals("Nordlys Kraft AS")));
        eventually("its tab", () -> Stages.fx(() -> text("tab-organization").equals("Nordlys Kraft AS")));
        assertThat(Stages.<Node>fx(() -> root().lookup("#switcher"))).isNull();
    }

    /** Nobody is to act in an organization whose name they cannot read. */
    @Test
    void the_organizations_name_stands_whole_in_the_smallest_window() {
        eventually(
                "organizations",
                () -> Stages.fx(() -> !text("organization-name").equals("No organization")));
        Stages.run(() -> {
            stage.setWidth(1024);
            stage.setHeight(640);
        });
        Stages.settle();
        var name = Stages.<Region>fx(() -> (Region) root().lookup("#organization-name"));
        assertThat(Stages.fx(() -> root().getScene().getWidth())).isLessThan(1100);
        assertThat(Stages.fx(name::getWidth)).isGreaterThanOrEqualTo(Stages.fx(() -> name.prefWidth(-1)));
    }

    @Test
    void leaves_the_keys_to_the_switcher_while_a_tab_opens_under_it() {
        eventually("a tab", () -> Stages.fx(() -> text("tab-organization").length() > 0));
        press(KeyCode.O);
        Stages.run(() -> shell.openOrganization(town.organization("Nordlys Kraft AS")));
        Stages.settle();
        assertThat(Stages.<Node>fx(() -> root().getScene().getFocusOwner()).getId())
                .isEqualTo("switcher-search");
        key("switcher-search", KeyCode.ESCAPE);
        assertThat(text("tab-organization")).isEqualTo("Nordlys Kraft AS");
        assertThat(Stages.<Boolean>fx(() -> root().lookup("#content").isFocusWithin()))
                .isTrue();
    }

    @Test
    void says_why_a_members_panel_is_closed_and_who_can_open_it() {
        eventually(
                "organizations",
                () -> Stages.fx(() -> !text("organization-name").equals("No organization")));
        Stages.run(() -> shell.openOrganization(town.organization("Honoré et Fils")));
        eventually("the closed panel", () -> Stages.fx(() -> root().lookup("#closed") != null));
        Set<String> words = words();
        assertThat(words).contains("Only the Owner and Admins see this panel", "Jonas Weber");
        assertThat(Stages.<Node>fx(() -> root().lookup("#tab-organization"))).isNull();
        Stages.picture(root(), "shell-closed-light");
    }

    @Test
    void works_offline_and_shows_everything_last_seen_after_a_restart_without_the_server() {
        eventually(
                "organizations", () -> Stages.fx(() -> text("tab-organization").length() > 0));
        eventually("pulled", () -> session.store()
                .organization(town.organization("Havenbrook University"))
                .known());
        press(KeyCode.O, true);
        eventually("offline", () -> session.connection().state() == Connection.State.OFFLINE_BY_CHOICE);
        eventually("said so", () -> Stages.fx(() -> text("status-connection").equals("Working offline")));
        press(KeyCode.O, true);
        eventually("online", () -> session.connection().state() == Connection.State.CONNECTED);

        hide();
        engine.close();
        town.stop();
        engine = engine();
        session = engine.resume(engine.accounts().getFirst()).orElseThrow();
        show();
        eventually(
                "what was last seen",
                () -> Stages.fx(() -> text("organization-name").length() > 0
                        && !text("organization-name").equals("No organization")));
        eventually("said so", () -> Stages.fx(() -> text("status-connection").startsWith("Not reached for")));
        Stages.picture(root(), "shell-unreachable-light");
        town.restart(0);
    }

    @Test
    void a_role_that_is_lost_closes_the_panel_and_takes_what_was_stored() {
        String name = "Honoré et Fils";
        town.role(name, Role.ADMIN);
        session.refreshDirectory();
        eventually("an Admin now", () -> role(name) == Role.ADMIN);
        Stages.run(() -> shell.openOrganization(town.organization(name)));
        var data = session.store().organization(town.organization(name));
        eventually("its tab", () -> Stages.fx(() -> text("tab-organization").equals(name)));
        eventually("pulled", data::known);
        town.role(name, Role.MEMBER);
        session.refresh(town.organization(name));
        eventually("the closed panel", () -> Stages.fx(() -> root().lookup("#closed") != null));
        assertThat(words()).contains("Only the Owner and Admins see this panel");
        eventually("nothing stored", () -> !data.known());
    }

    @Test
    void says_where_a_damaged_file_of_drafts_and_outbox_was_set_aside() throws Exception {
        eventually("pulled", () -> session.store()
                .organization(town.organization("Havenbrook University"))
                .known());
        hide();
        engine.close();
        Path work;
        try (var files = Files.walk(folder.resolve("data"))) {
            work = files.filter(each -> each.endsWith("work.db")).findFirst().orElseThrow();
        }
        Files.write(work, "no database at all".repeat(300).getBytes(StandardCharsets.US_ASCII));
        engine = engine();
        session = engine.resume(engine.accounts().getFirst()).orElseThrow();
        show();
        Path aside = session.store().damage().orElseThrow().setAside();
        assertThat(aside).exists();
        eventually("told", () -> words().stream().anyMatch(each -> each.contains(aside.toString())));
        assertThat(words())
                .contains("The file of drafts and outbox was damaged")
                .anyMatch(each -> each.startsWith("Saved from it: no unsent change and no draft."));
        Stages.picture(root(), "shell-damage-light");
    }

    @Test
    void finds_organizations_members_and_commands_in_the_palette() {
        eventually(
                "organizations", () -> Stages.fx(() -> text("tab-organization").length() > 0));
        press(KeyCode.K);
        type("palette-search", "normandie");
        eventually(
                "found", () -> Stages.fx(() -> root().lookup("#palette-organization-hotels-de-la-normandie") != null));
        type("palette-search", "sw");
        Stages.run(() -> theme.modeProperty().set(Theme.Mode.DARK));
        Stages.picture(root(), "shell-palette-dark");
        Stages.run(() -> theme.modeProperty().set(Theme.Mode.LIGHT));
        assertThat(Stages.<Node>fx(() -> root().lookup("#palette-switch-organization")))
                .isNotNull();
        type("palette-search", "hotels");
        key("palette-search", KeyCode.ENTER);
        eventually("opened", () -> Stages.fx(() -> text("organization-name").equals("Hôtels de la Normandie")));
    }

    @Test
    void a_new_organization_waits_in_the_outbox_and_then_opens() {
        eventually(
                "organizations", () -> Stages.fx(() -> text("tab-organization").length() > 0));
        press(KeyCode.O);
        Stages.run(() -> ((javafx.scene.control.Button) root().lookup("#switcher-create")).fire());
        type("dialog-field-name", "Brand new");
        Stages.run(() -> ((javafx.scene.control.Button) root().lookup("#dialog-submit")).fire());
        eventually("staged", () -> session.store().outbox().counts().open() == 1);
        press(KeyCode.S, true);
        eventually("sent", () -> session.store().outbox().counts().open() == 0);
        eventually("known", () -> session.store().directory().entries().stream()
                .anyMatch(entry -> entry.organization().name().equals("Brand new") && entry.pending() == null));
    }

    @Test
    void the_keys_take_back_what_was_staged_just_now() {
        eventually(
                "organizations", () -> Stages.fx(() -> text("tab-organization").length() > 0));
        press(KeyCode.O);
        Stages.run(() -> ((javafx.scene.control.Button) root().lookup("#switcher-create")).fire());
        type("dialog-field-name", "Never made");
        Stages.run(() -> ((javafx.scene.control.Button) root().lookup("#dialog-submit")).fire());
        eventually("offered", () -> Stages.fx(() -> root().lookup("#undo-bar").isVisible()));
        Stages.run(() -> root().lookup("#tab-organization")
                .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.Z, false, true, false, false)));
        eventually("taken back", () -> session.store().outbox().counts().open() == 0);
        assertThat(session.store().directory().entries())
                .extracting(entry -> entry.organization().name())
                .doesNotContain("Never made");
    }

    private Role role(String name) {
        return session.store()
                .directory()
                .entry(town.organization(name))
                .map(each -> each.organization().role())
                .orElse(null);
    }

    private Engine engine() {
        return Engine.open(EngineOptions.of(folder.resolve("data")).with(tokens));
    }

    private void show() {
        stage = Stages.fx(() -> {
            theme = new Theme(Theme.Mode.LIGHT);
            var runtime = new Runtime(
                    Background.virtual((thread, problem) -> fault.compareAndSet(null, problem)),
                    new Ticker(Clock.systemDefaultZone()),
                    Clock.systemDefaultZone(),
                    theme);
            var made = new Stage();
            window = new MainWindow(made, theme);
            var tabs = new Tabs(Map.of(Place.OVERVIEW, NameTab::new), () -> {
                throw new AssertionError("no settings here");
            });
            shell = new Shell(Opened.of(session), runtime, window, tabs, new NoAccountActions());
            window.fill(shell.node());
            window.open();
            return made;
        });
        Stages.settle();
    }

    private void hide() {
        Stages.run(() -> {
            shell.close();
            stage.close();
        });
    }

    private Parent root() {
        return window.scene().getRoot();
    }

    private String text(String id) {
        Node node = root().lookup("#" + id);
        return node instanceof Label label ? label.getText() : "";
    }

    private Set<String> words() {
        return Stages.fx(() -> root().lookupAll(".label").stream()
                .map(node -> ((Label) node).getText())
                .collect(java.util.stream.Collectors.toSet()));
    }

    private void press(KeyCode code) {
        press(code, false);
    }

    private void press(KeyCode code, boolean shift) {
        Stages.run(() -> javafx.event.Event.fireEvent(
                window.scene(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, true, false, false)));
        Stages.settle();
    }

    private void type(String id, String text) {
        Stages.run(() -> ((javafx.scene.control.TextField) root().lookup("#" + id)).setText(text));
        Stages.settle();
    }

    private void key(String id, KeyCode code) {
        Stages.run(() -> javafx.event.Event.fireEvent(
                root().lookup("#" + id), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false)));
        Stages.settle();
    }

    /** A tab that says whose it is. */
    private static final class NameTab implements Tab {
        private final Label label;
        private final Node node;

        NameTab(OrganizationContext context) {
            label = new Label(context.organization().organization().name());
            label.setId("tab-organization");
            node = new StackPane(label);
        }

        @Override
        public Node node() {
            return node;
        }

        @Override
        public void close() {
            label.setText("closed");
        }
    }

    private static final class NoAccountActions implements AccountActions {
        @Override
        public void changeAccount() {
            throw new AssertionError("not asked for");
        }

        @Override
        public void signOut() {
            throw new AssertionError("not asked for");
        }

        @Override
        public void forget() {
            throw new AssertionError("not asked for");
        }
    }
}
