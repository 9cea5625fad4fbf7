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
    private AddOns laidAside;

    PlanChoice choice() {
        return new PlanChoice(plan.get(), interval.get(), addOns());
    }

    /** Sets all fields; listeners of {@link #onEdit} are not told. */
    void set(PlanChoice choice) {
        setting = true;
        plan.set(choice.plan());
        interval.set(choice.interval());
        setAddOns(choice.addOns());
        laidAside = null;
        setting = false;
    }

    /** A plan without add-ons lays them aside; the next plan that has them takes them up again. */
    void allowAddOns(boolean allowed) {
        setting = true;
        if (!allowed && laidAside == null) {
            laidAside = addOns();
            setAddOns(new AddOns(0, 0, 0));
        } else if (allowed && laidAside != null) {
            setAddOns(laidAside);
            laidAside = null;
        }
        setting = false;
    }

    /** Told when a person changed a field. */
    Subscription onEdit(Runnable edited) {
        Runnable guarded = () -> {
            if (!setting) edited.run();
        };
        return Subscription.combine(
                plan.subscribe((before, after) -> guarded.run()),
                interval.subscribe((before, after) -> guarded.run()),
                licenses.subscribe((before, after) -> guarded.run()),
                storage.subscribe((before, after) -> guarded.run()),
                participants.subscribe((before, after) -> guarded.run()));
    }

    private AddOns addOns() {
        return new AddOns(licenses.get(), storage.get(), participants.get());
    }

    private void setAddOns(AddOns addOns) {
        licenses.set(addOns.licenses());
        storage.set(addOns.storage());
        participants.set(addOns.participants());
    }
}
