package steward.app.recordings;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import steward.app.control.Buttons;
import steward.app.control.Icons;
import steward.app.control.Labels;
import steward.app.control.Tone;
import steward.app.i18n.Formats;
import steward.app.i18n.Messages;

/** Under the table while a recording is downloaded: how far it is, and Stop. */
final class DownloadBar extends HBox {

    private final Label words = Labels.body("");
    private final ProgressBar progress = new ProgressBar();

    DownloadBar(RecordingsViewModel model) {
        super(12);
        setId("recordings-downloading");
        getStyleClass().add("bulk-bar");
        setAlignment(Pos.CENTER_LEFT);
        progress.setPrefWidth(200);
        var stop = Buttons.inBar(
                Buttons.normal(Messages.text("recordings.download.stop"), Feather.X, model::stopDownload));
        stop.setId("recordings-download-stop");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(Icons.toned(Feather.DOWNLOAD, 16, Tone.ACCENT), words, progress, gap, stop);
        managedProperty().bind(visibleProperty());
        model.downloadProperty().subscribe(this::show);
    }

    private void show(RecordingsViewModel.Download download) {
        setVisible(download != null);
        if (download == null) return;
        Formats formats = Formats.current();
        words.setText(Messages.text(
                "recordings.download.progress",
                download.title(),
                formats.bytes(download.bytes()),
                formats.bytes(download.total())));
        progress.setProgress(download.total() == 0 ? -1 : Math.min(1, (double) download.bytes() / download.total()));
    }
}
