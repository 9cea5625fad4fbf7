package steward.app.billing;

import java.time.Instant;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import steward.api.Action;
import steward.api.BillingPreview;
import steward.api.Catalog;
import steward.api.Invoice;
import steward.api.Json;
import steward.api.OrderResult;
import steward.api.PaymentMethod;
import steward.api.PlanChoice;
import steward.api.ProblemType;
import steward.api.ScheduledChange;
import steward.api.Subscription;
import steward.app.control.State;
import steward.app.control.Tone;
import steward.app.fx.LiveQuery;
import steward.app.i18n.Formats;
import steward.app.i18n.Messages;
import steward.app.notice.Notice;
import steward.app.shell.OrganizationContext;
import steward.app.shell.PreferenceKeys;
import steward.store.AccountStore.Registration;
import steward.store.OrganizationData;
import steward.store.StoreListener.Part;
import steward.sync.SyncException;

/** The subscription of one organization, and a change to it: chosen, previewed by the server, applied as previewed. */
final class BillingViewModel implements AutoCloseable {

    /**
     * What one read brings; each but the lists may be null while not known.
     *
     * @param scheduled the change at the period's end, or null
     */
    record Account(
            Subscription subscription,
            Catalog catalog,
            ScheduledChange scheduled,
            List<PaymentMethod> methods,
            List<Invoice> invoices) {}

    /** A preview or why there is none, with what it answers. */
    private record Answer(PlanChoice choice, BillingPreview preview, Throwable problem) {}

