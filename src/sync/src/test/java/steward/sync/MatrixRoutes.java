package steward.sync;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import steward.api.Account;
import steward.api.Ids;
import steward.api.Invitation;
import steward.api.Json;
import steward.api.Member;
import steward.api.NewRoom;
import steward.api.Organization;
import steward.api.Recording;
import steward.api.Role;
import steward.api.Room;
import steward.store.Request;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One write for each writing operation of the contract, with what it needs. */
final class MatrixRoutes {

    private static final Map<String, Function<MatrixGround, MatrixStep>> ROUTES = new LinkedHashMap<>();

    static {
        account();
        organization();
        members();
        invitations();
        rooms();
        meetings();
        recordings();
        billing();
    }

    private MatrixRoutes() {}

    static Map<String, Function<MatrixGround, MatrixStep>> all() {
        return ROUTES;
    }

    private static void account() {
        ROUTES.put(
                "createToken",
                g -> new MatrixStep(
                        new MatrixWrite("POST", "/v1/me/tokens", g.owner, null, null, "{\"label\":\"Laptop\"}"),
                        null,
                        MatrixStep.Repeat.NEW_EACH_TIME));
        ROUTES.put("revokeToken", MatrixRoutes::revokeToken);
        ROUTES.put("acceptInvitation", MatrixRoutes::accept);
        ROUTES.put("createOrganization", MatrixRoutes::createOrganization);
    }

    private static void organization() {
        ROUTES.put("lookupOperations", g -> {
            JsonNode asked = Json.mapper()
                    .createObjectNode()
                    .set("opIds", Json.mapper().createArrayNode().add(Ids.next().toString()));
            return new MatrixStep(unkeyed(g, "/operations/lookup", asked), null, MatrixStep.Repeat.ALIKE);
        });
        ROUTES.put("editOrganization", g -> {
            ObjectNode patch = MatrixBodies.object("description", "Edited");
            return step(
                    g,
                    "PATCH",
                    "",
                    patch,
                    organization(g).path("version"),
                    new Request.EditOrganization(MatrixGround.read(organization(g), Organization.class), patch));
        });
        ROUTES.put(
                "setLogo",
                g -> step(
                        g,
                        "PUT",
                        "/logo",
                        MatrixBodies.logo(),
                        null,
                        new Request.SetLogo(
                                MatrixGround.read(organization(g), Organization.class),
                                Base64.getDecoder()
                                        .decode(MatrixBodies.logo()
                                                .path("image")
                                                .asString()))));
        ROUTES.put("removeLogo", g -> {
            g.ok("PUT", "/logo", g.owner, MatrixBodies.logo().toString());
            return step(
                    g,
                    "DELETE",
                    "/logo",
                    null,
                    null,
                    new Request.RemoveLogo(MatrixGround.read(organization(g), Organization.class)));
        });
        ROUTES.put("leaveOrganization", MatrixRoutes::leave);
        ROUTES.put(
                "handOverOwnership",
                g -> step(
                        g,
                        "POST",
                        "/ownership",
                        MatrixBodies.object(
                                "memberId", g.member(Role.ADMIN).path("id").asString()),
                        null,
                        null));
    }

    private static void members() {
        ROUTES.put("changeRole", g -> {
            JsonNode member = g.member(Role.MEMBER);
            return step(
                    g,
                    "PATCH",
                    "/members/" + MatrixBodies.id(member),
                    MatrixBodies.object("role", "admin"),
                    member.path("version"),
                    new Request.ChangeRole(MatrixGround.read(member, Member.class), Role.ADMIN));
        });
        ROUTES.put("removeMember", g -> {
            JsonNode member = g.member(Role.MEMBER);
            return step(
                    g,
                    "DELETE",
                    "/members/" + MatrixBodies.id(member),
                    null,
                    member.path("version"),
                    new Request.RemoveMember(MatrixGround.read(member, Member.class)));
        });
    }

    private static void invitations() {
        ROUTES.put("inviteBatch", MatrixRoutes::invite);
        ROUTES.put("resendBatch", g -> {
            JsonNode invitation = g.invitation();
            return batch(
                    g,
                    "/invitations/resend",
                    reference(invitation),
                    new Request.ResendInvitation(MatrixGround.read(invitation, Invitation.class)));
        });
        ROUTES.put("cancelBatch", g -> {
            JsonNode invitation = g.invitation();
            return batch(
                    g,
                    "/invitations/cancel",
                    reference(invitation),
                    new Request.CancelInvitation(MatrixGround.read(invitation, Invitation.class)));
        });
    }

