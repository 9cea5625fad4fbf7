package steward.app.intake;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import steward.api.Ids;
import steward.api.Role;
import steward.people.CheckedRow;
import steward.people.Choice;
import steward.people.Guess;
import steward.people.Outcome;
import steward.people.PeopleFile;
import steward.people.Policy;
import steward.people.Row;
import steward.people.Settings;
import steward.people.UnreadableFileException;
import steward.store.AccountStore;
import steward.store.Drafts;
import steward.store.Drafts.Draft;
import steward.store.Request;
import tools.jackson.databind.node.ObjectNode;

/**
 * An import and the draft that keeps it: each step is on disk before it is shown. Blocking; one lock, so that rows are
 * kept in the order they were changed.
 */
public final class DraftImport implements AutoCloseable {

    /** Where drafts live and for whom they are checked. */
    public record Desk(AccountStore store, UUID orgId, Role role, InstantSource clock) {
        KnownPeople known() {
            return KnownPeople.of(store.organization(orgId));
        }

        public Drafts drafts() {
            return store.drafts();
        }
    }

    /**
     * What staging left behind.
     *
     * @param rest the draft of the rows that need a person, or null
     */
    public record Kept(Draft draft, Draft rest) {}

    private final Desk desk;
    private final PeopleImport people;
    private final Path path;
    private Draft draft;
    private int fixes;

    private DraftImport(Desk desk, PeopleImport people, Path path, Draft draft) {
        this.desk = desk;
        this.people = people;
        this.path = path;
        this.draft = draft;
    }

    /** Reads a file; nothing is kept of one that cannot be read. */
    public static DraftImport ofFile(Desk desk, Path path) throws UnreadableFileException {
        return ofFile(desk, path, rows -> {});
    }

    /**
     * As {@link #ofFile(Desk, Path)}; interrupted while it reads, it ends and nothing is kept.
     *
     * @param seen told how many rows were read, after each
     */
    public static DraftImport ofFile(Desk desk, Path path, LongConsumer seen) throws UnreadableFileException {
        String name = path.getFileName() == null
                ? path.toString()
                : path.getFileName().toString();
        return begin(desk, PeopleFile.open(path), path, name, seen);
    }

    public static DraftImport ofText(Desk desk, String text, String name) throws UnreadableFileException {
        return begin(desk, PeopleFile.ofText(text), null, name, rows -> {});
    }

    private static DraftImport begin(Desk desk, PeopleFile file, Path path, String name, LongConsumer seen)
            throws UnreadableFileException {
        var people = new PeopleImport(file, desk.known(), Policy.of(desk.role()), seen);
        var draft = new Draft(
                Ids.next(), desk.orgId(), name, name, null, null, desk.clock().instant());
        var begun = new DraftImport(desk, people, path, draft);
        begun.read(Choice.NOTHING);
        return begun;
    }

