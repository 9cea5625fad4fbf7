package steward.app.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;
import steward.api.AccessToken;
import steward.api.BillingPreview;
import steward.api.Meeting;
import steward.api.Member;
import steward.api.OrderResult;
import steward.api.PlanChoice;
import steward.sync.Online;

/** Online calls that keep what they were asked, and fail when told to. */
public final class TestOnline implements Online {
    public record Ended(UUID meeting, int inMinutes, String message) {}

    public final List<Ended> ended = new ArrayList<>();
    public final List<UUID> purged = new ArrayList<>();
    public final List<Path> downloads = new ArrayList<>();
    private RuntimeException failure;

    public void failWith(RuntimeException problem) {
        failure = problem;
    }

    @Override
    public Meeting endMeeting(UUID orgId, UUID meetingId, int inMinutes, String message) {
        check();
        ended.add(new Ended(meetingId, inMinutes, message));
        return Haven.meeting(meetingId, "Ended", null, 10, 60);
    }

    @Override
    public void purgeRecording(UUID orgId, UUID recordingId) {
        check();
        purged.add(recordingId);
    }

    @Override
    public void download(UUID orgId, UUID recordingId, Path target, LongConsumer progress) {
        check();
        progress.accept(1000);
        downloads.add(target);
    }

    @Override
    public BillingPreview preview(UUID orgId, PlanChoice choice) {
        throw new UnsupportedOperationException();
    }

    @Override
    public OrderResult apply(UUID orgId, BillingPreview preview) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void withdrawScheduledChange(UUID orgId, UUID changeId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Member handOver(UUID orgId, UUID memberId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<AccessToken> tokens() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void revokeToken(String tokenId) {
        throw new UnsupportedOperationException();
    }

    private void check() {
        if (failure != null) {
            throw failure;
        }
    }
}
