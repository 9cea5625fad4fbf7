package steward.server.billing;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import steward.api.BillingPreview;
import steward.api.CollectionName;
import steward.api.Invoice;
import steward.api.Items;
import steward.api.Json;
import steward.api.OrderResult;
import steward.api.PaymentMethod;
import steward.api.PlanChoice;
import steward.api.PlanOrder;
import steward.api.ScheduledChange;
import steward.api.Subscription;
import steward.server.Part;
import steward.server.Platform;
import steward.server.change.Changes;
import steward.server.db.Tx;
import steward.server.http.Answer;
import steward.server.http.Call;
import steward.server.http.Handlers;
import steward.server.http.ProblemException;
import steward.server.http.Routes;
import steward.server.usage.Usage;

/** Plans, previews, orders, invoices and renewal as a part of the platform. */
public final class Billing implements Part, Routes {
    private final Platform platform;
    private final Usage usage;
    private final Subscriptions subscriptions;
    private final ScheduledChanges scheduled;
    private final Invoices invoices;
    private final Orders orders;
    private final Renewal renewal;

    public Billing(Platform platform, Usage usage) {
        this.platform = platform;
        this.usage = usage;
        Changes changes = platform.changes();
        this.subscriptions = new Subscriptions(changes);
        this.scheduled = new ScheduledChanges(changes);
        this.invoices = new Invoices(changes);
        this.orders = new Orders(subscriptions, scheduled, invoices, usage, platform.audit());
        this.renewal = new Renewal(platform.database(), subscriptions, scheduled, invoices, usage, platform.audit());
        changes.loader(CollectionName.SUBSCRIPTION, (sql, orgId, _) -> Map.of(orgId, shown(sql, orgId)));
        changes.loader(
                CollectionName.SCHEDULED_CHANGES,
                (sql, orgId, _) -> byId(scheduled.of(sql, orgId).stream(), ScheduledChange::id));
        changes.loader(
                CollectionName.INVOICES,
                (sql, orgId, ids) ->
                        byId(ids.stream().flatMap(id -> invoices.find(sql, orgId, id).stream()), Invoice::id));
        changes.loader(
                CollectionName.PAYMENT_METHODS,
                (sql, orgId, _) -> byId(PaymentMethods.of(sql, orgId).stream(), PaymentMethod::id));
    }

    /** Gives an organization that begins its Free plan. */
    public void begin(Tx tx, UUID orgId) {
        subscriptions.create(tx, orgId);
        usage.record(tx, orgId);
    }

    /** Counts a recording that was refused because the storage is full. */
    public void recordingRefused(Tx tx, UUID orgId) {
        subscriptions.recordingRefused(tx, orgId);
    }

    @Override
    public List<Routes> routes() {
        return List.of(this);
    }

    @Override
    public void sweep() {
        renewal.sweep(platform.clock().instant());
    }

    @Override
    public void register(Handlers on) {
        on.read("getCatalog", (_, _) -> Answer.ok(Prices.catalog()));
        on.read("getSubscription", (call, sql) -> {
            Subscription shown = shown(sql, call.orgId());
            return Answer.ok(shown, shown.version());
        });
        on.read("previewChange", this::preview);
        on.write("applyChange", this::apply);
        on.read(
                "listScheduledChanges",
                (call, sql) -> Answer.ok(
                        new Items<>(scheduled.of(sql, call.orgId()).stream().toList())));
        on.write("withdrawScheduledChange", (call, tx) -> {
            orders.withdraw(tx, call.orgId(), call.id("changeId"));
            return Answer.done();
        });
        on.read(
                "listInvoices",
                (call, sql) -> Answer.ok(invoices.page(sql, call.orgId(), call.limit(), call.cursor())));
        on.read(
                "getInvoice",
                (call, sql) -> Answer.ok(invoices.find(sql, call.orgId(), call.id("invoiceId"))
                        .orElseThrow(ProblemException::notFound)));
        on.read("listPaymentMethods", (call, sql) -> Answer.ok(new Items<>(PaymentMethods.of(sql, call.orgId()))));
    }

    private Answer preview(Call call, Handle sql) {
        PlanChoice choice = call.body(PlanChoice.class);
        BillingPreview preview = orders.preview(
                sql, call.orgId(), choice, Json.millis(platform.clock().instant()));
        return Answer.ok(preview);
    }

    private Answer apply(Call call, Tx tx) {
        OrderResult result = orders.apply(tx, call.orgId(), call.body(PlanOrder.class));
        return Answer.ok(result);
    }

    private Subscription shown(Handle sql, UUID orgId) {
        return subscriptions.get(sql, orgId).shown();
    }

    private static <T> Map<UUID, T> byId(Stream<T> objects, Function<T, UUID> id) {
        return objects.collect(Collectors.toMap(id, Function.identity()));
    }
}
