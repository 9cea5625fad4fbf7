package steward.app.dialog;

import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Window;

/** Asks for one file; on the FX thread. */
public interface FilePicker {
    Optional<Path> open(FilePick pick, Window owner);

    Optional<Path> save(FilePick pick, Window owner);
}
