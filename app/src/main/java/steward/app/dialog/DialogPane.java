package steward.app.dialog;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import steward.app.control.Icons;
import steward.app.control.Labels;
import steward.app.control.OrganizationLogo;
import steward.app.i18n.Messages;

/** What a dialog looks like (picture 12): organization, question, content, what happens, buttons. */
final class DialogPane extends VBox {
    private final VBox body = new VBox(12);
    private final HBox foot = new HBox(8);

    DialogPane(Acting acting, String title, String sentence) {
        setId("dialog");
        getStyleClass().add("dialog");
        setAccessibleText(title);
        var heading = Labels.panelTitle(title);
        heading.setId("dialog-title");
        heading.setWrapText(true);
        var words = new VBox(4, heading);
        if (!sentence.isEmpty()) {
            words.getChildren().add(Labels.paragraph(sentence));
        }
        body.getStyleClass().add("dialog-body");
        body.getChildren().add(words);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        foot.getStyleClass().add("dialog-foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getChildren().addAll(Labels.keyCap(Messages.text("dialog.escape.key")), gap);
        getChildren().addAll(head(acting), body, foot);
    }

    void add(Node node) {
        body.getChildren().add(node);
    }

    void addEffects(Iterable<Effect> effects) {
        var lines = new VBox(8, Labels.strong(Messages.text("dialog.effects.title")));
        for (Effect effect : effects) {
            var text = Labels.body(effect.text());
            text.setWrapText(true);
            var line = new HBox(12, Icons.toned(effect.icon(), 16, effect.tone()), text);
            line.setAlignment(Pos.CENTER_LEFT);
            lines.getChildren().add(line);
        }
        lines.getStyleClass().add("dialog-effects");
        body.getChildren().add(lines);
    }

    void addButton(Button button) {
        foot.getChildren().add(button);
    }

    private static HBox head(Acting acting) {
        var logo = new OrganizationLogo(32);
        logo.show(acting.organization(), acting.accent(), acting.logo());
        var name = Labels.strong(acting.organization());
        name.setId("dialog-organization");
        var names = new VBox(2, name, Labels.secondary(acting.as()));
        names.setAlignment(Pos.CENTER_LEFT);
        var head = new HBox(12, logo, names);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("dialog-head");
        return head;
    }
}
