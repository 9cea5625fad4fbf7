package steward.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import steward.api.BatchOutcome;
import steward.api.Problem;
import tools.jackson.databind.JsonNode;

/**
 * The sending side of the outbox. Operations of another account are never handed out. Thread-safe; every method is one
 * durable transaction.
 */
public final class Dispatch {

    /**
     * The final answer to an operation.
     *
     * @param state {@code DONE} or {@code ATTENTION}
     * @param status as an HTTP status, or null
     * @param outcome of an item of a batch, or null
     * @param problem or null
     * @param changeSeq of the effect, or null
     * @param etag of the object after the effect, or null; later operations on it that were never sent take it over
     */
    public record Answer(
            UUID operationId,
            OperationState state,
            Integer status,
            BatchOutcome outcome,
            Problem problem,
            Long changeSeq,
            String etag) {}

    /** Puts back in the queue what is in flight under another lease: unknown, to be resent with the same key. */
    public int recover(UUID lease) {
        throw new UnsupportedOperationException();
    }

    /** When the next operation can be claimed (the past: now), blocked and paused ones aside. */
    public Optional<Instant> nextDue() {
        throw new UnsupportedOperationException();
    }

    /** Organizations with something to claim, the longest waiting first; paused ones aside. */
    public List<UUID> organizations(Instant now) {
        throw new UnsupportedOperationException();
    }

    /**
     * Takes the next operations of an organization in flight, committed on return: a run of one batchable kind (invite,
     * resend, cancel), or one other operation. An operation waits while an earlier one on the same object or person is open.
     */
    public List<Operation> claim(UUID orgId, int limit, UUID lease, Instant now) {
        throw new UnsupportedOperationException();
    }

    /** Writes final answers; those of operations that were superseded or canceled are passed over. */
    public void answered(List<Answer> answers) {
        throw new UnsupportedOperationException();
    }

    /**
     * Puts operations in flight back in the queue, their fate unknown: they keep their keys and cannot be canceled.
     *
     * @param nextAttemptAt or null for at once
     * @param problem the last refusal, or null
     * @param serverAsked whether the server set the time; such a wait outlasts {@link #clearBackOff}
     */
    public void requeue(Collection<UUID> operationIds, Instant nextAttemptAt, Problem problem, boolean serverAsked) {
        throw new UnsupportedOperationException();
    }

    /** Like {@link #requeue} for a call that surely never left: what was not sent before can be canceled again. */
    public void unsent(Collection<UUID> operationIds, Instant nextAttemptAt) {
        throw new UnsupportedOperationException();
    }

    /** Supersedes an operation by the same change on a newer state, under a new key, in its place; returns the new id. */
    public UUID rebase(UUID operationId, JsonNode payload, String baseEtag, JsonNode base) {
        throw new UnsupportedOperationException();
    }

    /** How often the change was rebased already. */
    public int rebases(UUID operationId) {
        throw new UnsupportedOperationException();
    }

    /** Ends waits after faults, of one organization or (null) of all. */
    public void clearBackOff(UUID orgId) {
        throw new UnsupportedOperationException();
    }

    /** Ends undo windows, of one organization or (null) of all. */
    public void releaseHeld(UUID orgId) {
        throw new UnsupportedOperationException();
    }

    /** Holds an organization's operations, or lets them go on; survives a restart. */
    public void pause(UUID orgId, boolean paused) {
        throw new UnsupportedOperationException();
    }

    public boolean paused(UUID orgId) {
        throw new UnsupportedOperationException();
    }

    /** When the oldest operation was made that is queued or in flight. */
    public Optional<Instant> oldestUnsent(UUID orgId) {
        throw new UnsupportedOperationException();
    }

    /** Earliest end of an undo window of an organization. */
    public Optional<Instant> heldUntil(UUID orgId) {
        throw new UnsupportedOperationException();
    }
}
