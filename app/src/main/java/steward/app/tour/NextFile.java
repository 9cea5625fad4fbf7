package steward.app.tour;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.stage.Window;
import steward.app.dialog.FilePick;
import steward.app.dialog.FilePicker;

/** In place of the system's file dialogs, which no Robot can reach: picks the file the tour laid out. Thread-safe. */
public final class NextFile implements FilePicker {
    private final AtomicReference<Path> next = new AtomicReference<>();

    void layOut(Path file) {
        next.set(file);
    }

    @Override
    public Optional<Path> open(FilePick pick, Window owner) {
        return Optional.ofNullable(next.getAndSet(null));
    }

    @Override
    public Optional<Path> save(FilePick pick, Window owner) {
        return open(pick, owner);
    }
}
