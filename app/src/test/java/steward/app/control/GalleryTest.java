package steward.app.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.FXCollections;
import javafx.scene.Parent;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;
import steward.app.testing.CssWarnings;
import steward.app.testing.Stages;

/** Every control in the two themes, as pictures for human eyes, and without one complaint of the style engine. */
class GalleryTest {
    private static final String[] NAMES = {
        "Thandiwe Nkosi",
        "王小明",
        "Ольга Иванова",
        "فاطمة الزهراء",
        "Łukasz Wiśniewski",
        "Siobhán Ní Bhriain",
        "Νίκος Παππάς",
        "佐藤 陽斗",
        "Nguyễn Thị Lan",
        "José d’Almeida",
        "Zoë O’Brien",
        "Kwame Mensah",
        "प्रिया नायर",
        "Anaïs Lefèvre",
        "Đorđe Petrović"
    };

    private record Person(int id, String name, String mail, String role, IconWord state, Instant since) {}

    @Test
    void aTableWithItsBarsAndPanel() {
        pictures("gallery-table", this::tablePage);
    }

    @Test
    void aNarrowWindowLetsThePanelCover() {
        Stages.start();
        Parent root = Stages.fx(this::tablePage);
        Stage stage = Stages.show(root, 1024, 640, true);
        Stages.run(() -> Stages.find(root, "members-table").requestFocus());
        Stages.picture(root, "gallery-narrow-dark");
        Stages.close(stage);
        assertThat(CssWarnings.seen()).isEmpty();
    }

    @Test
    void statesAreLeftAlignedAndNameTheFirstAction() {
        pictures("gallery-states", this::states);
    }

    @Test
    void smallParts() {
        pictures("gallery-parts", this::parts);
    }

    private void pictures(String name, java.util.function.Supplier<Parent> node) {
        Stages.start();
        Parent root = Stages.fx(node::get);
        Stage stage = Stages.show(root);
        Stages.picture(root, name + "-light");
        Stages.setDark(true);
        Stages.picture(root, name + "-dark");
        Stages.close(stage);
        assertThat(CssWarnings.seen()).isEmpty();
    }

    private Parent tablePage() {
        var page = new Page("members", "Members");
        page.subtitleProperty().set("1,272 total  ·  1,231 accepted  ·  41 pending  ·  9 admin seats");
        page.setActions(Buttons.primary("Invite people", Feather.USER_PLUS, () -> {}));
        var tabs = new FilterTabs<String>("members-filter")
                .add("all", "All")
                .add("pending", "Pending")
                .add("accepted", "Accepted")
                .add("expired", "Expired");
        tabs.setCount("all", 1317);
        tabs.setCount("pending", 41);
        tabs.setCount("accepted", 1231);
        tabs.setCount("expired", 27);
        page.setFilters(
                tabs, new SearchField("Name or e-mail"), new IconButton(Feather.FILTER, "Filter", () -> {}).inBar());
        var table = people();
        table.selection().addAll(table.getItems().subList(2, 6));
        table.getColumns().get(5).setSortType(javafx.scene.control.TableColumn.SortType.DESCENDING);
        table.getSortOrder().add(table.getColumns().get(5));
        table.getSelectionModel().select(2);
        page.setContent(table);
        page.setBanner(new Banner(Tone.WARNING, Feather.WIFI_OFF)
                .show("Last known, 34 s ago.", "The live stream broke off at 14:31:26. Trying again in 6 s.")
                .action(Buttons.link("Try now", () -> {})));
        var bulk = new BulkBar("members-bulk", table, new SimpleStringProperty("Select all 1,231 accepted"))
                .actions(
                        Buttons.inBar(Buttons.normal("Edit role…", Feather.SHIELD, () -> {})),
                        Buttons.inBar(Buttons.normal("Message", Feather.MAIL, () -> {})),
                        Buttons.inBar(Buttons.danger("Remove…", Feather.USER_MINUS, () -> {})));
        page.setFoot(bulk);
        page.setSidePanel(panel());
        return page;
    }

    static DataTable<?> aTable() {
        return people();
    }

