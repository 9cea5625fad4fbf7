package steward.store;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/** A work store with a planted bug: a commit is called durable before it is synced ({@code synchronous=NORMAL}). */
public final class Unsynced implements AutoCloseable {

    private static final Schema NORMAL = new Schema(Schema.WORK.migrations(), Schema.WORK.version(), false);

    private final WorkStore work;
    private final Revision revision;

    public Unsynced(Path folder, UUID account, InstantSource clock) {
        SqliteFile file = SqliteFile.open(folder.resolve("work.db"), NORMAL, clock.instant());
        work = new WorkStore(file, account, clock, new Listeners());
        revision = new Revision(work, (orgId, collection, id) -> Optional.empty());
    }

    public Outbox outbox() {
        return new Outbox(work, revision);
    }

    public Dispatch dispatch() {
        return new Dispatch(work, revision);
    }

    public Drafts drafts() {
        return new Drafts(work);
    }

    @Override
    public void close() {
        work.close();
    }
}
