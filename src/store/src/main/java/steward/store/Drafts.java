package steward.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Named imports being prepared, kept across restarts. Blocking; thread-safe. */
public final class Drafts {

    /**
     * @param settings how the file is read, as the app's import screen keeps it
     * @param batchId set once it was staged, else null
     */
    public record Draft(
            UUID id, UUID orgId, String name, String fileName, JsonNode settings, UUID batchId, Instant changedAt) {}

    /**
     * A row of a draft, after fixes.
     *
     * @param row as the importer numbers it
     * @param outcome name of the outcome
     * @param reason code of the reason with its arguments, or null
     */
    public record DraftRow(
            long row, String email, String name, String role, String note, String outcome, JsonNode reason) {}

    public List<Draft> list(UUID orgId) {
        throw new UnsupportedOperationException();
    }

    public Optional<Draft> find(UUID draftId) {
        throw new UnsupportedOperationException();
    }

    public void save(Draft draft) {
        throw new UnsupportedOperationException();
    }

    /** Replaces all rows of a draft, streaming; one transaction. */
    public void replaceRows(UUID draftId, Iterable<DraftRow> rows) {
        throw new UnsupportedOperationException();
    }

    public void saveRow(UUID draftId, DraftRow row) {
        throw new UnsupportedOperationException();
    }

    public List<DraftRow> rows(UUID draftId) {
        throw new UnsupportedOperationException();
    }

    public void delete(UUID draftId) {
        throw new UnsupportedOperationException();
    }
}
