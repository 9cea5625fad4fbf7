package steward.app.billing;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import steward.api.BillingLine;
import steward.api.BillingPreview;
import steward.api.PreviewWarning;
import steward.app.control.Icons;
import steward.app.control.Labels;
import steward.app.control.Tone;
import steward.app.i18n.Formats;
import steward.app.i18n.Messages;

/** A preview: charges and credits apart, what is due now, what the next invoice will be. */
final class PreviewPane extends HBox {

    private final BillingPreview preview;
    private final Offers offers;

    PreviewPane(BillingPreview preview, Offers offers) {
        this.preview = preview;
        this.offers = offers;
        setId("billing-preview");
        var lines = new VBox(12);
        lines.getStyleClass().add("padded-box");
        HBox.setHgrow(lines, Priority.ALWAYS);
        List<BillingLine> charges =
                preview.lines().stream().filter(line -> line.amount() >= 0).toList();
        List<BillingLine> credits =
                preview.lines().stream().filter(line -> line.amount() < 0).toList();
        if (!charges.isEmpty()) lines.getChildren().add(group("billing.preview.charges", charges));
        if (!credits.isEmpty()) lines.getChildren().add(group("billing.preview.credits", credits));
        if (!preview.immediate()) {
            lines.getChildren()
                    .add(Labels.paragraph(Messages.text(
                            "billing.preview.later", Formats.current().date(preview.effectiveAt()))));
        }
        for (PreviewWarning warning : preview.warnings()) lines.getChildren().add(warning(warning));
        getChildren().setAll(lines, due());
    }

    private Node group(String key, List<BillingLine> lines) {
        long sum = lines.stream().mapToLong(BillingLine::amount).sum();
        var box = new VBox(6, row(Labels.strong(Messages.text(key)), amount(Labels.strong(money(sum)), sum)));
        for (BillingLine line : lines) {
            var span = Labels.secondary(Messages.text(
                    "billing.line.span",
                    Formats.current().day(line.from()),
                    Formats.current().day(line.to())));
            box.getChildren()
                    .add(new VBox(
                            row(
                                    Labels.body(BillingWords.line(line, preview.currency(), offers)),
                                    amount(Labels.body(money(line.amount())), line.amount())),
                            span));
        }
        return box;
    }

    private Node due() {
        var amount = Labels.styled(money(preview.dueNow()), "amount-due");
        amount.setId("billing-due-now");
        var side = new VBox(
                4,
                Labels.secondary(Messages.text("billing.preview.dueNow")),
                amount,
                gap(),
                Labels.secondary(
                        Messages.text("billing.preview.next", Formats.current().date(preview.nextInvoiceAt()))),
                Labels.panelTitle(money(preview.nextInvoiceTotal())));
        side.getStyleClass().add("preview-side");
        side.setMinWidth(200);
        side.setMaxWidth(200);
        return side;
    }

    private static Region gap() {
        var gap = new Region();
        gap.setMinHeight(8);
        return gap;
    }

    private static Label amount(Label label, long minor) {
        if (minor < 0) label.getStyleClass().add("credit");
        return label;
    }

    private static Node warning(PreviewWarning warning) {
        var words = Labels.paragraph(BillingWords.warning(warning));
        var line = new HBox(8, Icons.toned(Feather.ALERT_TRIANGLE, 14, Tone.WARNING), words);
        HBox.setHgrow(words, Priority.ALWAYS);
        line.setAlignment(Pos.TOP_LEFT);
        return line;
    }

    private static Node row(Node left, Node right) {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return new HBox(8, left, gap, right);
    }

    private String money(long minor) {
        return Formats.current().money(minor, preview.currency());
    }
}