    private static DataTable<Person> people() {
        var rows = FXCollections.observableArrayList(
                IntStream.range(0, 400).mapToObj(GalleryTest::person).toList());
        return new DataTable<Person>("members-table", Person::id, ViewMemory.forNow())
                .columns(
                        true,
                        TableColumns.<Person>person("members-column-name", "Name", Person::name)
                                .width(176)
                                .grow(),
                        TableColumns.<Person>muted("members-column-mail", "E-mail", Person::mail)
                                .width(210)
                                .grow(),
                        TableColumns.<Person>text("members-column-role", "Role", Person::role)
                                .width(76),
                        TableColumns.<Person>state("members-column-state", "State", Person::state)
                                .width(120),
                        TableColumns.<Person>time("members-column-since", "Since", Person::since, p -> "23 Nov")
                                .width(80),
                        TableColumns.<Person>number("members-column-hosted", "Hosted", p -> p.id() * 37L)
                                .width(90))
                .pendingWhen(person -> person.id() % 7 == 2)
                .leavingWhen(person -> person.id() == 10)
                .rows(rows);
    }

    private static Person person(int i) {
        IconWord[] states = {
            new IconWord(Feather.UPLOAD_CLOUD, Tone.ACCENT, "Not sent yet"),
            new IconWord(Feather.CLOCK, Tone.WARNING, "Pending"),
            new IconWord(Feather.CHECK, Tone.SUCCESS, "Accepted"),
            new IconWord(Feather.ALERT_CIRCLE, Tone.MUTED, "Expired")
        };
        String name = NAMES[i % NAMES.length];
        return new Person(
                i,
                name,
                "person." + i + "@haven.example",
                i % 6 == 0 ? "Admin" : "Member",
                states[i % 4],
                Instant.parse("2026-11-23T09:12:00Z").minusSeconds(i * 3600L));
    }

    private SidePanel panel() {
        var panel = new SidePanel("members-panel");
        panel.setTitle("Ольга Иванова", "olga.ivanova@haven.example");
        panel.setLead(new Avatar(40, "Ольга Иванова"));
        panel.setBadges(
                new Badge("39 min over", Tone.WARNING, Feather.CLOCK),
                new Badge("10 people", Tone.NEUTRAL, Feather.USERS));
        var facts = new Facts()
                .add("State", "Accepted")
                .add("Joined", "23 November, 09:12")
                .add("Invited by", "Åsa Lindqvist")
                .add("In a meeting", "Семинар по химии")
                .add("Recordings", "14, 3.2 GB");
        var activity = SidePanel.section(
                "Activity", Buttons.link("All", () -> {}), Labels.body("You changed the role to Admin"));
        panel.setSections(facts, activity);
        panel.setFoot(
                Buttons.inBar(Buttons.normal("Send message", Feather.MAIL, () -> {})),
                Buttons.inBar(Buttons.normal("Edit role…", Feather.SHIELD, () -> {})));
        panel.openProperty().set(true);
        return panel;
    }

    private Parent states() {
        var loading = new StateView("a", people());
        loading.stateProperty().set(State.loading());
        var empty = new StateView("b", new StackPane());
        empty.stateProperty()
                .set(State.empty(
                        Feather.FILM,
                        "No recordings yet",
                        "What a host records, or a room records by itself, appears here to watch, download and keep.",
                        new Action("Choose rooms that record…", Feather.LAYOUT, () -> {}),
                        Action.of("How recording works", () -> {})));
        var failed = new StateView("c", new StackPane());
        failed.stateProperty()
                .set(State.failed(
                        "The list could not be read",
                        "The server answered with a fault of its own. Nothing is lost.",
                        () -> {}));
        var forbidden = new StateView("d", new StackPane());
        forbidden
                .stateProperty()
                .set(State.forbidden(
                        "Only the Owner and Admins see recordings",
                        "You are a Member of Honoré et Fils since today, 13:05."));
        var left = new VBox(loading, failed);
        var right = new VBox(empty, forbidden);
        List.of(loading, failed, empty, forbidden).forEach(view -> {
            view.setPrefSize(640, 400);
            view.setMinSize(640, 400);
        });
        // The bars come after 150 ms; a picture must not wait for a clock.
        ((TableView<?>) ((StackPane) loading).getChildren().getFirst()).setItems(FXCollections.observableArrayList());
        return new HBox(left, right);
    }

