package steward.app.billing;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import steward.api.BillingInterval;
import steward.api.PaymentMethod;
import steward.api.PlanId;
import steward.api.ScheduledChange;
import steward.api.Subscription;
import steward.app.control.Badge;
import steward.app.control.Buttons;
import steward.app.control.Disabled;
import steward.app.control.Facts;
import steward.app.control.Icons;
import steward.app.control.Labels;
import steward.app.control.Tone;
import steward.app.i18n.Formats;
import steward.app.i18n.Messages;

/** What the organization has: plan, what it gives, the scheduled change, the payment methods. */
final class PlanBox extends VBox {

    private static final double WIDTH = 344;

    private final BillingViewModel model;

    PlanBox(BillingViewModel model) {
        super(16);
        this.model = model;
        setId("billing-plan");
        getStyleClass().addAll("boxed", "padded-box");
        setMinWidth(WIDTH);
        setMaxWidth(WIDTH);
        model.accountProperty().subscribe(this::show);
    }

    private void show(BillingViewModel.Account account) {
        getChildren().clear();
        if (account == null || account.subscription() == null) return;
        Subscription subscription = account.subscription();
        getChildren().addAll(heading(subscription), facts(subscription), scheduled(account.scheduled()));
        setMinHeight(USE_PREF_SIZE);
        var methods = new VBox(8, Labels.strong(text("billing.methods.title")));
        if (account.methods().isEmpty()) methods.getChildren().add(Labels.secondary(text("billing.methods.none")));
        account.methods().forEach(method -> methods.getChildren().add(method(method)));
        getChildren().add(methods);
    }

    private static Node heading(Subscription subscription) {
        boolean free = subscription.choice().plan() == PlanId.FREE;
        var line = new HBox(
                8, Labels.panelTitle(BillingWords.plan(subscription.choice().plan())));
        if (!free) {
            line.getChildren()
                    .addAll(
                            new Badge(
                                    BillingWords.interval(subscription.choice().interval()), Tone.MUTED),
                            gap(),
                            Labels.panelTitle(
                                    Formats.current().money(subscription.recurringTotal(), subscription.currency())));
        }
        line.setAlignment(Pos.CENTER_LEFT);
        boolean monthly = subscription.choice().interval() == BillingInterval.MONTHLY;
        var renews = Labels.secondary(
                free
                        ? text("billing.plan.costsNothing")
                        : Messages.text(
                                monthly ? "billing.plan.renewsMonthly" : "billing.plan.renewsYearly",
                                Formats.current().date(subscription.periodEnd())));
        return new VBox(4, line, renews);
    }

    private static Node facts(Subscription subscription) {
        int more = subscription.choice().addOns().licenses();
        int all = subscription.licensesOwned();
        return new Facts()
                .add(
                        text("billing.fact.licenses"),
                        more == 0
                                ? Formats.current().number(all)
                                : Messages.text("billing.fact.licensesMore", all, all - more, more))
                .add(text("billing.fact.storage"), Formats.current().bytes(subscription.storageBytes()))
                .add(
                        text("billing.fact.people"),
                        Messages.text("billing.fact.upToPeople", subscription.participantLimit()))
                .add(
                        text("billing.fact.length"),
                        Messages.text(
                                "billing.fact.upToLength",
                                Formats.current()
                                        .duration(java.time.Duration.ofMinutes(subscription.meetingMinutes()))));
    }

    private Node scheduled(ScheduledChange change) {
        if (change == null) return new Facts().add(text("billing.fact.scheduled"), text("billing.scheduled.none"));
        var withdraw = Buttons.inBar(
                Buttons.normal(text("billing.withdraw.action"), Feather.ROTATE_CCW, () -> model.withdraw(change)));
        withdraw.setId("billing-withdraw");
        var words = Labels.paragraph(Messages.text(
                "billing.scheduled.text",
                BillingWords.choice(change.choice(), model.offers()),
                Formats.current().date(change.effectiveAt())));
        words.getStyleClass().add("default-text");
        words.setId("billing-scheduled");
        var box = new VBox(8, words, Disabled.when(model.applyRefusalProperty(), withdraw));
        return new Facts().add(text("billing.fact.scheduled"), box);
    }

    private static Node method(PaymentMethod method) {
        var line = new HBox(
                8,
                Icons.toned(Feather.CREDIT_CARD, 16, Tone.MUTED),
                Labels.body(Messages.text("billing.methods.card", method.brand(), method.lastFour())),
                Labels.secondary("%02d/%02d".formatted(method.expiryMonth(), method.expiryYear() % 100)),
                gap());
        if (method.declined()) line.getChildren().add(new Badge(text("billing.methods.declined"), Tone.DANGER));
        else if (method.isDefault()) line.getChildren().add(new Badge(text("billing.methods.default"), Tone.MUTED));
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static Region gap() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private static String text(String key) {
        return Messages.text(key);
    }
}
