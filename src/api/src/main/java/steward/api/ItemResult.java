package steward.api;

import java.util.UUID;

/**
 * What became of one item of a batch.
 *
 * @param status as an HTTP status
 * @param outcome or null
 * @param id the invitation, or the member, or null
 * @param etag or null
 * @param changeSeq or null
 * @param problem or null
 */
public record ItemResult(
        UUID opId,
        int status,
        boolean replayed,
        BatchOutcome outcome,
        UUID id,
        String etag,
        Long changeSeq,
        Problem problem) {
    public ItemResult {
        Check.present("opId", opId);
    }
}
