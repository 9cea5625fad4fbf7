package steward.app.dialog;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** The system's own dialogs. */
public final class SystemFilePicker implements FilePicker {
    @Override
    public Optional<Path> open(FilePick pick, Window owner) {
        return Optional.ofNullable(chooser(pick).showOpenDialog(owner)).map(File::toPath);
    }

    @Override
    public Optional<Path> save(FilePick pick, Window owner) {
        return Optional.ofNullable(chooser(pick).showSaveDialog(owner)).map(File::toPath);
    }

    private static FileChooser chooser(FilePick pick) {
        var chooser = new FileChooser();
        chooser.setTitle(pick.title());
        chooser.setInitialFileName(pick.proposedName());
        if (!pick.patterns().isEmpty()) {
            chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(pick.kind(), pick.patterns()));
        }
        return chooser;
    }
}
