package steward.app.signin;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import steward.app.control.Avatar;
import steward.app.control.Badge;
import steward.app.control.Buttons;
import steward.app.control.Icons;
import steward.app.control.Labels;
import steward.app.control.Tone;
import steward.app.i18n.Messages;
import steward.app.shell.Keys;

/** The right half: the demo's people, one click each, and what to look at first. */
final class DemoHalf extends VBox {
    private final SignInViewModel model;

    DemoHalf(SignInViewModel model) {
        super(4);
        this.model = model;
        if (model.isDemoAllowed()) {
            build();
        } else {
            buildOff();
        }
    }

    private void buildOff() {
        var title = Labels.styled(Messages.text("signin.demo.off.title"), "sign-in-title");
        var words = Labels.paragraph(Messages.text("signin.demo.off.text"));
        words.setId("sign-in-demo-off");
        words.setGraphic(Icons.toned(Feather.LOCK, 14, Tone.MUTED));
        words.setGraphicTextGap(6);
        getChildren().addAll(title, words);
    }

    private void build() {
        var title = Labels.styled(Messages.text("signin.demo.title"), "sign-in-title");
        var gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        var here = Labels.secondary(Messages.text("signin.demo.here"));
        here.setGraphic(Icons.toned(Feather.HARD_DRIVE, 14, Tone.MUTED));
        here.setGraphicTextGap(6);
        getChildren()
                .addAll(
                        title,
                        Labels.paragraph(Messages.text("signin.demo.text")),
                        spaced(Labels.medium(Messages.text("signin.demo.who")), 20),
                        people(),
                        spaced(change(), 4),
                        spaced(Labels.strong(Messages.text("signin.demo.first")), 24),
                        look(Feather.USERS, "signin.demo.look.import"),
                        look(Feather.KEY, "signin.demo.look.licenses"),
                        look(Feather.WIFI_OFF, "signin.demo.look.offline"),
                        gap,
                        here);
    }

    private VBox people() {
        var rows = new VBox();
        rows.getStyleClass().add("boxed");
        for (Demo.Persona persona : Demo.Persona.values()) {
            rows.getChildren().add(person(persona));
        }
        rows.getChildren().getLast().getStyleClass().add("last");
        return rows;
    }

    private HBox person(Demo.Persona persona) {
        String key = "signin.demo." + persona.key();
        String role = Messages.text("shell.role." + persona.key());
        var name = new HBox(8, Labels.medium(Messages.text(key + ".title")), new Badge(role, tone(persona)));
        name.setAlignment(Pos.CENTER_LEFT);
        var names = new VBox(2, name, Labels.secondary(Messages.text(key + ".text")));
        names.setAlignment(Pos.CENTER_LEFT);
        names.setMinWidth(0);
        HBox.setHgrow(names, Priority.ALWAYS);
        Button enter = Buttons.inBar(Buttons.normal(Messages.text(key + ".try"), null, () -> model.tryDemo(persona)));
        enter.setId("sign-in-demo-" + persona.key());
        enter.setMinWidth(124);
        enter.disableProperty().bind(model.busyProperty().isNotEmpty());
        var row = new HBox(12, new Avatar(32, Messages.text(key + ".title")), names, enter);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("boxed-row");
        return row;
    }

    private static Tone tone(Demo.Persona persona) {
        return switch (persona) {
            case OWNER, ADMIN -> Tone.ACCENT;
            case MEMBER -> Tone.NEUTRAL;
            case SUPPORT -> Tone.WARNING;
        };
    }

    private static HBox change() {
        var line = new HBox(
                6,
                Labels.secondary(Messages.text("signin.demo.change")),
                Labels.keyCap(Keys.text(Keys.CHANGE_ACCOUNT)));
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static Label look(Ikon icon, String key) {
        var line = Labels.body(Messages.text(key));
        line.setGraphic(Icons.toned(icon, 16, Tone.MUTED));
        line.setGraphicTextGap(12);
        line.setMinHeight(32);
        line.setMaxWidth(Double.MAX_VALUE);
        line.getStyleClass().add("look-at");
        return line;
    }

    private static <N extends javafx.scene.Node> N spaced(N node, double above) {
        VBox.setMargin(node, new Insets(above, 0, 0, 0));
        return node;
    }
}
