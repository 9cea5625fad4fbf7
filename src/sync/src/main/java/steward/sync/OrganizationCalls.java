package steward.sync;

import feign.Headers;
import feign.Param;
import feign.RequestLine;
import java.time.Instant;
import java.util.UUID;
import steward.api.AuditRecord;
import steward.api.ChangePage;
import steward.api.Items;
import steward.api.Member;
import steward.api.OperationLookup;
import steward.api.OperationState;
import steward.api.Organization;
import steward.api.Page;
import steward.api.Recording;
import steward.api.Room;
import steward.api.UsageHistory;

/** The contract's reads of one organization. */
@Headers("Accept: application/json, application/problem+json, image/png")
interface OrganizationCalls {

    @RequestLine("GET /v1/organizations/{org}/changes?after={after}&limit={limit}")
    Answer<ChangePage> changes(@Param("org") UUID orgId, @Param("after") long after, @Param("limit") int limit);

    @RequestLine("GET /v1/organizations/{org}")
    Answer<Organization> organization(@Param("org") UUID orgId);

    @RequestLine("GET /v1/organizations/{org}/rooms/{id}")
    Answer<Room> room(@Param("org") UUID orgId, @Param("id") UUID roomId);

    @RequestLine("GET /v1/organizations/{org}/members/{id}")
    Answer<Member> member(@Param("org") UUID orgId, @Param("id") UUID memberId);

    @RequestLine("GET /v1/organizations/{org}/recordings/{id}")
    Answer<Recording> recording(@Param("org") UUID orgId, @Param("id") UUID recordingId);

    @RequestLine("GET /v1/organizations/{org}/logo")
    Answer<byte[]> logo(@Param("org") UUID orgId);

    /** @param resolution as the contract spells it */
    @RequestLine("GET /v1/organizations/{org}/usage?resolution={resolution}&from={from}&to={to}")
    Answer<UsageHistory> usage(
            @Param("org") UUID orgId,
            @Param("resolution") String resolution,
            @Param("from") Instant from,
            @Param("to") Instant to);

    /** @param cursor null for the first page */
    @RequestLine("GET /v1/organizations/{org}/audit?limit={limit}&cursor={cursor}")
    Answer<Page<AuditRecord>> audit(
            @Param("org") UUID orgId, @Param("limit") int limit, @Param("cursor") String cursor);

    @RequestLine("POST /v1/organizations/{org}/operations/lookup")
    @Headers("Content-Type: application/json")
    Answer<Items<OperationState>> lookup(@Param("org") UUID orgId, OperationLookup lookup);
}
