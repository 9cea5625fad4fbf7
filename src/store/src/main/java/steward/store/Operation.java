package steward.store;

import java.time.Instant;
import java.util.UUID;
import steward.api.BatchOutcome;
import steward.api.Problem;
import tools.jackson.databind.JsonNode;

/**
 * A row of the outbox.
 *
 * @param seq order of making, within the account
 * @param id the idempotency key, never changed
 * @param batchId operations staged together, or null
 * @param subject what it is about, for a person: an e-mail, a name, a title
 * @param payload what is sent, and what the overlay shows
 * @param baseEtag the version the change was made on, or null
 * @param base the object as it was when the change was made, or null
 * @param notBefore end of the undo window, or null
 * @param nextAttemptAt what a wait lasts until, or null
 * @param firstSentAt null until the first send
 * @param answeredAt null until the final answer
 * @param resultStatus of the final answer, or null
 * @param outcome of an invitation, or null
 * @param problem the reason it needs attention, or of the last refusal, or null
 * @param changeSeq of the effect, or null
 * @param sourceFile name of the imported file, or null
 * @param sourceRow number of the row in it, or null
 * @param actor account that made it; it is never sent as another
 */
public record Operation(
        long seq,
        UUID id,
        UUID orgId,
        UUID batchId,
        OperationKind kind,
        UUID objectId,
        String subject,
        JsonNode payload,
        String baseEtag,
        JsonNode base,
        OperationState state,
        Instant notBefore,
        int attempts,
        Instant nextAttemptAt,
        Instant firstSentAt,
        Instant answeredAt,
        Integer resultStatus,
        BatchOutcome outcome,
        Problem problem,
        Long changeSeq,
        String sourceFile,
        Long sourceRow,
        UUID actor,
        Instant createdAt) {

    /** Whether it is neither done nor canceled. */
    public boolean open() {
        return state != OperationState.DONE && state != OperationState.CANCELED;
    }
}