    private Parent parts() {
        var page = new Page("parts", "Import people");
        page.setBack("Members", () -> {});
        page.subtitleProperty().set("autumn-intake.csv, 256 rows, 31 kB");
        page.setActions(
                Buttons.normal("Export report", Feather.DOWNLOAD, () -> {}),
                Buttons.primary("Stage 231 invitations", Feather.SEND, () -> {}));
        var strip = new FiguresStrip("parts-figures");
        strip.add("now", "In use now").show("17 of 20", "3 left, alert at 2");
        strip.add("top", "Highest today").show("20", "10:42 to 11:09");
        strip.add("refused", "Refused starts, 7 days")
                .show("6", "3 of them today")
                .setTone(Tone.DANGER);
        strip.add("owned", "Owned").show("20", "18 in Business + 2");
        var chips = new Chips<String>("parts-chips")
                .add("all", "All", null, Tone.NEUTRAL)
                .add("ready", "Ready", Feather.CHECK, Tone.SUCCESS)
                .add("attention", "Needs attention", Feather.ALERT_TRIANGLE, Tone.WARNING);
        chips.setCount("all", 256);
        chips.setCount("ready", 231);
        chips.setCount("attention", 4);
        var progress = new SegmentedProgress();
        progress.show(List.of(
                new SegmentedProgress.Part("Invited", Tone.SUCCESS, 121),
                new SegmentedProgress.Part("Nothing to do", Tone.NEUTRAL, 3),
                new SegmentedProgress.Part("Needs attention", Tone.WARNING, 1),
                new SegmentedProgress.Part("In flight", Tone.ACCENT, 25),
                new SegmentedProgress.Part("Waiting", Tone.MUTED, 81)));
        var ranges = new Segmented<String>("parts-range")
                .add("1h", "1 h")
                .add("7d", "7 d")
                .add("90d", "90 d");
        ranges.selectedProperty().set("7d");
        var views = new Segmented<String>("parts-view")
                .quiet()
                .add("chart", "Chart", Feather.ACTIVITY)
                .add("table", "Table", Feather.LIST);
        var badges = new HBox(8);
        for (Tone tone : Tone.values()) {
            badges.getChildren().add(new Badge(tone.name().toLowerCase(java.util.Locale.ROOT), tone, Feather.CLOCK));
        }
        var logo = new OrganizationLogo(28);
        logo.show("Havenbrook University", javafx.scene.paint.Color.web("#0f766e"), null);
        var people = new HBox(
                8, logo, new Avatar(24, "Åsa Lindqvist"), new Avatar(28, "佐藤 陽斗"), new Avatar(40, "Kwame Mensah"));
        var toggle = new atlantafx.base.controls.ToggleSwitch();
        toggle.setSelected(true);
        var menu = new javafx.scene.control.MenuButton(
                "Invite people", Icons.of(Feather.USER_PLUS), new javafx.scene.control.MenuItem("One person"));
        menu.getStyleClass().add("accent");
        var chosen = new javafx.scene.control.RadioButton("Now");
        chosen.setSelected(true);
        var box = new javafx.scene.control.ComboBox<String>();
        box.getItems().add("Any member");
        box.getSelectionModel().select(0);
        var field = new javafx.scene.control.TextField("Aula B");
        var blocked = Disabled.when(
                new SimpleStringProperty("Read-only session: see it, not apply it."),
                Buttons.primary("Pay € 10.23 and add 8", null, () -> {}));
        var controls = new HBox(
                12,
                ranges,
                views,
                Buttons.normal("Default", null, () -> {}),
                Buttons.flat("Flat", Feather.X, () -> {}),
                Buttons.danger("End meeting…", null, () -> {}),
                Buttons.dangerFilled("End in 10 minutes", null, () -> {}),
                blocked);
        var more = new HBox(
                12,
                toggle,
                new atlantafx.base.controls.ToggleSwitch(),
                chosen,
                menu,
                box,
                field,
                new javafx.scene.control.CheckBox("Follow progress"),
                new javafx.scene.control.RadioButton("With notice"),
                new IconButton(Feather.REFRESH_CW, "Refresh", () -> {}),
                Labels.keyCap("Ctrl K"),
                Buttons.inRow(Buttons.normal("Use gmail.com", null, () -> {})));
        var boxed = new VBox(progress);
        boxed.getStyleClass().addAll("box", "padded");
        var content = new VBox(strip, chips, boxed, controls, more, badges, people);
        page.setPaddedContent(content);
        var undo = new UndoBar(new javafx.beans.property.SimpleObjectProperty<>(Instant.parse("2026-11-24T14:32:07Z")));
        undo.show(new UndoBar.Offer(
                "3 repaired rows staged.",
                s -> "They leave this machine in " + s + " s.",
                Instant.parse("2026-11-24T14:32:04Z"),
                Instant.parse("2026-11-24T14:32:14Z"),
                () -> {}));
        page.setFoot(
                Page.footer(
                        Labels.muted("Nothing has left this machine."),
                        Buttons.normal("Export report", Feather.DOWNLOAD, () -> {})),
                undo);
        return page;
    }
}
