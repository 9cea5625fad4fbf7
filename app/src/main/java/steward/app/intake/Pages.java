package steward.app.intake;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import steward.store.Drafts;
import steward.store.Drafts.DraftRow;
import steward.store.Operation;
import steward.store.Outbox;

/** Rows of any number, of which a page at a time is in memory. */
final class Pages {
    private static final int PAGE = 1000;

    private Pages() {}

    /** In the order of the file. */
    static Stream<DraftRow> rows(Drafts drafts, UUID draftId) {
        return all(last -> drafts.rows(draftId, last == null ? 0 : last.row(), PAGE));
    }

    /** In the order of the file, which is that of their making. */
    static Stream<Operation> operations(Outbox outbox, UUID batchId) {
        return all(last -> outbox.batch(batchId, last == null ? 0 : last.seq(), PAGE));
    }

    private static <T> Stream<T> all(Function<T, List<T>> after) {
        return Stream.iterate(after.apply(null), page -> !page.isEmpty(), page -> after.apply(page.getLast()))
                .flatMap(List::stream);
    }
}