    private static void rooms() {
        ROUTES.put("createRoom", g -> {
            JsonNode room = Json.mapper().readTree(MatrixBodies.newRoom(Ids.next()));
            return step(
                    g, "POST", "/rooms", room, null, new Request.CreateRoom(MatrixGround.read(room, NewRoom.class)));
        });
        ROUTES.put("editRoom", g -> {
            JsonNode room = g.room();
            ObjectNode patch = MatrixBodies.object("description", "Edited");
            return step(
                    g,
                    "PATCH",
                    "/rooms/" + MatrixBodies.id(room),
                    patch,
                    room.path("version"),
                    new Request.EditRoom(MatrixGround.read(room, Room.class), patch));
        });
        ROUTES.put("deleteRoom", g -> {
            JsonNode room = g.room();
            return step(
                    g,
                    "DELETE",
                    "/rooms/" + MatrixBodies.id(room),
                    null,
                    room.path("version"),
                    new Request.DeleteRoom(MatrixGround.read(room, Room.class)));
        });
    }

    private static void meetings() {
        ROUTES.put("startMeeting", g -> {
            String host = g.ok("GET", "/members", g.owner, null)
                    .path("items")
                    .get(0)
                    .path("id")
                    .asString();
            return runtime(g, "/meetings", Json.mapper().readTree(MatrixBodies.newMeeting(Ids.next(), host)));
        });
        ROUTES.put("endMeeting", g -> {
            JsonNode end = Json.mapper().createObjectNode().put("inMinutes", 0).putNull("message");
            return step(g, "POST", "/meetings/" + MatrixBodies.id(g.meeting()) + "/end", end, null, null);
        });
        ROUTES.put(
                "joinMeeting",
                g -> runtime(
                        g,
                        "/meetings/" + MatrixBodies.id(g.meeting()) + "/join",
                        MatrixBodies.participant(Ids.next())));
        ROUTES.put("leaveMeeting", g -> {
            String meeting = "/meetings/" + MatrixBodies.id(g.meeting());
            UUID participant = Ids.next();
            g.ok(
                    "POST",
                    meeting + "/join",
                    g.runtime(),
                    MatrixBodies.participant(participant).toString());
            return runtime(g, meeting + "/leave", MatrixBodies.object("participantId", participant.toString()));
        });
        ROUTES.put(
                "recordMeeting",
                g -> runtime(
                        g,
                        "/meetings/" + MatrixBodies.id(g.meeting()) + "/record",
                        Json.mapper().createObjectNode().put("on", true)));
    }

    private static void recordings() {
        ROUTES.put("renameRecording", g -> {
            JsonNode recording = g.recording("ready");
            return step(
                    g,
                    "PATCH",
                    "/recordings/" + MatrixBodies.id(recording),
                    MatrixBodies.object("title", "Lecture, cut"),
                    recording.path("version"),
                    new Request.RenameRecording(MatrixGround.read(recording, Recording.class), "Lecture, cut"));
        });
        ROUTES.put("deleteRecording", g -> {
            JsonNode recording = g.recording("ready");
            return step(
                    g,
                    "DELETE",
                    "/recordings/" + MatrixBodies.id(recording),
                    null,
                    null,
                    new Request.DeleteRecording(MatrixGround.read(recording, Recording.class)));
        });
        ROUTES.put("restoreRecording", g -> {
            JsonNode recording = deleted(g);
            return step(
                    g,
                    "POST",
                    "/recordings/" + MatrixBodies.id(recording) + "/restore",
                    null,
                    null,
                    new Request.RestoreRecording(MatrixGround.read(recording, Recording.class)));
        });
        ROUTES.put(
                "purgeRecording",
                g -> step(g, "POST", "/recordings/" + MatrixBodies.id(deleted(g)) + "/purge", null, null, null));
    }

    private static void billing() {
        ROUTES.put(
                "previewChange",
                g -> new MatrixStep(
                        unkeyed(g, "/subscription/preview", MatrixBodies.choice()), null, MatrixStep.Repeat.ALIKE));
        ROUTES.put("applyChange", g -> {
            g.sql(
                    "INSERT INTO payment_method (org_id, id, brand, last_four, expiry_month, expiry_year, is_default, declined,"
                            + " version) VALUES (?, ?, 'Visa', '4242', 8, 2039, 1, 0, 1)",
                    g.org,
                    Ids.next());
            JsonNode preview = g.ok(
                    "POST",
                    "/subscription/preview",
                    g.owner,
                    MatrixBodies.choice().toString());
            JsonNode order = Json.mapper()
                    .createObjectNode()
                    .<ObjectNode>set("choice", MatrixBodies.choice())
                    .put("prorationAt", preview.path("prorationAt").asString())
                    .put("dueNow", preview.path("dueNow").asLong());
            return step(g, "POST", "/subscription/apply", order, null, null);
        });
        ROUTES.put("withdrawScheduledChange", g -> {
            UUID change = Ids.next();
            g.sql(
                    "INSERT INTO scheduled_change (org_id, id, plan, billing_interval, licenses, storage, participants,"
                            + " effective_at, created_at, created_by, version) VALUES (?, ?, 'pro', 'monthly', 0, 0, 0, ?, 1, 'x', 1)",
                    g.org,
                    change,
                    4_000_000_000_000L);
            return step(g, "DELETE", "/scheduled-changes/" + change, null, null, null);
        });
    }

