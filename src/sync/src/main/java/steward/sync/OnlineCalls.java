package steward.sync;

import feign.Headers;
import feign.Param;
import feign.RequestLine;
import java.util.UUID;
import steward.api.BillingPreview;
import steward.api.EndMeeting;
import steward.api.HandOver;
import steward.api.Meeting;
import steward.api.Member;
import steward.api.OrderResult;
import steward.api.PlanChoice;
import steward.api.PlanOrder;

/** The contract's calls that exist online only. */
@Headers({"Accept: application/json, application/problem+json", "Content-Type: application/json"})
interface OnlineCalls {

    @RequestLine("POST /v1/organizations/{org}/subscription/preview")
    Answer<BillingPreview> preview(@Param("org") UUID orgId, PlanChoice choice);

    @RequestLine("POST /v1/organizations/{org}/subscription/apply")
    @Headers("Idempotency-Key: {key}")
    Answer<OrderResult> apply(@Param("org") UUID orgId, @Param("key") UUID key, PlanOrder order);

    @RequestLine("DELETE /v1/organizations/{org}/scheduled-changes/{id}")
    @Headers("Idempotency-Key: {key}")
    Answer<Void> withdraw(@Param("org") UUID orgId, @Param("id") UUID changeId, @Param("key") UUID key);

    @RequestLine("POST /v1/organizations/{org}/meetings/{id}/end")
    @Headers("Idempotency-Key: {key}")
    Answer<Meeting> endMeeting(
            @Param("org") UUID orgId, @Param("id") UUID meetingId, @Param("key") UUID key, EndMeeting end);

    @RequestLine("POST /v1/organizations/{org}/ownership")
    @Headers("Idempotency-Key: {key}")
    Answer<Member> handOver(@Param("org") UUID orgId, @Param("key") UUID key, HandOver handOver);

    @RequestLine("POST /v1/organizations/{org}/recordings/{id}/purge")
    @Headers("Idempotency-Key: {key}")
    Answer<Void> purge(@Param("org") UUID orgId, @Param("id") UUID recordingId, @Param("key") UUID key);
}
