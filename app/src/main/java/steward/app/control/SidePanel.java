package steward.app.control;

import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import steward.app.i18n.Messages;

/**
 * The panel beside a page's table: title, badges, sections, actions at its foot. A {@link Page} shows it while it is
 * open and closes it with Esc. Node ids: {@code <id>}, {@code <id>-title}, {@code <id>-close}.
 */
public class SidePanel extends VBox {
    private final BooleanProperty open = new SimpleBooleanProperty(this, "open");
    private final Label title = Labels.panelTitle("");
    private final Label subtitle = Labels.secondary("");
    private final HBox lead = new HBox(12);
    private final HBox badges = new HBox(8);
    private final VBox head = new VBox(6);
    private final VBox sections = new VBox();
    private final HBox foot = new HBox(8);

    public SidePanel(String id) {
        setId(id);
        getStyleClass().add("side-panel");
        width(316);
        title.setId(id + "-title");
        Labels.explainWhenCut(title);
        Labels.explainWhenCut(subtitle);
        var close = new IconButton(Feather.X, Messages.text("control.panel.close"), () -> open.set(false))
                .flat()
                .inBar();
        close.setId(id + "-close");
        var names = new VBox(2, title, subtitle);
        HBox.setHgrow(names, Priority.ALWAYS);
        names.setAlignment(Pos.CENTER_LEFT);
        lead.getChildren().addAll(names, close);
        lead.setAlignment(Pos.TOP_LEFT);
        badges.setAlignment(Pos.CENTER_LEFT);
        hideWhenEmpty(subtitle);
        head.getStyleClass().add("panel-head");
        head.getChildren().addAll(lead, badges);
        var scroll = new ScrollPane(sections);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("panel-body");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        foot.getStyleClass().add("panel-foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, scroll, foot);
        showParts();
    }

    public BooleanProperty openProperty() {
        return open;
    }

    /** 300 to 344. */
    public SidePanel width(int width) {
        setMinWidth(width);
        setPrefWidth(width);
        setMaxWidth(width);
        return this;
    }

    /** {@code line} may be empty. */
    public void setTitle(String name, String line) {
        title.setText(name);
        subtitle.setText(line);
    }

    /** An avatar or logo before the title; null takes it away. */
    public void setLead(Node node) {
        lead.getChildren().removeIf(child -> child.getStyleClass().contains("panel-lead"));
        if (node != null) {
            node.getStyleClass().add("panel-lead");
            lead.getChildren().addFirst(node);
        }
    }

    /** Badges and small words in one line under the title. */
    public void setBadges(Node... nodes) {
        badges.getChildren().setAll(nodes);
        showParts();
    }

    /** Blocks between the head and the foot, a line between each; a pending block comes first. */
    public void setSections(Node... nodes) {
        sections.getChildren().clear();
        for (Node node : nodes) {
            var section = new VBox(node);
            section.getStyleClass().add("panel-section");
            section.visibleProperty().bind(node.visibleProperty());
            section.managedProperty().bind(node.visibleProperty());
            sections.getChildren().add(section);
        }
    }

    /** Leads the keyboard in: to the first that can be acted on. */
    public void focusFirst() {
        open.set(true);
        Stream.concat(foot.lookupAll(".button").stream(), lead.lookupAll(".button").stream())
                .filter(node -> node.isFocusTraversable() && !node.isDisabled() && isSeen(node))
                .findFirst()
                .ifPresent(Node::requestFocus);
    }

    private static boolean isSeen(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /** Buttons at the foot, 28 high. */
    public void setFoot(Node... nodes) {
        foot.getChildren().setAll(nodes);
        showParts();
    }

    /** A section's title with something at its right (may be null), over its content. */
    public static VBox section(String title, Node right, Node... content) {
        var line = new HBox(8, Labels.strong(title));
        line.setAlignment(Pos.CENTER_LEFT);
        if (right != null) {
            var gap = new javafx.scene.layout.Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            line.getChildren().addAll(gap, right);
        }
        var box = new VBox(8, line);
        box.getChildren().addAll(content);
        return box;
    }

    private void showParts() {
        badges.setVisible(!badges.getChildren().isEmpty());
        badges.setManaged(badges.isVisible());
        foot.setVisible(!foot.getChildren().isEmpty());
        foot.setManaged(foot.isVisible());
    }

    private static void hideWhenEmpty(Label label) {
        label.managedProperty().bind(label.textProperty().isNotEmpty());
        label.visibleProperty().bind(label.managedProperty());
    }
}
