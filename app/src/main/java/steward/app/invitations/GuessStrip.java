package steward.app.invitations;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.event.ActionEvent;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import steward.api.Action;
import steward.api.Role;
import steward.app.control.Icons;
import steward.app.control.Labels;
import steward.app.control.Tone;
import steward.app.dialog.Choice;
import steward.app.dialog.Effect;
import steward.app.dialog.Question;
import steward.app.i18n.Messages;
import steward.app.shell.OrganizationContext;
import steward.app.shell.RoleWords;
import steward.people.Column;
import steward.people.Columns;
import steward.people.Encoding;
import steward.people.Exporter;
import steward.people.Settings;

/** What was guessed about a source, each part to be changed where it stands. Node ids {@code import-guess-<part>}. */
final class GuessStrip extends HBox {
    private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');
    private static final int HEADER_ROWS = 5;
    private static final Set<String> SHORT = Set.of("encoding", "delimiter", "header");

    private final CheckViewModel model;
    private final OrganizationContext context;
    /** Id of the guess just changed: once read again, the keys go on from there. */
    private String used;

    GuessStrip(CheckViewModel model, OrganizationContext context) {
        this.model = model;
        this.context = context;
        setId("import-guess");
        getStyleClass().add("guess-strip");
        setAlignment(Pos.CENTER_LEFT);
        model.readingProperty().subscribe(this::show);
        disableProperty().bind(model.busyProperty());
        model.busyProperty().subscribe(busy -> {
            if (!busy && used != null) {
                lookupAll(".guess-value").stream()
                        .filter(each -> used.equals(each.getId()))
                        .forEach(Node::requestFocus);
                used = null;
            }
        });
    }

    private void show(Reading reading) {
        getChildren().clear();
        if (reading == null) {
            return;
        }
        getChildren().add(lead(reading));
        if (reading.guess() != null) {
            addSource(reading);
            getChildren().add(cell("email", emailWord(reading), emailItems(reading)));
            getChildren().add(cell("name", nameWord(reading), nameItems(reading)));
        }
        getChildren().add(cell("role", roleWord(reading), roleItems(reading)));
        Node last = cell("skip", skipWord(reading), skipItems(reading));
        last.getStyleClass().add("last");
        getChildren().add(last);
    }

    private static Node lead(Reading reading) {
        boolean there = reading.guess() != null;
        var words = new VBox(
                2,
                Labels.styled(
                        text(there ? "invitations.guess.guessed" : "invitations.guess.gone"), "small-text", "muted"),
                Labels.body(text(there ? "invitations.guess.change" : "invitations.guess.goneText")));
        words.setAlignment(Pos.CENTER_LEFT);
        var lead = new HBox(10, Icons.toned(Feather.SLIDERS, 16, Tone.MUTED), words);
        lead.getStyleClass().add("guess-cell");
        lead.setAlignment(Pos.CENTER_LEFT);
        lead.setMinWidth(USE_PREF_SIZE);
        return lead;
    }

    private void addSource(Reading reading) {
        Settings settings = reading.settings();
        if (settings.format() == Settings.Format.XLSX) {
            getChildren().add(cell("sheet", settings.sheet(), sheetItems(reading)));
        } else {
            String mark = reading.guess().byteOrderMark() ? text("invitations.guess.marked") : "";
            getChildren().add(cell("encoding", settings.charset().displayName() + mark, encodingItems(reading)));
            getChildren().add(cell("delimiter", delimiterWord(settings.delimiter()), delimiterItems(reading)));
        }
        getChildren().add(cell("header", headerWord(settings.headerRow()), headerItems(reading)));
    }

    private Node cell(String part, String value, List<MenuItem> items) {
        var button = new MenuButton(value);
        button.setId("import-guess-" + part);
        button.getStyleClass().addAll("flat", "guess-value");
        button.setMnemonicParsing(false);
        button.setTooltip(new Tooltip(value));
        button.setAccessibleText(Messages.text("invitations.guess." + part) + ": " + value);
        button.getItems().setAll(items);
        items.forEach(item -> item.addEventHandler(ActionEvent.ACTION, event -> used = button.getId()));
        button.setMinWidth(40);
        var cell =
                new VBox(2, Labels.styled(Messages.text("invitations.guess." + part), "small-text", "muted"), button);
        cell.getStyleClass().add("guess-cell");
        cell.setAlignment(Pos.CENTER_LEFT);
        // A few letters are never cut for the sake of long headings beside them.
        cell.setMinWidth(SHORT.contains(part) ? USE_PREF_SIZE : 96);
        HBox.setHgrow(cell, Priority.SOMETIMES);
        return cell;
    }

