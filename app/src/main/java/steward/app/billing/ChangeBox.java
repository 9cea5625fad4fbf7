package steward.app.billing;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PrefixSelectionComboBox;
import org.kordamp.ikonli.feather.Feather;
import steward.api.BillingInterval;
import steward.api.BillingItem;
import steward.api.PlanId;
import steward.app.control.Buttons;
import steward.app.control.Disabled;
import steward.app.control.Icons;
import steward.app.control.Labels;
import steward.app.control.Page;
import steward.app.control.Segmented;
import steward.app.control.Tone;
import steward.app.i18n.Formats;
import steward.app.i18n.Messages;
import steward.app.shell.OrganizationContext;

/** Where a change is chosen, seen to the cent, and applied. */
final class ChangeBox extends VBox {

    private static final double PLAN_WIDTH = 136;
    private static final double DIMMED = 0.5;

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
        body.setMinHeight(176);
        body.setAlignment(Pos.TOP_LEFT);
        getChildren().setAll(choice(), body, footer());
        model.previewProperty().subscribe(preview -> showBody());
        model.previewFaultProperty().subscribe(fault -> showBody());
        model.accountProperty().subscribe(account -> showBody());
        editor.onEdit(this::showBody);
    }

    private Node choice() {
        var plan = new PrefixSelectionComboBox<PlanId>();
        plan.setId("billing-choose-plan");
        plan.setButtonCell(new PlanCell(false));
        plan.setPrefWidth(PLAN_WIDTH);
        plan.setMinWidth(PLAN_WIDTH);
        plan.valueProperty().bindBidirectional(editor.plan);
        var interval = new Segmented<BillingInterval>("billing-choose-interval")
                .quiet()
                .add(BillingInterval.MONTHLY, BillingWords.interval(BillingInterval.MONTHLY))
                .add(BillingInterval.YEARLY, BillingWords.interval(BillingInterval.YEARLY));
        interval.selectedProperty().bindBidirectional(editor.interval);
        var price = Labels.explainWhenCut(Labels.muted(""));
        price.setId("billing-choose-price");
        Runnable offer = () -> {
            List<PlanId> plans = model.offers().plans();
            if (!plan.getItems().equals(plans)) plan.getItems().setAll(plans);
            plan.setCellFactory(list -> new PlanCell(true));
            price.setText(price(editor.plan.get()));
        };
        model.accountProperty().subscribe(account -> offer.run());
        editor.interval.subscribe(chosen -> offer.run());
        editor.plan.subscribe(chosen -> price.setText(price(chosen)));
        var title = Labels.strong(text("billing.change.title"));
        title.setMinWidth(USE_PREF_SIZE);
        var first = new HBox(12, title, plan, interval, price);
        first.setAlignment(Pos.CENTER_LEFT);
        var second = new HBox(
                16,
                new AddOnField("billing-choose-licenses", BillingItem.LICENSES, model, editor.licenses),
                new AddOnField("billing-choose-storage", BillingItem.STORAGE, model, editor.storage),
                new AddOnField("billing-choose-participants", BillingItem.PARTICIPANTS, model, editor.participants));
        var box = new VBox(12, first, second);
        box.getStyleClass().addAll("padded-box", "change-choice");
        return box;
    }

    /** A plan's price in the chosen interval, or nothing while it is not known. */
    private String price(PlanId plan) {
        BillingInterval interval = editor.interval.get();
        Offers offers = model.offers();
        return offers.price(plan, interval)
                .map(minor -> BillingWords.price(minor, offers.catalog().currency(), interval))
                .orElse("");
    }

    private final class PlanCell extends ListCell<PlanId> {
        private final boolean withPrice;

        PlanCell(boolean withPrice) {
            this.withPrice = withPrice;
        }

        @Override
        protected void updateItem(PlanId plan, boolean empty) {
            super.updateItem(plan, empty);
            if (empty || plan == null) setText(null);
            else if (withPrice) {
                setText(Messages.text("billing.change.plan", BillingWords.plan(plan), price(plan)));
            } else setText(BillingWords.plan(plan));
        }
    }

    private void showBody() {
        String fault = model.previewFaultProperty().get();
        boolean stale = !body.getChildren().isEmpty() && body.getChildren().getFirst() instanceof PreviewPane;
        body.setOpacity(1);
        if (model.previewProperty().get() != null) {
            body.getChildren().setAll(new PreviewPane(model.previewProperty().get(), model.offers()));
        } else if (!fault.isEmpty()) {
            var again = Buttons.normal(text("billing.preview.again"), Feather.REFRESH_CW, model::previewAgain);
            again.setId("billing-preview-again");
            body.getChildren().setAll(words(faultWords(fault), Disabled.when(model.previewRefusalProperty(), again)));
        } else if (!model.isChanged()) {
            body.getChildren().setAll(words(Labels.paragraph(text("billing.preview.none"))));
        } else if (stale) {
            // The one before stays, dimmed, until the answer: no flicker while a stepper is held.
            body.setOpacity(DIMMED);
        } else {
            body.getChildren().setAll(words(Labels.paragraph(text("billing.preview.asking"))));
        }
    }

    private static Node faultWords(String fault) {
        var words = Labels.paragraph(fault);
        words.setId("billing-preview-fault");
        return words;
    }

    private static Node words(Node... nodes) {
        var box = new VBox(12, nodes);
        box.getStyleClass().add("padded-box");
        return box;
    }

    private Node footer() {
        var apply = Buttons.primary("", Feather.CHECK, this::applyOrAsk);
        apply.setId("billing-apply");
        apply.textProperty()
                .bind(Bindings.createStringBinding(
                        this::applyWords,
                        model.previewProperty(),
                        context.ticker().second()));
        apply.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.previewProperty().get() == null
                                || model.applyingProperty().get()
                                || !model.applyRefusalProperty().get().isEmpty(),
                        model.previewProperty(),
                        model.applyingProperty(),
                        model.applyRefusalProperty()));
        var discard = Buttons.normal(text("billing.discard.action"), null, model::discard);
        discard.setId("billing-discard");
        discard.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !model.isChanged() || model.applyingProperty().get(),
                        model.previewProperty(),
                        model.previewFaultProperty(),
                        model.applyingProperty(),
                        model.accountProperty(),
                        editor.plan,
                        editor.interval,
                        editor.licenses,
                        editor.storage,
                        editor.participants));
        var remark = Labels.explainWhenCut(Labels.styled("", "secondary", "remark"));
        remark.setId("billing-remark");
        remark.setWrapText(true);
        remark.textProperty()
                .bind(Bindings.createStringBinding(
                        this::remark,
                        model.applyRefusalProperty(),
                        model.previewProperty(),
                        context.ticker().second()));
        remark.graphicProperty()
                .bind(model.applyRefusalProperty()
                        .map(words -> words.isEmpty() ? null : Icons.toned(Feather.LOCK, 14, Tone.MUTED)));
        var why = new StackPane(apply);
        why.setMinWidth(Region.USE_PREF_SIZE);
        HBox footer = Page.footer(remark, discard, why);
        footer.getStyleClass().add("change-footer");
        footer.getChildren().remove(1);
        HBox.setHgrow(remark, Priority.ALWAYS);
        remark.setMaxWidth(Double.MAX_VALUE);
        remark.setMinWidth(0);
        return footer;
    }

    /** A preview that ran out is asked for again: the amount on the button is always one that holds. */
    private void applyOrAsk() {
        if (model.holds()) model.apply();
        else model.previewAgain();
    }

    private String applyWords() {
        var preview = model.previewProperty().get();
        if (preview == null) return text("billing.apply.none");
        if (!model.holds()) return text("billing.preview.again");
        if (!preview.immediate()) {
            return Messages.text("billing.apply.schedule", Formats.current().date(preview.effectiveAt()));
        }
        if (preview.dueNow() <= 0) return text("billing.apply.free");
        return Messages.text("billing.apply.pay", Formats.current().money(preview.dueNow(), preview.currency()));
    }

    private String remark() {
        if (!model.applyRefusalProperty().get().isEmpty())
            return model.applyRefusalProperty().get();
        var preview = model.previewProperty().get();
        if (preview == null) return "";
        return model.holds()
                ? Messages.text("billing.preview.holds", Formats.current().clock(preview.validUntil()))
                : text("billing.preview.ranOut");
    }

    private static String text(String key) {
        return Messages.text(key);
    }
}
