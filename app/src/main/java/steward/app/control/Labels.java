package steward.app.control;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

/** Labels in the type of the design. A wrapping paragraph is {@link #paragraph}; all others end in an ellipsis. */
public final class Labels {
    private Labels() {}

    public static Label body(String text) {
        return styled(text);
    }

    /** 13 medium, for names. */
    public static Label medium(String text) {
        return styled(text, "medium");
    }

    /** 13 semibold, for what matters and section titles. */
    public static Label strong(String text) {
        return styled(text, "strong");
    }

    /** 13 in the muted colour. */
    public static Label muted(String text) {
        return styled(text, "muted");
    }

    /** 12 in the muted colour. */
    public static Label secondary(String text) {
        return styled(text, "secondary");
    }

    /** 11 in the muted colour, for axes and captions. */
    public static Label caption(String text) {
        return styled(text, "caption");
    }

    /** 16 semibold. */
    public static Label panelTitle(String text) {
        return styled(text, "panel-title");
    }

    /** 20 semibold. */
    public static Label figure(String text) {
        return styled(text, "figure");
    }

    /** A key to press, as "Ctrl K". */
    public static Label keyCap(String text) {
        return styled(text, "key-cap");
    }

    public static Label paragraph(String text) {
        Label label = styled(text, "paragraph");
        label.setWrapText(true);
        label.setMinHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
        return label;
    }

    /** Shows the whole text on hover while an ellipsis cuts it. */
    public static Label explainWhenCut(Label label) {
        var whole = new Tooltip();
        whole.textProperty().bind(label.textProperty());
        label.textTruncatedProperty().subscribe(cut -> label.setTooltip(cut ? whole : null));
        return label;
    }

    /** A label with any style classes. */
    public static Label styled(String text, String... styleClasses) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styleClasses);
        return label;
    }
}
