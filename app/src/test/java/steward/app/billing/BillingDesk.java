package steward.app.billing;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;
import steward.api.AccessToken;
import steward.api.BillingItem;
import steward.api.BillingLine;
import steward.api.BillingPreview;
import steward.api.Ids;
import steward.api.Invoice;
import steward.api.InvoiceState;
import steward.api.Json;
import steward.api.Meeting;
import steward.api.Member;
import steward.api.OrderResult;
import steward.api.PlanChoice;
import steward.api.Problem;
import steward.api.ProblemType;
import steward.api.ScheduledChange;
import steward.api.Subscription;
import steward.app.testing.HavenWeek;
import steward.sync.Online;
import steward.sync.SyncException;

/** The server's billing desk: previews what is asked, and takes only a preview that still holds, once. */
final class BillingDesk implements Online {
    final List<PlanChoice> previewed = new ArrayList<>();
    final List<BillingPreview> charged = new ArrayList<>();
    final List<UUID> withdrawn = new ArrayList<>();
    /** Thrown by the next call, or null. */
    SyncException fault;

    /** Runs while a preview is being made. */
    Runnable meanwhile = () -> {};

    private final Subscription subscription;
    Instant now;

    BillingDesk(Subscription subscription, Instant now) {
        this.subscription = subscription;
        this.now = now;
    }

    @Override
    public BillingPreview preview(UUID orgId, PlanChoice choice) {
        previewed.add(choice);
        Runnable work = meanwhile;
        meanwhile = () -> {};
        work.run();
        fail();
        return make(choice);
    }

    private BillingPreview make(PlanChoice choice) {
        int more = choice.addOns().licenses() - subscription.choice().addOns().licenses();
        boolean immediate = more >= 0 && choice.plan() == subscription.choice().plan();
        Instant end = subscription.periodEnd();
        List<BillingLine> lines = immediate
                ? List.of(
                        HavenWeek.line(BillingItem.LICENSES, choice.addOns().licenses(), 4_00, now, end),
                        HavenWeek.line(
                                BillingItem.LICENSES,
                                -subscription.choice().addOns().licenses(),
                                4_00,
                                now,
                                end))
                : List.of();
        long due = immediate ? more * 4_00L : 0;
        return new BillingPreview(
                choice,
                immediate ? now : end,
                immediate,
                now,
                now.plus(Duration.ofMinutes(15)),
                "EUR",
                lines,
                due,
                end,
                249_00 + more * 12_00L,
                List.of());
    }

    @Override
    public OrderResult apply(UUID orgId, BillingPreview preview) {
        fail();
        if (!preview.validUntil().isAfter(now)) {
            throw new SyncException.Conflict(new Problem(
                    ProblemType.PREVIEW_EXPIRED.urn(),
                    "Expired",
                    409,
                    "The preview no longer holds",
                    null,
                    Json.mapper().valueToTree(make(preview.choice()))));
        }
        charged.add(preview);
        if (!preview.immediate()) {
            return new OrderResult(subscription, null, scheduled(preview.choice()));
        }
        var invoice = new Invoice(
                Ids.next(),
                "HB-2026-0400",
                now,
                preview.lines(),
                preview.dueNow(),
                "EUR",
                InvoiceState.PAID,
                now,
                null,
                1);
        return new OrderResult(with(preview.choice()), invoice, null);
    }

    ScheduledChange scheduled(PlanChoice choice) {
        return new ScheduledChange(Ids.next(), choice, subscription.periodEnd(), now, "Åsa Lindqvist", 1);
    }

    private Subscription with(PlanChoice choice) {
        return new Subscription(
                choice,
                "EUR",
                249_00,
                subscription.periodStart(),
                subscription.periodEnd(),
                18 + choice.addOns().licenses(),
                subscription.storageBytes(),
                subscription.participantLimit(),
                subscription.meetingMinutes(),
                subscription.state(),
                null,
                0,
                subscription.version() + 1);
    }

    @Override
    public void withdrawScheduledChange(UUID orgId, UUID changeId) {
        fail();
        withdrawn.add(changeId);
    }

    private void fail() {
        SyncException problem = fault;
        fault = null;
        if (problem != null) throw problem;
    }

    @Override
    public Meeting endMeeting(UUID orgId, UUID meetingId, int inMinutes, String message) {
        throw new AssertionError("not a matter of billing");
    }

    @Override
    public Member handOver(UUID orgId, UUID memberId) {
        throw new AssertionError("not a matter of billing");
    }

    @Override
    public void purgeRecording(UUID orgId, UUID recordingId) {
        throw new AssertionError("not a matter of billing");
    }

    @Override
    public void download(UUID orgId, UUID recordingId, Path target, LongConsumer progress) {
        throw new AssertionError("not a matter of billing");
    }

    @Override
    public List<AccessToken> tokens() {
        throw new AssertionError("not a matter of billing");
    }

    @Override
    public void revokeToken(String tokenId) {
        throw new AssertionError("not a matter of billing");
    }
}
