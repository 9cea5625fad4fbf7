package steward.app.overview;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import steward.app.chart.ShareBar;
import steward.app.control.Buttons;
import steward.app.control.Labels;
import steward.app.control.Tone;
import steward.app.i18n.Formats;
import steward.app.i18n.Messages;
import steward.app.shell.Navigator;
import steward.app.shell.Place;

/** How much of the pooled storage is used, and by what. */
final class StorageBox extends VBox {

    private final Label used = Labels.strong("");
    private final Label whole = Labels.body("");
    private final Label share = Labels.secondary("");
    private final ShareBar bar = new ShareBar("overview-storage");

    StorageBox(OverviewViewModel model, Navigator navigator) {
        super(8);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var box = new VBox(8, new HBox(4, used, whole, gap, share), bar);
        box.getStyleClass().addAll("boxed", "padded-box");
        var open = Buttons.link(Messages.text("overview.storage.open"), () -> navigator.show(Place.RECORDINGS));
        open.setId("overview-open-recordings");
        getChildren()
                .setAll(OverviewView.heading(Messages.text("overview.storage.title"), Labels.secondary(""), open), box);
        model.standingProperty().subscribe(this::show);
    }

    private void show(Standing standing) {
        if (standing == null || !standing.known()) return;
        Formats formats = Formats.current();
        long stored = standing.storedBytes();
        long bin = standing.binBytes();
        long limit =
                standing.subscription() == null ? 0 : standing.subscription().storageBytes();
        used.setText(formats.bytes(stored + bin));
        whole.setText(limit == 0 ? "" : Messages.text("overview.storage.of", formats.bytes(limit)));
        share.setText(limit == 0 ? "" : formats.percent((double) (stored + bin) / limit));
        bar.show(
                Math.max(1, Math.max(limit, stored + bin)),
                List.of(
                        new ShareBar.Share(
                                Messages.text("overview.storage.recordings", standing.keptRecordings()),
                                Tone.ACCENT,
                                stored),
                        new ShareBar.Share(
                                Messages.text("overview.storage.bin", formats.bytes(bin)), Tone.NEUTRAL, bin)));
    }
}
