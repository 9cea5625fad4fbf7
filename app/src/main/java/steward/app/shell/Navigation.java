package steward.app.shell;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import steward.app.control.Icons;
import steward.app.control.Labels;
import steward.app.i18n.Formats;
import steward.app.i18n.Messages;

/** The places at the left, in groups, with counts; icons only in a narrow window. Node ids {@code nav-<place>}. */
final class Navigation extends VBox {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    private static final double WORDS_FROM = 1100;
    private static final List<List<Place>> GROUPS = List.of(
            List.of(Place.OVERVIEW),
            List.of(Place.MEMBERS, Place.ROOMS),
            List.of(Place.LICENSES, Place.MEETINGS, Place.RECORDINGS),
            List.of(Place.BILLING, Place.ORGANIZATION, Place.AUDIT));

    private final Map<Place, Button> items = new EnumMap<>(Place.class);
    private final Map<Place, Label> counts = new EnumMap<>(Place.class);
    private final Map<Place, Label> words = new EnumMap<>(Place.class);
    private final Label outboxCount = Labels.styled("", "nav-outbox-count");
    private final ShellViewModel shell;
    private final Consumer<Place> go;

    Navigation(ShellViewModel shell, Consumer<Place> go) {
        this.shell = shell;
        this.go = go;
        build();
        bind();
    }

    private void build() {
        setId("navigation");
        getStyleClass().add("navigation");
        for (List<Place> group : GROUPS) {
            var box = new VBox();
            group.forEach(place -> box.getChildren().add(item(place)));
            getChildren().add(box);
        }
        var gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        var line = new Region();
        line.getStyleClass().add("nav-line");
        var foot = new VBox(line, item(Place.OUTBOX));
        getChildren().addAll(gap, foot);
    }

    private StackPane item(Place place) {
        String name = Messages.text("shell.place." + place.key());
        var word = Labels.medium(name);
        word.getStyleClass().add("nav-word");
        var count = place == Place.OUTBOX ? outboxCount : Labels.styled("", "nav-count");
        count.setMinWidth(USE_PREF_SIZE);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var line = new HBox(12, Icons.of(icon(place)), word, gap, count);
        line.setAlignment(Pos.CENTER_LEFT);
        var button = new Button(null, line);
        button.setId("nav-" + place.key());
        button.getStyleClass().setAll("nav-item");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAccessibleText(name);
        button.setOnAction(event -> go.accept(place));
        line.prefWidthProperty().bind(button.widthProperty().subtract(24));
        items.put(place, button);
        words.put(place, word);
        counts.put(place, count);
        var mark = new Region();
        mark.getStyleClass().add("nav-mark");
        mark.visibleProperty().bind(shell.placeProperty().map(shown -> markOf(shown) == place));
        StackPane.setAlignment(mark, Pos.CENTER_LEFT);
        var row = new StackPane(button, mark);
        row.getStyleClass().add("nav-row");
        return row;
    }

    private void bind() {
        shell.placeProperty()
                .subscribe(shown ->
                        items.forEach((place, item) -> item.pseudoClassStateChanged(SELECTED, place == markOf(shown))));
        shell.thingsProperty().subscribe(this::count);
        shell.liveProperty().subscribe(this::count);
        shell.outboxProperty().subscribe(open -> {
            outboxCount.setText(open.open() == 0 ? "" : Formats.current().number(open.open()));
            outboxCount.setVisible(open.open() > 0);
        });
        sceneProperty().flatMap(scene -> scene.widthProperty()).subscribe(width -> {
            if (width != null) {
                narrow(width.doubleValue() < WORDS_FROM);
            }
        });
    }

    private void count() {
        counts.forEach((place, label) -> {
            if (place != Place.OUTBOX) {
                String count = shell.thingsProperty().get().counts().get(place);
                label.setText(
                        count == null ? shell.liveProperty().get().counts().getOrDefault(place, "") : count);
            }
        });
    }

    private void narrow(boolean narrow) {
        pseudoClassStateChanged(NARROW, narrow);
        words.values().forEach(word -> show(word, !narrow));
        counts.values().forEach(count -> show(count, !narrow && !count.getText().isEmpty()));
        items.forEach((place, item) ->
                item.setTooltip(narrow ? new Tooltip(Messages.text("shell.place." + place.key())) : null));
        if (!narrow) {
            counts.values().forEach(count -> show(count, true));
            outboxCount.setVisible(!outboxCount.getText().isEmpty());
        }
    }

    private static void show(Label label, boolean shown) {
        label.setVisible(shown);
        label.setManaged(shown);
    }

    /** Invitations from a file stand inside the members. */
    private static Place markOf(Place place) {
        return place == Place.IMPORT ? Place.MEMBERS : place;
    }

    static Ikon icon(Place place) {
        return switch (place) {
            case OVERVIEW -> Feather.HOME;
            case MEMBERS -> Feather.USERS;
            case IMPORT -> Feather.UPLOAD;
            case ROOMS -> Feather.LAYOUT;
            case LICENSES -> Feather.KEY;
            case MEETINGS -> Feather.VIDEO;
            case RECORDINGS -> Feather.FILM;
            case BILLING -> Feather.CREDIT_CARD;
            case ORGANIZATION, SETTINGS -> Feather.SETTINGS;
            case AUDIT -> Feather.LIST;
            case OUTBOX -> Feather.SEND;
        };
    }
}
