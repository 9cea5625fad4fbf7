package steward.app.licenses;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import steward.api.BillingInterval;
import steward.app.control.Buttons;
import steward.app.control.Icons;
import steward.app.control.Labels;
import steward.app.control.Tone;
import steward.app.i18n.Formats;
import steward.app.i18n.Messages;
import steward.app.shell.OrganizationContext;
import steward.app.shell.Place;
import steward.app.shell.PreferenceKeys;

/** What to do about refused starts, with its reason and price; or that nothing needs doing. */
final class RecommendationBox extends VBox {

    private static final double WIDTH = 400;

    private final LicensesViewModel model;
    private final OrganizationContext context;

    RecommendationBox(LicensesViewModel model, OrganizationContext context) {
        super(12);
        this.model = model;
        this.context = context;
        setId("licenses-recommendation");
        getStyleClass().addAll("boxed", "padded-box");
        setMinWidth(WIDTH);
        setMaxWidth(WIDTH);
        model.recommendationProperty().subscribe(this::show);
    }

    private void show(Optional<Recommendation> found) {
        if (found.isEmpty()) {
            getChildren()
                    .setAll(
                            heading(Feather.CHECK, Tone.SUCCESS, text("licenses.enough.title")),
                            Labels.paragraph(text("licenses.enough.text")));
            return;
        }
        Recommendation advice = found.get();
        String when = RefusedTable.when(
                advice.lastRefusal(), context.ticker().second().get());
        getChildren()
                .setAll(
                        heading(Feather.TRENDING_UP, Tone.ACCENT, Messages.text("licenses.add.title", advice.more())),
                        Labels.paragraph(Messages.text(
                                "licenses.add.text",
                                advice.wanted(),
                                advice.ran(),
                                advice.wanted() - advice.ran(),
                                when)));
        advice.price().ifPresent(this::addPrice);
        var preview = Buttons.primary(
                Messages.text("licenses.add.action", advice.more()), Feather.PLUS, () -> preview(advice.more()));
        preview.setId("licenses-preview");
        getChildren().add(preview);
    }

    /** Billing opens with them chosen. */
    private void preview(int more) {
        context.window().memory().write(PreferenceKeys.licensesToAdd(context.orgId()), Integer.toString(more));
        context.window().navigator().show(Place.BILLING);
    }

    private void addPrice(long more) {
        String currency = model.figuresProperty().get().subscription().currency();
        boolean monthly = model.figuresProperty().get().subscription().choice().interval() == BillingInterval.MONTHLY;
        getChildren()
                .add(Labels.muted(Messages.text(
                        monthly ? "licenses.add.monthly" : "licenses.add.yearly",
                        Formats.current().money(more, currency))));
    }

    private static HBox heading(Feather icon, Tone tone, String words) {
        var heading = new HBox(8, Icons.toned(icon, 16, tone), Labels.panelTitle(words));
        heading.setAlignment(Pos.CENTER_LEFT);
        return heading;
    }

    private static String text(String key) {
        return Messages.text(key);
    }
}