    private final OrganizationContext context;
    private final ChoiceEditor editor = new ChoiceEditor();
    private final ReadOnlyObjectWrapper<Account> account = new ReadOnlyObjectWrapper<>();
    private final ObservableList<Invoice> invoices = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<BillingPreview> preview = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper previewFault = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper previewRefusal = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper applyRefusal = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper applying = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.loading());
    private final LiveQuery<Account> query;
    private final LiveQuery<Answer> asking;
    private final List<Registration> subscriptions;
    private final javafx.util.Subscription edits;
    private volatile PlanChoice asked;

    BillingViewModel(OrganizationContext context) {
        this.context = context;
        query = new LiveQuery<>(context.background(), "billing", this::read).onValue(this::show);
        asking = new LiveQuery<>(context.background(), "preview", this::ask).onValue(this::answered);
        subscriptions =
                List.of(context.onChange(Part.ORGANIZATION, query::refresh), context.onConnection(this::showRefusals));
        edits = editor.onEdit(this::edited);
        showRefusals();
        query.refresh();
    }

    ChoiceEditor editor() {
        return editor;
    }

    Offers offers() {
        return new Offers(account.get() == null ? null : account.get().catalog());
    }

    ReadOnlyObjectProperty<Account> accountProperty() {
        return account.getReadOnlyProperty();
    }

    ObservableList<Invoice> invoices() {
        return invoices;
    }

    /** What the chosen change would cost, or null: nothing chosen, not asked yet, or not known. */
    ReadOnlyObjectProperty<BillingPreview> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /** Why there is no preview, or empty. */
    ReadOnlyStringProperty previewFaultProperty() {
        return previewFault.getReadOnlyProperty();
    }

    ReadOnlyStringProperty previewRefusalProperty() {
        return previewRefusal.getReadOnlyProperty();
    }

    ReadOnlyStringProperty applyRefusalProperty() {
        return applyRefusal.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty applyingProperty() {
        return applying.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Whether something other than what is in force is chosen. */
    boolean isChanged() {
        return account.get() != null
                && account.get().subscription() != null
                && !account.get().subscription().choice().equals(editor.choice());
    }

    /** Whether the preview may still be applied; the server refuses an older one. */
    boolean holds() {
        return preview.get() != null && preview.get().validUntil().isAfter(now());
    }

    boolean canApply() {
        return holds() && !applying.get() && applyRefusal.get().isEmpty();
    }

    /** Charges exactly what the preview says; a preview that no longer holds is replaced by a fresh one to look at. */
    void apply() {
        if (!canApply()) return;
        BillingPreview agreed = preview.get();
        applying.set(true);
        context.background()
                .run("apply plan", () -> context.session().online().apply(context.orgId(), agreed))
                .onSuccess(this::applied)
                .onFailure(this::notApplied)
                .onEnd(() -> applying.set(false));
    }

    /** Chooses what another tab advised, once. */
    void takeAdvice() {
        String key = PreferenceKeys.licensesToAdd(context.orgId());
        String more = context.window().memory().read(key).orElse("");
        if (more.isEmpty() || account.get() == null || account.get().subscription() == null) return;
        context.window().memory().write(key, "");
        discard();
        editor.licenses.set(editor.licenses.get() + Integer.parseInt(more));
    }

    void discard() {
        if (account.get() != null && account.get().subscription() != null) {
            editor.set(account.get().subscription().choice());
        }
        preview.set(null);
        previewFault.set("");
    }

    /** Asks the server again, as after a fault or when the preview ran out. */
    void previewAgain() {
        askAnew();
    }

    void withdraw(ScheduledChange change) {
        context.background()
                .start(
                        "withdraw",
                        () -> context.session().online().withdrawScheduledChange(context.orgId(), change.id()))
                .onSuccess(done -> tell(Notice.done(Messages.text("billing.withdrawn.title"), "")))
                .onFailure(problem ->
                        tell(Notice.problem(Messages.text("billing.withdraw.failed"), context.words(problem), null)));
    }

    @Override
    public void close() {
        query.close();
        asking.close();
        edits.unsubscribe();
        subscriptions.forEach(Registration::close);
    }

    private Instant now() {
        return context.ticker().second().get();
    }

    private Account read() {
        OrganizationData data = context.data();
        return new Account(
                data.subscription().orElse(null),
                data.catalog().orElse(null),
                data.scheduledChanges().stream().findFirst().orElse(null),
                data.paymentMethods(),
                data.invoices());
    }

    private void show(Account read) {
        boolean untouched = !isChanged();
        Subscription before = account.get() == null ? null : account.get().subscription();
        // before anybody looks: what is in force must not look like a choice to be asked about
        if (untouched && read.subscription() != null)
            editor.set(read.subscription().choice());
        account.set(read);
        if (!invoices.equals(read.invoices())) invoices.setAll(read.invoices());
        if (read.subscription() == null) {
            state.set(context.unknown());
            return;
        }
        state.set(State.ready());
        if (untouched) {
            preview.set(null);
            takeAdvice();
        } else if (before != null && before.version() != read.subscription().version()) {
            askAnew();
        }
    }

    private void edited() {
        editor.allowAddOns(!offers().refusesAddOns(editor.plan.get()));
        askAnew();
    }

    private void askAnew() {
        preview.set(null);
        previewFault.set("");
        if (!isChanged()) return;
        if (!previewRefusal.get().isEmpty()) {
            previewFault.set(previewRefusal.get());
            return;
        }
        asked = editor.choice();
        asking.refresh();
    }

    private Answer ask() {
        PlanChoice choice = asked;
        try {
            return new Answer(choice, context.session().online().preview(context.orgId(), choice), null);
        } catch (SyncException problem) {
            return new Answer(choice, null, problem);
        }
    }

    /** An answer to what is no longer chosen is dropped. */
    private void answered(Answer answer) {
        if (!isChanged() || !answer.choice().equals(editor.choice())) return;
        preview.set(answer.preview());
        previewFault.set(answer.problem() == null ? "" : context.words(answer.problem()));
    }

    private void applied(OrderResult result) {
        Account was = account.get();
        preview.set(null);
        editor.set(result.subscription().choice());
        // What the pull will bring, so that the change does not look undone until then.
        account.set(new Account(
                result.subscription(),
                was.catalog(),
                result.scheduledChange() == null ? was.scheduled() : result.scheduledChange(),
                was.methods(),
                was.invoices()));
        String words = result.scheduledChange() != null
                ? Messages.text(
                        "billing.applied.scheduled",
                        Formats.current().date(result.scheduledChange().effectiveAt()))
                : result.invoice() == null
                        ? Messages.text("billing.applied.free")
                        : Messages.text(
                                "billing.applied.paid",
                                Formats.current()
                                        .money(
                                                result.invoice().total(),
                                                result.invoice().currency()),
                                result.invoice().number());
        tell(Notice.done(Messages.text("billing.applied.title"), words));
    }

    private void notApplied(Throwable problem) {
        if (problem instanceof SyncException.Conflict conflict
                && conflict.problem().is(ProblemType.PREVIEW_EXPIRED)
                && conflict.problem().current() != null) {
            preview.set(Json.mapper().treeToValue(conflict.problem().current(), BillingPreview.class));
            tell(new Notice(
                    Tone.WARNING,
                    Messages.text("billing.apply.expired"),
                    Messages.text("billing.apply.expiredText"),
                    null));
            return;
        }
        tell(Notice.problem(Messages.text("billing.apply.failed"), context.words(problem), null));
    }

    private void showRefusals() {
        boolean refused = !previewRefusal.get().isEmpty();
        previewRefusal.set(context.refusal(Action.PREVIEW_BILLING, true).orElse(""));
        applyRefusal.set(context.refusal(Action.MANAGE_BILLING, true).orElse(""));
        if (refused && previewRefusal.get().isEmpty() && preview.get() == null) askAnew();
    }

    private void tell(Notice notice) {
        context.window().notices().tell(notice);
    }
}
