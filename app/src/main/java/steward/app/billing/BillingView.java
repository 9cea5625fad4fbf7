package steward.app.billing;

import java.time.Instant;
import java.util.Currency;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import steward.api.BillingState;
import steward.api.Dunning;
import steward.api.Invoice;
import steward.app.control.Banner;
import steward.app.control.Buttons;
import steward.app.control.DataTable;
import steward.app.control.IconWord;
import steward.app.control.Labels;
import steward.app.control.Page;
import steward.app.control.TableColumns;
import steward.app.control.Tone;
import steward.app.i18n.Formats;
import steward.app.i18n.Messages;
import steward.app.shell.OrganizationContext;
import steward.app.shell.TableExport;

/** Billing: what one has, what a change would cost, and the invoices (picture 08). */
final class BillingView extends StackPane {

    private static final double ROW = 32;
    private static final int ROWS = 7;
    private static final int LEAST_ROWS = 4;

    private final BillingViewModel model;
    private final OrganizationContext context;
    private final Page page = new Page("billing", text("billing.page.title"));
    private final DataTable<Invoice> invoices;
    private final Banner dunning = new Banner(Tone.DANGER, Feather.ALERT_OCTAGON);

    BillingView(BillingViewModel model, OrganizationContext context) {
        this.model = model;
        this.context = context;
        invoices = new DataTable<>(
                "billing-invoices", Invoice::id, context.window().memory());
        build();
        model.accountProperty().subscribe(this::show);
    }

    private void build() {
        dunning.setId("billing-dunning");
        var change = new ChangeBox(model, context);
        HBox.setHgrow(change, Priority.ALWAYS);
        var upper = new HBox(16, new PlanBox(model), change);
        upper.setMinHeight(USE_PREF_SIZE);
        page.setPaddedContent(new VBox(upper, invoices()), model.stateProperty());
        getChildren().setAll(page);
    }

    private Node invoices() {
        invoices.columns(
                false,
                TableColumns.<Invoice>name("billing-invoice-number", text("billing.invoice.number"), Invoice::number)
                        .width(160),
                TableColumns.<Invoice>muted(
                                "billing-invoice-date", text("billing.invoice.date"), invoice -> Formats.current()
                                        .date(invoice.issuedAt()))
                        .<Instant>sortBy(Invoice::issuedAt)
                        .width(120),
                TableColumns.<Invoice>text("billing-invoice-for", text("billing.invoice.for"), this::purpose)
                        .width(320)
                        .grow(),
                TableColumns.<Invoice>state("billing-invoice-state", text("billing.invoice.state"), this::state)
                        .width(180),
                TableColumns.<Invoice>text(
                                "billing-invoice-total", text("billing.invoice.total"), invoice -> Formats.current()
                                        .money(invoice.total(), invoice.currency()))
                        .right()
                        .<Long>sortBy(Invoice::total)
                        .width(120));
        invoices.rows(model.invoices());
        invoices.setPrefHeight(ROW * ROWS);
        invoices.setMinHeight(ROW * LEAST_ROWS);
        var none = Labels.muted(text("billing.invoice.none"));
        none.setId("billing-no-invoices");
        none.visibleProperty().bind(Bindings.isEmpty(model.invoices()));
        StackPane.setAlignment(none, Pos.TOP_LEFT);
        StackPane.setMargin(none, new Insets(16));
        invoices.visibleProperty().bind(none.visibleProperty().not());
        var box = new StackPane(invoices, none);
        box.getStyleClass().add("boxed");
        VBox.setVgrow(box, Priority.ALWAYS);
        var export =
                Buttons.link(text("billing.invoice.export"), () -> TableExport.save(context, invoices, "invoices"));
        export.setId("billing-export");
        export.visibleProperty().bind(invoices.visibleProperty());
        var count = Labels.secondary("");
        count.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.invoices().isEmpty()
                                ? ""
                                : Formats.current().number(model.invoices().size()),
                        model.invoices()));
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var heading = new HBox(8, Labels.strong(text("billing.invoice.title")), count, gap, export);
        heading.setAlignment(Pos.CENTER_LEFT);
        var section = new VBox(8, heading, box);
        VBox.setVgrow(section, Priority.ALWAYS);
        return section;
    }

    private String purpose(Invoice invoice) {
        return BillingWords.purpose(invoice, model.offers());
    }

    private IconWord state(Invoice invoice) {
        return switch (invoice.state()) {
            case PAID -> new IconWord(Feather.CHECK, Tone.SUCCESS, text("billing.invoice.paid"));
            case OPEN -> new IconWord(Feather.CLOCK, Tone.WARNING, text("billing.invoice.open"));
            case VOID -> new IconWord(Feather.SLASH, Tone.MUTED, text("billing.invoice.void"));
            case FAILED ->
                new IconWord(
                        Feather.ALERT_CIRCLE,
                        Tone.DANGER,
                        invoice.retryAt() == null
                                ? text("billing.invoice.failed")
                                : Messages.text(
                                        "billing.invoice.retry",
                                        Formats.current().day(invoice.retryAt())));
        };
    }

    private void show(BillingViewModel.Account account) {
        if (account == null || account.subscription() == null) return;
        page.subtitleProperty()
                .set(Messages.text(
                        "billing.page.subtitle",
                        Currency.getInstance(account.subscription().currency())
                                .getDisplayName(Formats.current().locale())));
        Dunning failed = account.subscription().dunning();
        if (failed != null) {
            Instant now = context.ticker().second().get();
            dunning.show(
                    Messages.text(
                            "billing.dunning.title",
                            failed.invoiceNumber(),
                            Formats.current()
                                    .money(
                                            failed.amount(),
                                            account.subscription().currency())),
                    Messages.text(
                            "billing.dunning.text",
                            Formats.current().date(failed.since()),
                            Formats.current().date(failed.suspendAt()),
                            Formats.current().ahead(failed.suspendAt(), now)));
            page.setBanner(dunning);
        } else if (account.subscription().state() == BillingState.SUSPENDED) {
            dunning.show(text("billing.suspended.title"), text("billing.suspended.text"));
            page.setBanner(dunning);
        } else page.setBanner(null);
    }

    private static String text(String key) {
        return Messages.text(key);
    }
}