    private List<MenuItem> encodingItems(Reading reading) {
        List<MenuItem> items = new ArrayList<>();
        for (Charset charset : Encoding.choices()) {
            boolean chosen = charset.equals(reading.settings().charset());
            items.add(marked(reread(charset.displayName(), () -> model.charset(charset)), chosen));
        }
        return items;
    }

    private List<MenuItem> delimiterItems(Reading reading) {
        return DELIMITERS.stream()
                .map(each -> marked(
                        reread(delimiterWord(each), () -> model.delimiter(each)),
                        each == reading.settings().delimiter()))
                .toList();
    }

    private static String delimiterWord(char delimiter) {
        return switch (delimiter) {
            case ',' -> text("invitations.delimiter.comma");
            case ';' -> text("invitations.delimiter.semicolon");
            case '\t' -> text("invitations.delimiter.tab");
            case '|' -> text("invitations.delimiter.pipe");
            case ' ' -> text("invitations.delimiter.space");
            default -> String.valueOf(delimiter);
        };
    }

    private List<MenuItem> headerItems(Reading reading) {
        int now = reading.settings().headerRow();
        List<MenuItem> items = new ArrayList<>();
        items.add(marked(reread(headerWord(Columns.NONE), () -> model.headerRow(Columns.NONE)), now < 0));
        for (int i = 0; i < HEADER_ROWS; i++) {
            int row = i;
            items.add(marked(reread(headerWord(row), () -> model.headerRow(row)), now == row));
        }
        return items;
    }

    private static String headerWord(int row) {
        return row < 0 ? text("invitations.guess.noHeader") : Messages.text("invitations.guess.headerRow", row + 1);
    }

    private List<MenuItem> sheetItems(Reading reading) {
        return reading.guess().sheets().stream()
                .map(sheet -> marked(
                        reread(sheet, () -> model.sheet(sheet)),
                        sheet.equals(reading.settings().sheet())))
                .toList();
    }

    private List<MenuItem> emailItems(Reading reading) {
        return choosable(reading).stream()
                .map(column -> marked(
                        reread(word(column), () -> model.columns(all -> all.withEmail(column.index()))),
                        reading.settings().columns().email().contains(column.index())))
                .toList();
    }

    private static String emailWord(Reading reading) {
        return words(reading, reading.settings().columns().email());
    }

    private List<MenuItem> nameItems(Reading reading) {
        List<Integer> chosen = reading.settings().columns().name();
        List<MenuItem> items = new ArrayList<>();
        items.add(reread(text("invitations.guess.none"), () -> model.columns(all -> all.withName(List.of()))));
        for (Column column : choosable(reading)) {
            var item = new CheckMenuItem(word(column));
            item.setMnemonicParsing(false);
            item.setSelected(chosen.contains(column.index()));
            List<Integer> toggled = new ArrayList<>(chosen);
            if (!toggled.remove((Integer) column.index())) {
                toggled.add(column.index());
            }
            item.setOnAction(event -> confirmed(() -> model.columns(all -> all.withName(toggled))));
            items.add(item);
        }
        return items;
    }

    private static String nameWord(Reading reading) {
        List<Integer> columns = reading.settings().columns().name();
        return columns.isEmpty() ? text("invitations.guess.none") : words(reading, columns);
    }

    private List<MenuItem> roleItems(Reading reading) {
        Optional<Role> all = reading.policy().roleForAll();
        int column = roleColumn(reading);
        List<MenuItem> items = new ArrayList<>();
        for (Role role : List.of(Role.MEMBER, Role.ADMIN)) {
            boolean chosen = all.map(role::equals).orElse(role == Role.MEMBER && column == Columns.NONE);
            if (role == Role.MEMBER
                    || context.refusal(Action.INVITE_ADMIN, false).isEmpty()) {
                items.add(marked(item(allAs(role), () -> model.roleForAll(Optional.of(role))), chosen));
            }
        }
        if (all.isPresent()) {
            items.add(item(text("invitations.guess.roleOfFile"), () -> model.roleForAll(Optional.empty())));
        }
        if (reading.guess() != null) {
            items.add(new SeparatorMenuItem());
            choosable(reading)
                    .forEach(each -> items.add(marked(
                            reread(word(each), () -> {
                                model.roleForAll(Optional.empty());
                                model.trustRoles(each.index());
                            }),
                            all.isEmpty() && each.index() == column)));
        }
        return items;
    }

