package steward.sync;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;
import steward.api.AccessToken;
import steward.api.BillingPreview;
import steward.api.Meeting;
import steward.api.Member;
import steward.api.OrderResult;
import steward.api.PlanChoice;

/** Calls that exist online only (sync.md); blocking, each throws {@link SyncException}. Thread-safe. */
public interface Online {

    BillingPreview preview(UUID orgId, PlanChoice choice);

    /** Charges exactly what the preview said, or throws {@code Conflict} with a fresh preview in {@code current}. */
    OrderResult apply(UUID orgId, BillingPreview preview);

    void withdrawScheduledChange(UUID orgId, UUID changeId);

    /** @param message to the participants, or null */
    Meeting endMeeting(UUID orgId, UUID meetingId, int inMinutes, String message);

    Member handOver(UUID orgId, UUID memberId);

    void purgeRecording(UUID orgId, UUID recordingId);

    /**
     * Downloads to a file that does not exist yet; {@code progress} gets the bytes so far.
     *
     * @throws java.io.UncheckedIOException when the file cannot be made or written; what was written is removed
     */
    void download(UUID orgId, UUID recordingId, Path target, LongConsumer progress);

    List<AccessToken> tokens();

    void revokeToken(String tokenId);
}
