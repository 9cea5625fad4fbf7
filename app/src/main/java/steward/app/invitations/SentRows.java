package steward.app.invitations;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import steward.app.intake.SendRow;
import steward.app.intake.SendState;
import steward.store.Operation;
import steward.store.Outbox;

/**
 * The rows of one staging as they were last read: each further look reads only what moved. Blocking; one look at a time.
 */
final class SentRows {
    private final Outbox outbox;
    private final UUID batchId;
    private final Map<Long, Integer> places = new HashMap<>();
    private List<SendRow> rows = List.of();

    SentRows(Outbox outbox, UUID batchId) {
        this.outbox = outbox;
        this.batchId = batchId;
    }

    /** All, in the order of the file, as they are now. */
    List<SendRow> look() {
        if (rows.isEmpty()) {
            return readAll();
        }
        Outbox.Moved moved = outbox.moved(batchId, lastAnswer(), inFlight());
        List<SendRow> fresh = new ArrayList<>(rows);
        for (Operation operation : moved.operations()) {
            Integer place = places.get(operation.seq());
            if (place == null) {
                return readAll();
            }
            fresh.set(place, SendRow.of(operation));
        }
        // What moved some other way (a refused one was decided on) shows in the sums.
        if (!agrees(fresh, moved.now())) {
            return readAll();
        }
        rows = List.copyOf(fresh);
        return rows;
    }

    private List<SendRow> readAll() {
        rows = outbox.batch(batchId).stream().map(SendRow::of).toList();
        places.clear();
        for (int i = 0; i < rows.size(); i++) {
            places.put(rows.get(i).operation().seq(), i);
        }
        return rows;
    }

    private Instant lastAnswer() {
        return rows.stream()
                .map(SendRow::answeredAt)
                .filter(java.util.Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(null);
    }

    /** Their answer may have been "not now": then they wait again. */
    private List<Long> inFlight() {
        return rows.stream()
                .filter(row -> row.state() == SendState.IN_FLIGHT)
                .map(row -> row.operation().seq())
                .toList();
    }

    private static boolean agrees(List<SendRow> rows, Outbox.Batch now) {
        Map<SendState, Integer> counts = Progress.count(rows);
        return counts.values().stream().mapToInt(Integer::intValue).sum() == now.total()
                && counts.getOrDefault(SendState.INVITED, 0) == now.done()
                && counts.getOrDefault(SendState.NOTHING_TO_DO, 0) == now.nothingToDo()
                && counts.getOrDefault(SendState.ATTENTION, 0) == now.attention()
                && counts.getOrDefault(SendState.CANCELED, 0) == now.canceled();
    }
}
