package steward.app.control;

import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import steward.app.theme.Motion;

/**
 * The frame of every tab: header, banner, filters, content, bars at its foot, and the side panel, which pushes the rest
 * in a wide window and covers the content's right part in a narrow one. "/" leads to the search field, Esc closes the
 * panel.
 */
public final class Page extends StackPane {
    private static final double HEADER = 56;
    private static final double PUSHES_FROM = 1200;

    private final Label title;
    private final Label subtitle = Labels.styled("", "page-subtitle");
    private final HBox heading = new HBox(12);
    private final HBox actions = new HBox(8);
    private final HBox filters = new HBox(12);
    private final StackPane banner = new StackPane();
    private final StackPane content = new StackPane();
    private final VBox foot = new VBox();
    private final VBox main = new VBox();
    private SidePanel panel;
    private SearchField search;

    public Page(String id, String titleText) {
        setId(id);
        getStyleClass().add("page");
        title = Labels.styled(titleText, "page-title");
        title.setId(id + "-title");
        subtitle.setId(id + "-subtitle");
        Labels.explainWhenCut(subtitle);
        title.setMinWidth(USE_PREF_SIZE);
        heading.setAlignment(Pos.BASELINE_LEFT);
        heading.getChildren().addAll(title, subtitle);
        actions.setAlignment(Pos.CENTER_RIGHT);
        actions.setMinWidth(USE_PREF_SIZE);
        var headingBox = new StackPane(heading);
        heading.setMaxHeight(USE_PREF_SIZE);
        headingBox.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(headingBox, Priority.ALWAYS);
        var header = new HBox(16, headingBox, actions);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("page-header");
        filters.getStyleClass().add("filter-bar");
        filters.setAlignment(Pos.CENTER_LEFT);
        show(filters, false);
        show(banner, false);
        VBox.setVgrow(content, Priority.ALWAYS);
        content.setMinHeight(0);
        main.getChildren().addAll(header, banner, filters, content, foot);
        setAlignment(Pos.TOP_RIGHT);
        getChildren().add(main);
        addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        addEventHandler(KeyEvent.KEY_TYPED, this::onTyped);
        sceneProperty().flatMap(scene -> scene.widthProperty()).subscribe(width -> placePanel());
    }

    public StringProperty titleProperty() {
        return title.textProperty();
    }

    public StringProperty subtitleProperty() {
        return subtitle.textProperty();
    }

    /** A way back before the title, as "Members". */
    public void setBack(String text, Runnable back) {
        var link = Buttons.link(text, back);
        link.getStyleClass().add("back-link");
        link.setGraphic(Icons.toned(org.kordamp.ikonli.feather.Feather.CHEVRON_LEFT, 14, Tone.ACCENT));
        heading.getChildren().setAll(link, title, subtitle);
    }

    /** Buttons at the header's right; at most one is primary. */
    public void setActions(Node... nodes) {
        actions.getChildren().setAll(nodes);
    }

    /** Tabs or chips at the left, the search field and more at the right. Any may be null. */
    public void setFilters(Node tabs, SearchField field, Node... right) {
        search = field;
        filters.getChildren().clear();
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        if (tabs != null) {
            filters.getChildren().add(tabs);
            filters.getStyleClass().removeAll("with-tabs");
            if (tabs instanceof FilterTabs) {
                filters.getStyleClass().add("with-tabs");
            }
        }
        filters.getChildren().add(gap);
        if (field != null) {
            filters.getChildren().add(field);
        }
        filters.getChildren().addAll(right);
        show(filters, true);
    }

    /** "/" leads to a search field that stands within the content; null when there is none any more. */
    public void setSearch(SearchField field) {
        search = field;
    }

    /** Under the header; null takes it away. */
    public void setBanner(Node node) {
        banner.getChildren().setAll(node == null ? java.util.List.of() : java.util.List.of(node));
        show(banner, node != null);
    }

    /** A table or state view reaches from edge to edge; for other content see {@link #setPaddedContent}. */
    public void setContent(Node node) {
        content.getChildren().setAll(node);
    }

    /** Content with the page's margins that scrolls as a whole. */
    public void setPaddedContent(Region node) {
        node.getStyleClass().add("page-content");
        var scroll = new ScrollPane(node);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("page-scroll");
        content.getChildren().setAll(scroll);
    }

    /**
     * As {@link #setPaddedContent(Region)}, at least as high as the page, with a {@link StateView} of the id
     * {@code <page id>-state} that shows {@code state} in its place: the title stays.
     */
    public void setPaddedContent(Region node, ObservableValue<State> state) {
        node.getStyleClass().add("page-content");
        var scroll = new ScrollPane(node);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("page-scroll");
        var view = new StateView(getId() + "-state", scroll);
        view.stateProperty().bind(state);
        content.getChildren().setAll(view);
    }

    /** Bars under the content, top to bottom: bulk bar, step footer, undo bar. Each hides itself. */
    public void setFoot(Node... bars) {
        foot.getChildren().setAll(bars);
    }

    /** A step's footer, 64 high: a remark at the left, buttons at the right. */
    public static HBox footer(Node left, Node... right) {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var footer = new HBox(8, left, gap);
        footer.getChildren().addAll(right);
        footer.setAlignment(Pos.CENTER_LEFT);
        footer.getStyleClass().add("step-footer");
        return footer;
    }

    public void setSidePanel(SidePanel sidePanel) {
        panel = sidePanel;
        getChildren().setAll(main, panel);
        panel.openProperty().subscribe(this::placePanel);
    }

    private void placePanel() {
        if (panel == null) {
            return;
        }
        boolean open = panel.openProperty().get();
        boolean opens = open && !panel.isVisible();
        boolean pushes = getScene() == null || getScene().getWidth() >= PUSHES_FROM;
        show(panel, open);
        if (opens) {
            Motion.slideIn(panel, 24);
        }
        panel.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("covering"), !pushes);
        setMargin(main, new Insets(0, open && pushes ? panel.getPrefWidth() : 0, 0, 0));
        setMargin(panel, new Insets(pushes ? 0 : HEADER, 0, 0, 0));
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE
                && panel != null
                && panel.openProperty().get()) {
            panel.openProperty().set(false);
            event.consume();
        }
    }

    /** The character, not the key: "/" lies elsewhere on other keyboards, and must not end up in the field. */
    private void onTyped(KeyEvent event) {
        boolean typing = event.getTarget() instanceof TextInputControl;
        if (search != null && !typing && event.getCharacter().equals("/")) {
            search.requestFocus();
            event.consume();
        }
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
