package steward.app.intake;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.function.Consumer;
import steward.api.Ids;
import steward.people.CheckedRow;
import steward.people.Checker;
import steward.people.Choice;
import steward.people.Outcome;
import steward.people.PeopleFile;
import steward.people.Policy;
import steward.people.Settings;
import steward.people.Tally;
import steward.people.UnreadableFileException;
import steward.store.Drafts.Draft;
import steward.store.Drafts.DraftRow;
import steward.store.Outbox;
import steward.store.Request;
import tools.jackson.databind.node.ObjectNode;

/**
 * A file taken as it is, row by row, so that memory does not grow with it: checked, kept as a draft, staged. Blocking;
 * not thread-safe.
 */
public final class FileImport implements AutoCloseable {
    private static final int CHUNK = 1000;

    private final Path path;
    private final PeopleFile file;
    private final Settings settings;
    private KnownPeople known;

    /**
     * What a check came to.
     *
     * @param earlier operations of earlier imports that invite people of this file and have no answer yet
     */
    public record Checked(Tally tally, Queue<UUID> earlier) {}

    /** A file's draft and what its check came to. */
    public record Kept(Draft draft, Checked checked) {}

    private FileImport(Path path, PeopleFile file, Settings settings) {
        this.path = path;
        this.file = file;
        this.settings = settings;
    }

    /** Looks how the file is to be read. */
    public static FileImport open(Path path) throws UnreadableFileException {
        PeopleFile file = PeopleFile.open(path);
        return new FileImport(path, file, file.guess().settings());
    }

    /** The file's own name. */
    public String name() {
        return path.getFileName().toString();
    }

    /** Checks all rows in their order against what is known now; nothing is kept. */
    public Checked check(DraftImport.Desk desk, Consumer<CheckedRow> rows) throws UnreadableFileException {
        known = desk.known();
        Checker checker = checker(desk);
        Queue<UUID> earlier = new ArrayDeque<>();
        file.read(settings, row -> {
            CheckedRow checked = checker.check(row);
            if (checked.outcome() == Outcome.ALREADY_INVITED) {
                known.waiting(checked.address()).ifPresent(earlier::add);
            }
            rows.accept(checked);
        });
        return new Checked(checker.tally(), earlier);
    }

    /**
     * Checks all rows and keeps them as a draft, in the place of one of the same file nobody worked on; of a file that
     * cannot be read to its end nothing is kept.
     */
    public Kept keep(DraftImport.Desk desk, Consumer<CheckedRow> rows) throws UnreadableFileException {
        var untouched = new DraftSettings(path, Choice.NOTHING, null, Policy.of(desk.role()));
        List<Draft> replaced = desk.drafts().list(desk.orgId()).stream()
                .filter(each -> isLike(each, untouched, desk))
                .toList();
        Draft begun = draft(desk, Ids.next(), (ObjectNode) untouched.toJson(), null);
        desk.drafts().save(begun);
        Checked checked = null;
        try {
            checked = fill(desk, begun, rows);
        } finally {
            if (checked == null) {
                desk.drafts().delete(begun.id());
            }
        }
        ObjectNode counted = (ObjectNode) untouched.toJson();
        Counts.of(checked.tally()).into(counted);
        Draft kept = draft(desk, begun.id(), counted, null);
        desk.drafts().save(kept);
        replaced.forEach(each -> desk.drafts().delete(each.id()));
        return new Kept(kept, checked);
    }

    private static boolean isLike(Draft draft, DraftSettings untouched, DraftImport.Desk desk) {
        return draft.batchId() == null
                && draft.settings() != null
                && draft.settings().path("fixes").asInt(0) == 0
                && DraftSettings.of(draft.settings(), desk.role()).equals(untouched);
    }

    private Checked fill(DraftImport.Desk desk, Draft draft, Consumer<CheckedRow> rows) throws UnreadableFileException {
        List<DraftRow> chunk = new ArrayList<>(CHUNK);
        Checked checked = check(desk, row -> {
            rows.accept(row);
            chunk.add(DraftRows.of(row));
            if (chunk.size() == CHUNK) {
                desk.drafts().saveRows(draft.id(), chunk);
                chunk.clear();
            }
        });
        desk.drafts().saveRows(draft.id(), chunk);
        return checked;
    }

    /**
     * Puts exactly what was ready into the outbox, to leave at once; the draft leads to its batch from then on.
     *
     * @param draft kept by this import
     */
    public Draft stage(DraftImport.Desk desk, Draft draft) {
        Checker checker = checker(desk);
        Iterable<Request.InvitePerson> requests = () -> Pages.rows(desk.drafts(), draft.id())
                .filter(row -> row.outcome().equals(Outcome.READY.name()))
                .map(row -> DraftImport.request(checker.check(DraftRows.row(row))))
                .iterator();
        Outbox.Staged staged = desk.store().outbox().stage(desk.orgId(), requests, Duration.ZERO, draft.fileName());
        Draft led = draft(desk, draft.id(), (ObjectNode) draft.settings(), staged.batchId());
        desk.drafts().save(led);
        return led;
    }

    private Draft draft(DraftImport.Desk desk, UUID id, ObjectNode settings, UUID batchId) {
        return new Draft(
                id,
                desk.orgId(),
                name(),
                name(),
                settings,
                batchId,
                desk.clock().instant());
    }

    private Checker checker(DraftImport.Desk desk) {
        return new Checker(known, Policy.of(desk.role()).withOwnDomains(known.ownDomains()));
    }

    @Override
    public void close() {
        file.close();
    }
}
