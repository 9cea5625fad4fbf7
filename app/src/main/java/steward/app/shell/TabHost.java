package steward.app.shell;

import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import steward.app.fx.Ticker;

/**
 * Holds the tabs of the open organization: each is built when first shown and closed with its organization, so that
 * nothing of one organization can stand in a tab of another.
 */
final class TabHost extends StackPane {
    private final Tabs tabs;
    /** A tab and the clock that only it listens to; it runs while the tab is shown. */
    private record Built(Tab tab, Ticker ticker) {}

    private final Map<Place, Built> built = new EnumMap<>(Place.class);
    private OrganizationContext context;
    private Tab settings;
    private Tab shown;
    private Subscription ticking = Subscription.EMPTY;

    TabHost(Tabs tabs) {
        this.tabs = tabs;
        setId("content");
        getStyleClass().add("content");
    }

    /** Closes every tab of the organization before; null when none is open. */
    void open(OrganizationContext next) {
        hideShown();
        getChildren().clear();
        built.values().forEach(each -> each.tab().close());
        built.clear();
        context = next;
    }

    /** Shows a place; what cannot be shown of it is shown by {@code otherwise}. */
    void show(Place place, UUID object, BiConsumer<Place, TabHost> otherwise) {
        Tab tab = tab(place);
        if (tab == null) {
            hideShown();
            otherwise.accept(place, this);
            return;
        }
        if (tab != shown) {
            hideShown();
            getChildren().setAll(tab.node());
            shown = tab;
            if (built.containsKey(place)) {
                ticking = built.get(place).ticker().open();
            }
            tab.shown();
            focus(tab.node());
        }
        if (object != null) {
            tab.select(object);
        }
    }

    /** Keys reach the tab at once: its table or list when it has one, else the tab. */
    private static void focus(Node tab) {
        if (tab.isFocusWithin()) {
            return;
        }
        Node rows = tab.lookup(".table-view") == null ? tab.lookup(".list-view") : tab.lookup(".table-view");
        (rows == null ? tab : rows).requestFocus();
        if (!tab.isFocusWithin()) {
            // Its rows are still being read: they take the keys over from it.
            tab.requestFocus();
        }
    }

    /** The tab shown, or null. */
    Tab shown() {
        return shown;
    }

    private Tab tab(Place place) {
        if (place == Place.SETTINGS) {
            if (settings == null) {
                settings = tabs.settings().get();
            }
            return settings;
        }
        boolean allowed = context != null && (place == Place.OUTBOX || isOpen(context));
        if (!allowed || !tabs.ofOrganization().containsKey(place)) {
            return null;
        }
        return built.computeIfAbsent(place, this::build).tab();
    }

    private Built build(Place place) {
        OrganizationContext own = context.ofTab();
        return new Built(tabs.ofOrganization().get(place).apply(own), own.ticker());
    }

    private static boolean isOpen(OrganizationContext context) {
        return steward.api.Action.OPEN_PANEL.allowedTo(context.role())
                && context.organization().pending() == null;
    }

    private void hideShown() {
        if (shown != null) {
            shown.hidden();
            ticking.unsubscribe();
            shown = null;
        }
    }

    void close() {
        open(null);
        if (settings != null) {
            settings.close();
        }
    }
}
