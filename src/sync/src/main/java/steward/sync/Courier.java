package steward.sync;

import java.util.List;
import java.util.UUID;
import steward.api.BatchOutcome;
import steward.api.Problem;
import steward.store.Operation;

/** Carries operations to the server, each under its own id as the key. Thread-safe. */
interface Courier {

    /**
     * What the server says of one operation.
     *
     * @param outcome of an item of a batch, or null
     * @param problem the refusal, or null
     * @param changeSeq of the effect, or null
     * @param etag of the object after the effect, or null
     */
    record Receipt(UUID operationId, int status, BatchOutcome outcome, Problem problem, Long changeSeq, String etag) {}

    /**
     * Sends a run of one batchable kind in one call, or one other operation.
     *
     * @return a receipt for each operation the server answered; one that is missing is unknown
     * @throws SyncException when the call as a whole was not answered so
     */
    List<Receipt> deliver(UUID orgId, List<Operation> operations);
}
