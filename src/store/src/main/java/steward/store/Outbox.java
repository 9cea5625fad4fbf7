package steward.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Operations on their way to the server (sync.md, Outbox). Thread-safe; every method is one durable transaction. */
public final class Outbox {

    /** What one staging made: undo takes the whole back. */
    public record Staged(UUID batchId, List<UUID> operationIds) {}

    /** How many operations stand where; of one organization, or of all. */
    public record Counts(int held, int queued, int inFlight, int attention, int done) {
        /** Neither done nor canceled. */
        public int open() {
            return held + queued + inFlight + attention;
        }
    }

    /**
     * How far operations staged together have come.
     *
     * @param sourceFile name of the imported file, or null
     * @param waiting held, queued or in flight
     * @param done with an effect
     * @param nothingToDo done without: already a member, already invited, already canceled
     * @param attention refused: a person has to decide
     */
    public record Batch(
            UUID id,
            UUID orgId,
            String sourceFile,
            Instant createdAt,
            int total,
            int waiting,
            int done,
            int nothingToDo,
            int attention,
            int canceled) {}

    /** A person's decision on an operation that needs attention. */
    public enum Decision {
        /** Send the same change again, on the state now in force, as a new operation. */
        SEND_MINE,
        /** Drop the change. */
        KEEP_THEIRS
    }

    /**
     * Keeps requests durably, in order.
     *
     * @param orgId the organization they are for, captured here and never looked up again
     * @param hold undo window, zero for none
     * @param sourceFile name of the imported file, or null
     */
    public Staged stage(UUID orgId, List<? extends Request> requests, Duration hold, String sourceFile) {
        throw new UnsupportedOperationException();
    }

    /**
     * Takes back what was never sent, with what builds on it (edits of a room not created); returns the ids it was not too
     * late for.
     */
    public List<UUID> cancel(Collection<UUID> operationIds) {
        throw new UnsupportedOperationException();
    }

    /** Open operations of all organizations, in order, and what was done since the start of the given day. */
    public List<Operation> list() {
        throw new UnsupportedOperationException();
    }

    /** Operations of one batch in row order. */
    public List<Operation> batch(UUID batchId) {
        throw new UnsupportedOperationException();
    }

    /** An operation, also one that was superseded. */
    public Optional<Operation> find(UUID operationId) {
        throw new UnsupportedOperationException();
    }

    /** Newest first. */
    public List<Batch> batches(UUID orgId) {
        throw new UnsupportedOperationException();
    }

    public Optional<Batch> batchState(UUID batchId) {
        throw new UnsupportedOperationException();
    }

    public Counts counts() {
        throw new UnsupportedOperationException();
    }

    public Counts counts(UUID orgId) {
        throw new UnsupportedOperationException();
    }

    /** Sends again what needs attention, as a new operation that supersedes the old one; returns its id. */
    public UUID decide(UUID operationId, Decision decision) {
        throw new UnsupportedOperationException();
    }

    /** Replaces an operation that needs attention by an edited request. */
    public UUID replace(UUID operationId, Request edited) {
        throw new UnsupportedOperationException();
    }
}
