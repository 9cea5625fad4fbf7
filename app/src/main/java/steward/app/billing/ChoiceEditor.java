package steward.app.billing;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;
import steward.api.AddOns;
import steward.api.BillingInterval;
import steward.api.PlanChoice;
import steward.api.PlanId;

/** What one would like to subscribe to, while it is chosen. */
final class ChoiceEditor {

    final ObjectProperty<PlanId> plan = new SimpleObjectProperty<>(PlanId.FREE);
    final ObjectProperty<BillingInterval> interval = new SimpleObjectProperty<>(BillingInterval.MONTHLY);
    final IntegerProperty licenses = new SimpleIntegerProperty();
    final IntegerProperty storage = new SimpleIntegerProperty();
    final IntegerProperty participants = new SimpleIntegerProperty();

    private boolean setting;

    PlanChoice choice() {
        return new PlanChoice(
                plan.get(), interval.get(), new AddOns(licenses.get(), storage.get(), participants.get()));
    }

    /** Sets all fields; listeners of {@link #onEdit} are not told. */
    void set(PlanChoice choice) {
        setting = true;
        plan.set(choice.plan());
        interval.set(choice.interval());
        licenses.set(choice.addOns().licenses());
        storage.set(choice.addOns().storage());
        participants.set(choice.addOns().participants());
        setting = false;
    }

    /** Told when a person changed a field. */
    Subscription onEdit(Runnable edited) {
        Runnable guarded = () -> {
            if (!setting) edited.run();
        };
        return Subscription.combine(
                plan.subscribe(guarded),
                interval.subscribe(guarded),
                licenses.subscribe(guarded),
                storage.subscribe(guarded),
                participants.subscribe(guarded));
    }
}
