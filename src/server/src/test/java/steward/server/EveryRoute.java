package steward.server;

import static java.util.Map.entry;

import java.util.Map;
import java.util.UUID;
import steward.api.Ids;

/** Calls any route of the contract with ids that are given. */
final class EveryRoute {
    private static final String NONE = "";

    /** What is sent to each route; {id} is an id of the other organization. A route without an entry fails. */
    static final Map<String, String> BODIES = Map.ofEntries(
            entry("getServer", NONE),
            entry("getCatalog", NONE),
            entry("getMe", NONE),
            entry("listTokens", NONE),
            entry("createToken", "{\"label\":\"mine\"}"),
            entry("revokeToken", NONE),
            entry("listMyInvitations", NONE),
            entry("acceptInvitation", "{\"code\":\"guessed\"}"),
            entry("listOrganizations", NONE),
            entry("createOrganization", "{\"id\":\"{org}\",\"name\":\"Mine too\"}"),
            entry("getOrganization", NONE),
            entry("editOrganization", "{\"name\":\"Mine\"}"),
            entry("getLogo", NONE),
            entry("setLogo", "{\"image\":\"AAAA\"}"),
            entry("removeLogo", NONE),
            entry("leaveOrganization", NONE),
            entry("handOverOwnership", "{\"memberId\":\"{id}\"}"),
            entry("listMembers", NONE),
            entry("getMember", NONE),
            entry("changeRole", "{\"role\":\"admin\"}"),
            entry("removeMember", NONE),
            entry("listInvitations", NONE),
            entry("getInvitation", NONE),
            entry("inviteBatch", "{\"items\":[" + Samples.invitation(Ids.next(), "a@example.com", "member") + "]}"),
            entry("resendBatch", "{\"items\":[{\"opId\":\"{id}\",\"id\":\"{id}\"}]}"),
            entry("cancelBatch", "{\"items\":[{\"opId\":\"{id}\",\"id\":\"{id}\"}]}"),
            entry("listRooms", NONE),
            entry("createRoom", Samples.room("mine")),
            entry("getRoom", NONE),
            entry("editRoom", "{\"name\":\"Mine\"}"),
            entry("deleteRoom", NONE),
            entry("listMeetings", NONE),
            entry(
                    "startMeeting",
                    "{\"id\":\"{new}\",\"title\":\"T\",\"roomId\":\"{id}\",\"hostMemberId\":null,\"plannedMinutes\":30}"),
            entry("getMeeting", NONE),
            entry("endMeeting", "{\"inMinutes\":0,\"message\":null}"),
            entry("joinMeeting", "{\"participantId\":\"{new}\",\"name\":\"N\",\"email\":null,\"role\":\"attendee\"}"),
            entry("leaveMeeting", "{\"participantId\":\"{id}\"}"),
            entry("recordMeeting", "{\"on\":true}"),
            entry("getUsage", NONE),
            entry("listRecordings", NONE),
            entry("getRecording", NONE),
            entry("renameRecording", "{\"title\":\"Mine\"}"),
            entry("deleteRecording", NONE),
            entry("restoreRecording", NONE),
            entry("purgeRecording", NONE),
            entry("downloadRecording", NONE),
            entry("getSubscription", NONE),
            entry(
                    "previewChange",
                    "{\"plan\":\"pro\",\"interval\":\"monthly\",\"addOns\":{\"licenses\":0,\"storage\":0,\"participants\":0}}"),
            entry(
                    "applyChange",
                    "{\"choice\":{\"plan\":\"pro\",\"interval\":\"monthly\",\"addOns\":{\"licenses\":0,\"storage\":0,"
                            + "\"participants\":0}},\"prorationAt\":\"2026-03-01T09:00:00Z\",\"dueNow\":0}"),
            entry("listScheduledChanges", NONE),
            entry("withdrawScheduledChange", NONE),
            entry("listInvoices", NONE),
            entry("getInvoice", NONE),
            entry("listPaymentMethods", NONE),
            entry("listAudit", NONE),
            entry("getChanges", NONE),
            entry("streamEvents", NONE),
            entry("lookupOperations", "{\"opIds\":[\"{id}\"]}"));

    private EveryRoute() {}

    /**
     * @param ids by the names of the path's parameters
     * @param tokenId of the account's token
     */
    static HttpAnswer call(Wire by, ContractCheck.Route route, Map<String, UUID> ids, String tokenId) {
        String path = route.path().replace("{tokenId}", tokenId);
        for (Map.Entry<String, UUID> each : ids.entrySet()) {
            path = path.replace("{" + each.getKey() + "}", each.getValue().toString());
        }
        path += switch (route.id()) {
            case "getUsage" -> "?resolution=day&from=2026-02-01T00:00:00Z&to=2026-03-01T00:00:00Z";
            case "getChanges" -> "?after=0";
            case "listAudit" -> "?objectId=" + ids.get("roomId");
            default -> "";
        };
        String id = ids.get(idIn(route.id())).toString();
        String body = BODIES.get(route.id())
                .replace("{id}", id)
                .replace("{org}", ids.get("orgId").toString())
                .replace("{new}", Ids.next().toString());
        Map<String, String> headers = route.id().endsWith("Batch")
                ? Map.of()
                : Map.of("Idempotency-Key", Ids.next().toString(), "If-Match", "\"1\"");
        return by.send(route.method(), path, body.isEmpty() ? null : body, headers);
    }

    private static String idIn(String operation) {
        return switch (operation) {
            case "handOverOwnership" -> "memberId";
            case "startMeeting" -> "roomId";
            default -> "invitationId";
        };
    }
}
