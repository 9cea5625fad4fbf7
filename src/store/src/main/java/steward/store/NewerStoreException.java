package steward.store;

import java.nio.file.Path;

/** The data folder was written by a newer program; nothing was touched. */
public final class NewerStoreException extends RuntimeException {

    private static final long serialVersionUID = 1;
    private final transient Path file;

    public NewerStoreException(Path file) {
        super("written by a newer version: " + file, null);
        this.file = file;
    }

    public Path file() {
        return file;
    }
}
