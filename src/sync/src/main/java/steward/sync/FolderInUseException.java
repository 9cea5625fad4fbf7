package steward.sync;

import java.nio.file.Path;

/** Another instance holds the data folder: hand over to it, see {@link SingleInstance}. */
public final class FolderInUseException extends RuntimeException {

    private static final long serialVersionUID = 1;
    private final transient Path folder;

    public FolderInUseException(Path folder) {
        super("in use: " + folder, null);
        this.folder = folder;
    }

    public Path folder() {
        return folder;
    }
}
