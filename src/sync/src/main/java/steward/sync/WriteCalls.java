package steward.sync;

import feign.Headers;
import feign.Param;
import feign.RequestLine;
import java.util.UUID;
import steward.api.InvitationRef;
import steward.api.ItemResult;
import steward.api.Items;
import steward.api.LogoUpload;
import steward.api.Member;
import steward.api.NewInvitation;
import steward.api.NewRoom;
import steward.api.Organization;
import steward.api.Recording;
import steward.api.RoleChange;
import steward.api.Room;
import steward.api.TitleChange;
import tools.jackson.databind.JsonNode;

/** The contract's writes of one organization that go through the outbox. */
@Headers({"Accept: application/json, application/problem+json", "Content-Type: application/json"})
interface WriteCalls {

    @RequestLine("POST /v1/organizations/{org}/invitations/batch")
    Answer<Items<ItemResult>> invite(@Param("org") UUID orgId, Items<NewInvitation> items);

    @RequestLine("POST /v1/organizations/{org}/invitations/resend")
    Answer<Items<ItemResult>> resend(@Param("org") UUID orgId, Items<InvitationRef> items);

    @RequestLine("POST /v1/organizations/{org}/invitations/cancel")
    Answer<Items<ItemResult>> cancel(@Param("org") UUID orgId, Items<InvitationRef> items);

    @RequestLine("PATCH /v1/organizations/{org}/members/{id}")
    @Headers({"Idempotency-Key: {key}", "If-Match: {etag}"})
    Answer<Member> changeRole(
            @Param("org") UUID orgId,
            @Param("id") UUID memberId,
            @Param("key") UUID key,
            @Param("etag") String etag,
            RoleChange change);

    @RequestLine("DELETE /v1/organizations/{org}/members/{id}")
    @Headers({"Idempotency-Key: {key}", "If-Match: {etag}"})
    Answer<Void> removeMember(
            @Param("org") UUID orgId, @Param("id") UUID memberId, @Param("key") UUID key, @Param("etag") String etag);

    @RequestLine("POST /v1/organizations/{org}/rooms")
    @Headers("Idempotency-Key: {key}")
    Answer<Room> createRoom(@Param("org") UUID orgId, @Param("key") UUID key, NewRoom room);

    @RequestLine("PATCH /v1/organizations/{org}/rooms/{id}")
    @Headers({"Idempotency-Key: {key}", "If-Match: {etag}"})
    Answer<Room> editRoom(
            @Param("org") UUID orgId,
            @Param("id") UUID roomId,
            @Param("key") UUID key,
            @Param("etag") String etag,
            JsonNode patch);

    @RequestLine("DELETE /v1/organizations/{org}/rooms/{id}")
    @Headers({"Idempotency-Key: {key}", "If-Match: {etag}"})
    Answer<Void> deleteRoom(
            @Param("org") UUID orgId, @Param("id") UUID roomId, @Param("key") UUID key, @Param("etag") String etag);

    @RequestLine("PATCH /v1/organizations/{org}")
    @Headers({"Idempotency-Key: {key}", "If-Match: {etag}"})
    Answer<Organization> editOrganization(
            @Param("org") UUID orgId, @Param("key") UUID key, @Param("etag") String etag, JsonNode patch);

    @RequestLine("PUT /v1/organizations/{org}/logo")
    @Headers("Idempotency-Key: {key}")
    Answer<Organization> setLogo(@Param("org") UUID orgId, @Param("key") UUID key, LogoUpload logo);

    @RequestLine("DELETE /v1/organizations/{org}/logo")
    @Headers("Idempotency-Key: {key}")
    Answer<Organization> removeLogo(@Param("org") UUID orgId, @Param("key") UUID key);

    @RequestLine("PATCH /v1/organizations/{org}/recordings/{id}")
    @Headers({"Idempotency-Key: {key}", "If-Match: {etag}"})
    Answer<Recording> renameRecording(
            @Param("org") UUID orgId,
            @Param("id") UUID recordingId,
            @Param("key") UUID key,
            @Param("etag") String etag,
            TitleChange change);

    @RequestLine("DELETE /v1/organizations/{org}/recordings/{id}")
    @Headers("Idempotency-Key: {key}")
    Answer<Recording> deleteRecording(@Param("org") UUID orgId, @Param("id") UUID recordingId, @Param("key") UUID key);

    @RequestLine("POST /v1/organizations/{org}/recordings/{id}/restore")
    @Headers("Idempotency-Key: {key}")
    Answer<Recording> restoreRecording(@Param("org") UUID orgId, @Param("id") UUID recordingId, @Param("key") UUID key);

    @RequestLine("POST /v1/organizations/{org}/leave")
    @Headers("Idempotency-Key: {key}")
    Answer<Void> leave(@Param("org") UUID orgId, @Param("key") UUID key);
}