    private static String roleWord(Reading reading) {
        int column = roleColumn(reading);
        return reading.policy()
                .roleForAll()
                .map(GuessStrip::allAs)
                .orElseGet(() -> column == Columns.NONE ? allAs(Role.MEMBER) : words(reading, List.of(column)));
    }

    /** Whose words count as roles, or none. */
    private static int roleColumn(Reading reading) {
        Settings settings = reading.settings();
        return settings == null || !settings.exporter().rolesTrusted()
                ? Columns.NONE
                : settings.columns().role();
    }

    private static String allAs(Role role) {
        return Messages.text("invitations.guess.allAs", RoleWords.of(role));
    }

    private List<MenuItem> skipItems(Reading reading) {
        List<MenuItem> items = new ArrayList<>();
        var suspended = new CheckMenuItem(text("invitations.guess.includeSuspended"));
        suspended.setId("import-guess-suspended");
        suspended.setSelected(reading.policy().includeSuspended());
        suspended.setOnAction(event -> model.includeSuspended(!reading.policy().includeSuspended()));
        items.add(suspended);
        if (reading.guess() != null) {
            items.add(reread(
                    text("invitations.guess.skipNothing"), () -> model.columns(all -> all.withFlags(List.of()))));
            items.add(reread(text("invitations.guess.again"), model::guessAgain));
        }
        return items;
    }

    private static String skipWord(Reading reading) {
        if (reading.policy().includeSuspended()) {
            return text("invitations.guess.botsOnly");
        }
        if (reading.settings() == null) {
            return text("invitations.guess.asRead");
        }
        List<Integer> flags = reading.settings().columns().flags().stream()
                .map(Columns.Flag::column)
                .distinct()
                .toList();
        return flags.isEmpty() ? text("invitations.guess.nothing") : words(reading, flags);
    }

    private static List<Column> choosable(Reading reading) {
        return reading.guess().columns().stream()
                .filter(column -> !column.secret())
                .toList();
    }

    private static String words(Reading reading, List<Integer> columns) {
        if (reading.settings().exporter() == Exporter.REPORT && columns.isEmpty()) {
            return text("invitations.guess.none");
        }
        return columns.stream()
                .map(index -> reading.guess().columns().stream()
                        .filter(column -> column.index() == index)
                        .findFirst()
                        .map(GuessStrip::word)
                        .orElse(Messages.text("invitations.guess.column", index + 1)))
                .collect(Collectors.joining(" + "));
    }

    private static String word(Column column) {
        return column.header().isBlank()
                ? Messages.text("invitations.guess.column", column.index() + 1)
                : column.header();
    }

    /** What reads the file again; rows fixed by hand would be lost, so that is asked first. */
    private MenuItem reread(String words, Runnable run) {
        return item(words, () -> confirmed(run));
    }

    private void confirmed(Runnable run) {
        if (model.fixes().count() == 0) {
            run.run();
            return;
        }
        context.window()
                .dialogs()
                .decide(Question.of(
                        context.acting(),
                        text("invitations.reread.title"),
                        text("invitations.reread.sentence"),
                        List.of(Effect.warning(Messages.text(
                                "invitations.reread.fixes", model.fixes().count()))),
                        Choice.cancel(text("invitations.reread.keep")),
                        Choice.destructive("reread", text("invitations.reread.submit"), run)));
    }

    /** The choice in force has a check mark; it is no toggle, as choosing it again reads again. */
    private static MenuItem marked(MenuItem item, boolean inForce) {
        item.setGraphic(inForce ? Icons.of(Feather.CHECK) : null);
        return item;
    }

    private static MenuItem item(String words, Runnable run) {
        var item = new MenuItem(words);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> run.run());
        return item;
    }

    private static String text(String key) {
        return Messages.text(key);
    }
}