    private static MatrixStep revokeToken(MatrixGround g) {
        String before = newest(g);
        g.world.token(g.world.owner);
        String id = newest(g);
        if (id.equals(before)) throw new AssertionError("no new token");
        return new MatrixStep(
                new MatrixWrite("DELETE", "/v1/me/tokens/" + id, g.owner, null, null, null),
                null,
                MatrixStep.Repeat.GONE);
    }

    private static String newest(MatrixGround g) {
        return g.world.rows("SELECT id FROM token ORDER BY id DESC LIMIT 1").getFirst();
    }

    private static MatrixStep accept(MatrixGround g) {
        String invitation = MatrixBodies.id(g.invitation());
        String code = g.world
                .rows("SELECT code FROM invitation WHERE id = '" + invitation + "'")
                .getFirst();
        JsonNode body = Json.mapper().createObjectNode().put("code", code).put("name", "Ivy Invited");
        return new MatrixStep(
                new MatrixWrite("POST", "/v1/invitations/accept", null, null, null, body.toString()),
                null,
                MatrixStep.Repeat.ALIKE);
    }

    private static MatrixStep createOrganization(MatrixGround g) {
        UUID id = Ids.next();
        JsonNode body = MatrixBodies.object("id", id.toString()).put("name", "New " + id);
        return new MatrixStep(
                new MatrixWrite("POST", "/v1/organizations", g.owner, Ids.next(), null, body.toString()),
                new Request.CreateOrganization(id, "New " + id),
                MatrixStep.Repeat.REPLAYED);
    }

    /** An Admin leaves: the account of the engine, of an organization somebody else has founded. */
    private static MatrixStep leave(MatrixGround g) {
        Account founder = g.person();
        UUID other = Ids.next();
        g.world.found(other, "Other " + other, g.world.token(founder));
        g.world.join(other, g.world.owner, Role.ADMIN);
        MatrixWrite write =
                new MatrixWrite("POST", "/v1/organizations/" + other + "/leave", g.owner, Ids.next(), null, null);
        return new MatrixStep(write, new Request.LeaveOrganization(other), MatrixStep.Repeat.REPLAYED);
    }

    private static MatrixStep invite(MatrixGround g) {
        UUID id = Ids.next();
        JsonNode item = Json.mapper()
                .createObjectNode()
                .put("opId", Ids.next().toString())
                .put("id", id.toString())
                .put("email", "n" + id + "@example.org")
                .put("role", "member")
                .putNull("name")
                .putNull("note");
        return batch(
                g,
                "/invitations/batch",
                item,
                new Request.InvitePerson(id, "n" + id + "@example.org", Role.MEMBER, null, null, null));
    }

    private static MatrixStep batch(MatrixGround g, String rest, JsonNode item, Request request) {
        JsonNode items = Json.mapper()
                .createObjectNode()
                .set("items", Json.mapper().createArrayNode().add(item));
        return new MatrixStep(unkeyed(g, rest, items), request, MatrixStep.Repeat.REPLAYED);
    }

    private static JsonNode reference(JsonNode invitation) {
        return Json.mapper()
                .createObjectNode()
                .put("opId", Ids.next().toString())
                .put("id", MatrixBodies.id(invitation));
    }

    private static MatrixStep step(
            MatrixGround g, String method, String rest, JsonNode body, JsonNode version, Request request) {
        String ifMatch = version == null ? null : "\"" + version.asLong() + "\"";
        String text = body == null ? null : body.toString();
        return new MatrixStep(
                new MatrixWrite(method, g.path(rest), g.owner, Ids.next(), ifMatch, text),
                request,
                MatrixStep.Repeat.REPLAYED);
    }

    private static MatrixStep runtime(MatrixGround g, String rest, JsonNode body) {
        return new MatrixStep(
                new MatrixWrite("POST", g.path(rest), g.runtime(), Ids.next(), null, body.toString()),
                null,
                MatrixStep.Repeat.REPLAYED);
    }

    private static MatrixWrite unkeyed(MatrixGround g, String rest, JsonNode body) {
        return new MatrixWrite("POST", g.path(rest), g.owner, null, null, body.toString());
    }

    private static JsonNode organization(MatrixGround g) {
        return g.ok("GET", "", g.owner, null);
    }

    private static JsonNode deleted(MatrixGround g) {
        JsonNode recording = g.recording("ready");
        g.ok("DELETE", "/recordings/" + MatrixBodies.id(recording), g.owner, null);
        return g.ok("GET", "/recordings/" + MatrixBodies.id(recording), g.owner, null);
    }
}