    /** Takes up a draft where it was left. Without its file the rows can still be fixed and staged. */
    public static DraftImport resume(Desk desk, Draft draft) {
        DraftSettings settings = DraftSettings.of(draft.settings(), desk.role());
        List<Row> rows = DraftRows.rows(desk.drafts().rows(draft.id()));
        try {
            PeopleFile file = settings.path() == null ? null : PeopleFile.open(settings.path());
            return resumed(desk, draft, settings, rows, file);
        } catch (UnreadableFileException gone) {
            try {
                return resumed(desk, draft, settings, rows, null);
            } catch (UnreadableFileException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    private static DraftImport resumed(Desk desk, Draft draft, DraftSettings settings, List<Row> rows, PeopleFile file)
            throws UnreadableFileException {
        var people = new PeopleImport(file, desk.known(), settings.policy(), seen -> {});
        people.resume(rows, settings.choice(), settings.columns());
        var resumed = new DraftImport(desk, people, settings.path(), draft);
        resumed.fixes = draft.settings().path("fixes").asInt(0);
        return resumed;
    }

    public synchronized Preview.Whole read(Choice choice) throws UnreadableFileException {
        Preview.Whole whole = people.read(choice);
        fixes = 0;
        return keepAll(whole);
    }

    public synchronized Preview.Whole read(Settings settings) throws UnreadableFileException {
        Preview.Whole whole = people.read(settings);
        fixes = 0;
        return keepAll(whole);
    }

    public synchronized Preview.Whole decide(UnaryOperator<Policy> change) {
        return keepAll(people.decide(change));
    }

    public synchronized Preview.Part fix(Collection<Long> indexes, Function<CheckedRow, Row> change) {
        return kept(people.fix(indexes, change), indexes.size());
    }

    /** Puts rows back as they were before a fix. */
    public synchronized Preview.Part unfix(Map<Long, Row> before) {
        return kept(people.fix(before.keySet(), row -> before.get(row.row().index())), -before.size());
    }

    private Preview.Part kept(Preview.Part part, int more) {
        fixes += more;
        desk.drafts()
                .saveRows(draft.id(), part.changed().stream().map(DraftRows::of).toList());
        keepDraft(draft.batchId(), part.preview());
        return part;
    }

    public synchronized Preview.Whole shown() {
        return people.shown();
    }

    /** Checks against what is known now, which may be more than when the file was read. */
    public synchronized Preview.Whole checkAgain() {
        return keepAll(people.checkAgain(desk.known()));
    }

    /** What would be staged, in the order of the file. */
    public synchronized List<Request.InvitePerson> requests() {
        return people.rows().stream()
                .filter(row -> row.outcome() == Outcome.READY)
                .map(DraftImport::request)
                .toList();
    }

    static Request.InvitePerson request(CheckedRow checked) {
        Row row = checked.row();
        return new Request.InvitePerson(
                Ids.next(),
                checked.address().text(),
                checked.role(),
                row.name().isBlank() ? null : row.name(),
                row.note().isBlank() ? null : row.note(),
                row.number());
    }

    /** After staging: the draft leads to its batch; rows that need a person go on in a draft of their own. */
    public synchronized Kept staged(UUID batchId, String nameOfRest) {
        keepDraft(batchId, people.shown().preview());
        List<CheckedRow> left = people.rows().stream()
                .filter(row -> row.outcome() == Outcome.ATTENTION || row.outcome() == Outcome.NOT_ALLOWED)
                .toList();
        if (left.isEmpty()) {
            return new Kept(draft, null);
        }
        ObjectNode settings = (ObjectNode) new DraftSettings(null, Choice.NOTHING, null, people.policy()).toJson();
        Counts.of(left.size(), 0, left.size()).into(settings);
        var rest = new Draft(
                Ids.next(),
                desk.orgId(),
                nameOfRest,
                draft.fileName(),
                settings,
                null,
                desk.clock().instant());
        desk.drafts().save(rest);
        desk.drafts().replaceRows(rest.id(), left.stream().map(DraftRows::of).toList());
        return new Kept(draft, rest);
    }

    public synchronized List<CheckedRow> rows() {
        return people.rows();
    }

    /** How many times a row was changed by hand since the source was read. */
    public synchronized int fixes() {
        return fixes;
    }

    public synchronized Draft draft() {
        return draft;
    }

    public synchronized Optional<Guess> guess() {
        return people.guess();
    }

    public synchronized Optional<Settings> settings() {
        return people.settings();
    }

    public synchronized Choice choice() {
        return people.choice();
    }

    public synchronized Policy policy() {
        return people.policy();
    }

    private Preview.Whole keepAll(Preview.Whole whole) {
        keepDraft(draft.batchId(), whole.preview());
        desk.drafts()
                .replaceRows(
                        draft.id(), people.rows().stream().map(DraftRows::of).toList());
        return whole;
    }

    private void keepDraft(UUID batchId, Preview preview) {
        var settings = new DraftSettings(path, people.choice(), people.chosenColumns(), people.policy());
        ObjectNode json = (ObjectNode) settings.toJson();
        Counts.of(preview.tally()).into(json);
        json.put("fixes", fixes);
        draft = new Draft(
                draft.id(),
                draft.orgId(),
                draft.name(),
                draft.fileName(),
                json,
                batchId,
                desk.clock().instant());
        desk.drafts().save(draft);
    }

    @Override
    public void close() {
        people.close();
    }
}
