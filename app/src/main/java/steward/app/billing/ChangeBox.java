package steward.app.billing;

import javafx.beans.binding.Bindings;
import javafx.beans.property.IntegerProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Spinner;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;
import steward.api.BillingInterval;
import steward.api.PlanId;
import steward.app.control.Buttons;
import steward.app.control.Disabled;
import steward.app.control.Labels;
import steward.app.control.Page;
import steward.app.control.Segmented;
import steward.app.i18n.Formats;
import steward.app.i18n.Messages;
import steward.app.shell.OrganizationContext;

/** Where a change is chosen, seen to the cent, and applied. */
final class ChangeBox extends VBox {

    private static final int MOST = 100_000;

    private final BillingViewModel model;
    private final OrganizationContext context;
    private final ChoiceEditor editor;
    private final StackPane body = new StackPane();

    ChangeBox(BillingViewModel model, OrganizationContext context) {
        this.model = model;
        this.context = context;
        editor = model.editor();
        setId("billing-change");
        getStyleClass().add("boxed");
        setMinWidth(400);
        VBox.setVgrow(body, Priority.ALWAYS);
        body.setMinHeight(200);
        body.setAlignment(Pos.TOP_LEFT);
        getChildren().setAll(choice(), body, footer());
        model.previewProperty().subscribe(this::showBody);
        model.previewFaultProperty().subscribe(this::showBody);
        model.accountProperty().subscribe(this::showBody);
    }

    private Node choice() {
        var plan = new ComboBox<PlanId>();
        plan.setId("billing-choose-plan");
        plan.getItems().setAll(PlanId.values());
        plan.setConverter(new StringConverter<>() {
            @Override
            public String toString(PlanId id) {
                return id == null ? "" : BillingWords.plan(id);
            }

            @Override
            public PlanId fromString(String text) {
                throw new UnsupportedOperationException("not editable");
            }
        });
        plan.valueProperty().bindBidirectional(editor.plan);
        var interval = new Segmented<BillingInterval>("billing-choose-interval")
                .quiet()
                .add(BillingInterval.MONTHLY, BillingWords.interval(BillingInterval.MONTHLY))
                .add(BillingInterval.YEARLY, BillingWords.interval(BillingInterval.YEARLY));
        interval.selectedProperty().bindBidirectional(editor.interval);
        var first = new HBox(12, Labels.strong(text("billing.change.title")), plan, interval);
        first.setAlignment(Pos.CENTER_LEFT);
        var second = new HBox(
                16,
                amount("billing-choose-licenses", "billing.change.licenses", editor.licenses),
                amount("billing-choose-storage", "billing.change.storage", editor.storage),
                amount("billing-choose-participants", "billing.change.participants", editor.participants));
        var box = new VBox(12, first, second);
        box.getStyleClass().add("padded-box");
        return box;
    }

    private static Node amount(String id, String key, IntegerProperty value) {
        var spinner = new Spinner<Integer>(0, MOST, 0);
        spinner.setId(id);
        spinner.setEditable(true);
        spinner.setPrefWidth(112);
        spinner.getValueFactory().valueProperty().bindBidirectional(value.asObject());
        spinner.focusedProperty().subscribe(focused -> {
            if (!focused) spinner.commitValue();
        });
        var label = Labels.secondary(text(key));
        label.setLabelFor(spinner);
        return new VBox(4, label, spinner);
    }

    private void showBody() {
        String fault = model.previewFaultProperty().get();
        if (model.previewProperty().get() != null) {
            body.getChildren().setAll(new PreviewPane(model.previewProperty().get()));
        } else if (!fault.isEmpty()) {
            var again = Buttons.normal(text("billing.preview.again"), Feather.REFRESH_CW, model::previewAgain);
            body.getChildren().setAll(words(Labels.paragraph(fault), again));
        } else {
            String key = model.isChanged() ? "billing.preview.asking" : "billing.preview.none";
            body.getChildren().setAll(words(Labels.paragraph(text(key))));
        }
    }

    private static Node words(Node... nodes) {
        var box = new VBox(12, nodes);
        box.getStyleClass().add("padded-box");
        return box;
    }

    private Node footer() {
        var apply = Buttons.primary("", Feather.CHECK, model::apply);
        apply.setId("billing-apply");
        apply.textProperty().bind(Bindings.createStringBinding(this::applyWords, model.previewProperty()));
        apply.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !model.canApply(),
                        model.previewProperty(),
                        model.applyingProperty(),
                        model.applyRefusalProperty(),
                        context.ticker().second()));
        var discard = Buttons.normal(text("billing.discard.action"), null, model::discard);
        discard.setId("billing-discard");
        discard.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !model.isChanged(),
                        model.previewProperty(),
                        model.previewFaultProperty(),
                        model.accountProperty()));
        var remark = Labels.muted("");
        remark.textProperty()
                .bind(Bindings.createStringBinding(
                        this::remark,
                        model.applyRefusalProperty(),
                        model.previewProperty(),
                        context.ticker().second()));
        HBox footer = Page.footer(remark, discard, Disabled.when(model.applyRefusalProperty(), apply));
        HBox.setHgrow(remark, Priority.ALWAYS);
        remark.setMinWidth(Region.USE_COMPUTED_SIZE);
        return footer;
    }

    private String applyWords() {
        var preview = model.previewProperty().get();
        if (preview == null) return text("billing.apply.none");
        if (!preview.immediate()) {
            return Messages.text("billing.apply.schedule", Formats.current().date(preview.effectiveAt()));
        }
        return Messages.text("billing.apply.pay", Formats.current().money(preview.dueNow(), preview.currency()));
    }

    private String remark() {
        if (!model.applyRefusalProperty().get().isEmpty())
            return model.applyRefusalProperty().get();
        var preview = model.previewProperty().get();
        if (preview == null) return "";
        boolean valid = preview.validUntil().isAfter(context.ticker().second().get());
        return valid
                ? Messages.text("billing.preview.holds", Formats.current().clock(preview.validUntil()))
                : text("billing.preview.ranOut");
    }

    private static String text(String key) {
        return Messages.text(key);
    }
}
