package steward.sync;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import steward.api.AccessToken;
import steward.api.BillingPreview;
import steward.api.EndMeeting;
import steward.api.HandOver;
import steward.api.Meeting;
import steward.api.Member;
import steward.api.OrderResult;
import steward.api.PlanChoice;
import steward.api.PlanOrder;

/** The calls that exist online only; each effect is pulled afterwards, so that what is shown follows. Thread-safe. */
final class WireOnline implements Online {

    private record Call(String name, UUID orgId, Object about) {}

    private record End(UUID meetingId, int inMinutes, String message) {}

    private final OnlineCalls calls;
    private final PlatformCalls platform;
    private final Download download;
    private final Consumer<UUID> pull;
    private final Keys keys = new Keys();

    WireOnline(OnlineCalls calls, PlatformCalls platform, Download download, Consumer<UUID> pull) {
        this.calls = calls;
        this.platform = platform;
        this.download = download;
        this.pull = pull;
    }

    @Override
    public BillingPreview preview(UUID orgId, PlanChoice choice) {
        return calls.preview(orgId, choice).body();
    }

    @Override
    public OrderResult apply(UUID orgId, BillingPreview preview) {
        PlanOrder order = new PlanOrder(preview.choice(), preview.prorationAt(), preview.dueNow());
        OrderResult result = keys.with(new Call("apply", orgId, order), key -> calls.apply(orgId, key, order)
                .body());
        pull.accept(orgId);
        return result;
    }

    @Override
    public void withdrawScheduledChange(UUID orgId, UUID changeId) {
        keys.with(new Call("withdraw", orgId, changeId), key -> calls.withdraw(orgId, changeId, key));
        pull.accept(orgId);
    }

    @Override
    public Meeting endMeeting(UUID orgId, UUID meetingId, int inMinutes, String message) {
        Meeting meeting =
                keys.with(new Call("end", orgId, new End(meetingId, inMinutes, message)), key -> calls.endMeeting(
                                orgId, meetingId, key, new EndMeeting(inMinutes, message))
                        .body());
        pull.accept(orgId);
        return meeting;
    }

    @Override
    public Member handOver(UUID orgId, UUID memberId) {
        Member owner = keys.with(
                new Call("handOver", orgId, memberId),
                key -> calls.handOver(orgId, key, new HandOver(memberId)).body());
        pull.accept(orgId);
        return owner;
    }

    @Override
    public void purgeRecording(UUID orgId, UUID recordingId) {
        keys.with(new Call("purge", orgId, recordingId), key -> calls.purge(orgId, recordingId, key));
        pull.accept(orgId);
    }

    @Override
    public void download(UUID orgId, UUID recordingId, Path target, LongConsumer progress) {
        download.run(orgId, recordingId, target, progress);
    }

    @Override
    public List<AccessToken> tokens() {
        return platform.tokens().body().items();
    }

    @Override
    public void revokeToken(String tokenId) {
        platform.revokeToken(tokenId);
    }
}
