package steward.app.billing;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import steward.api.AddOn;
import steward.api.BillingInterval;
import steward.api.BillingItem;
import steward.api.PlanId;
import steward.app.control.Disabled;
import steward.app.control.Labels;
import steward.app.i18n.Formats;
import steward.app.i18n.Messages;

/** How many of one add-on: a stepper with what one costs and gives; disabled, with the reason, where none is sold. */
final class AddOnField extends VBox {

    private static final int MOST = 100_000;
    private static final double WIDTH = 120;

    private final BillingViewModel model;
    private final BillingItem item;
    private final IntegerSpinnerValueFactory values = new IntegerSpinnerValueFactory(0, MOST, 0);
    private final Label note = Labels.explainWhenCut(Labels.secondary(""));
    private final SimpleStringProperty refusal = new SimpleStringProperty("");

    AddOnField(String id, BillingItem item, BillingViewModel model, IntegerProperty value) {
        super(4);
        this.model = model;
        this.item = item;
        var spinner = new Spinner<Integer>(values);
        spinner.setId(id);
        spinner.setEditable(true);
        spinner.getStyleClass().add(Spinner.STYLE_CLASS_SPLIT_ARROWS_HORIZONTAL);
        spinner.setPrefWidth(WIDTH);
        spinner.setMaxWidth(WIDTH);
        values.setConverter(new WholeNumber());
        values.valueProperty().subscribe((before, chosen) -> value.set(chosen));
        value.subscribe(chosen -> values.setValue(chosen.intValue()));
        spinner.focusedProperty().subscribe(focused -> {
            if (!focused) spinner.commitValue();
        });
        var label = Labels.medium(Messages.text(title(item)));
        label.setLabelFor(spinner);
        note.setId(id + "-note");
        setMinWidth(WIDTH);
        getChildren().setAll(label, Disabled.when(refusal, spinner), note);
        var editor = model.editor();
        editor.plan.subscribe(plan -> show());
        editor.interval.subscribe(interval -> show());
        value.subscribe(chosen -> show());
        model.accountProperty().subscribe(account -> show());
    }

    private static String title(BillingItem item) {
        return switch (item) {
            case LICENSES, PLAN -> "billing.change.licenses";
            case STORAGE -> "billing.change.storage";
            case PARTICIPANTS -> "billing.change.participants";
        };
    }

    private void show() {
        PlanId plan = model.editor().plan.get();
        Offers offers = model.offers();
        AddOn addOn = offers.addOn(plan, item).orElse(null);
        if (addOn == null) {
            refusal.set(
                    offers.catalog() == null
                            ? Messages.text("billing.change.unknown")
                            : Messages.text("billing.change.notSold", BillingWords.plan(plan)));
            note.setText(refusal.get());
            return;
        }
        refusal.set("");
        values.setMax(addOn.maximum());
        BillingInterval interval = model.editor().interval.get();
        String price = BillingWords.price(
                Offers.unitPrice(addOn, values.getValue(), interval),
                offers.catalog().currency(),
                interval);
        note.setText(
                switch (item) {
                    case LICENSES, PLAN -> Messages.text("billing.change.each", price);
                    case STORAGE ->
                        Messages.text("billing.change.eachOf", Formats.current().bytes(addOn.unit()), price);
                    case PARTICIPANTS ->
                        Messages.text(
                                "billing.change.eachOf", Messages.text("billing.change.people", addOn.unit()), price);
                });
    }

    /** What is typed; what is no number, or none that can be taken, leaves the value as it is. */
    private final class WholeNumber extends StringConverter<Integer> {
        @Override
        public String toString(Integer number) {
            return number == null ? "" : number.toString();
        }

        @Override
        public Integer fromString(String text) {
            String digits = text.strip();
            boolean fits = digits.matches("[0-9]{1,6}") && Integer.parseInt(digits) <= values.getMax();
            return fits ? Integer.valueOf(digits) : values.getValue();
        }
    }
}
