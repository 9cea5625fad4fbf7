package steward.app.shell;

import java.util.function.Consumer;

/** Switcher and palette, where they stand in the window, one at a time. */
final class Popovers implements AutoCloseable {
    private final PopoverLayer layer;
    private final SwitcherView switcherView;
    private final SwitcherViewModel switcher;
    private final PaletteView paletteView;
    private final Runnable openPalette;
    private Consumer<Boolean> switching = open -> {};

    Popovers(
            PopoverLayer layer,
            SwitcherView switcherView,
            SwitcherViewModel switcher,
            PaletteView paletteView,
            Runnable openPalette) {
        this.layer = layer;
        this.switcherView = switcherView;
        this.switcher = switcher;
        this.paletteView = paletteView;
        this.openPalette = openPalette;
    }

    /** Told while the switcher is open. */
    void onSwitching(Consumer<Boolean> handler) {
        switching = handler;
    }

    void toggleSwitcher() {
        if (layer.isShowing(switcherView)) {
            layer.hide();
            return;
        }
        switcher.queryProperty().set("");
        switching.accept(true);
        layer.show(switcherView, 8, 56, switcherView.input(), () -> switching.accept(false));
    }

    void togglePalette() {
        if (layer.isShowing(paletteView)) {
            layer.hide();
            return;
        }
        openPalette.run();
        double x = Math.max(8, Math.round((layer.getWidth() - paletteView.getPrefWidth()) / 2));
        layer.show(paletteView, x, 8, paletteView.input(), () -> {});
    }

    @Override
    public void close() {
        switcher.close();
    }
}
