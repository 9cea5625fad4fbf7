package steward.app.tour;

import static steward.app.tour.FirstSitting.any;
import static steward.app.tour.FirstSitting.holds;
import static steward.app.tour.Guide.HOME;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javafx.scene.input.KeyCode;
import tools.jackson.databind.JsonNode;

/** The second start: what waited is sent, then each change of the main job. */
final class SecondSitting {
    private static final String ROOM = "Tour room";

    private SecondSitting() {}

    static List<Step> steps(Path scratch) {
        return List.of(
                new Step("start-again", SecondSitting::startAgain),
                new Step("waiting-again", SecondSitting::waitingAgain),
                new Step("import-report", SecondSitting::sync),
                new Step("import-refused", SecondSitting::refused),
                new Step("import-progress", SecondSitting::progress),
                new Step("import-sent", SecondSitting::sentAll),
                new Step("invited", SecondSitting::invited),
                new Step("room-new", SecondSitting::newRoom),
                new Step("room-created", SecondSitting::roomCreated),
                new Step("role-dialog", SecondSitting::roleDialog),
                new Step("role-changed", SecondSitting::roleChanged),
                new Step("logo", guide -> logo(guide, scratch)),
                new Step("end-meeting", SecondSitting::endMeeting),
                new Step("meeting-ended", SecondSitting::meetingEnded),
                new Step("billing-preview", SecondSitting::preview),
                new Step("billing-applied", SecondSitting::apply),
                new Step("recording-bin", SecondSitting::deleteRecording),
                new Step("recording-restored", SecondSitting::restoreRecording),
                new Step("outbox-sent", SecondSitting::outboxSent),
                new Step("overview-after", guide -> guide.go("overview")));
    }

    private static void startAgain(Guide guide) {
        guide.hand.click("sign-in-resume-" + guide.facts.email());
        guide.sight.find("sign-in-problem");
        guide.expect("/v1/server", "answers", info -> !info.get("id").asString().isBlank());
        guide.hand.click("sign-in-token");
        guide.hand.type(guide.facts.token());
        guide.hand.uncheck("sign-in-remember");
        guide.sight.usable("sign-in-submit");
    }

    private static void waitingAgain(Guide guide) {
        guide.hand.click("sign-in-submit");
        guide.sight.find("overview");
        guide.go("members");
        guide.sight.row("members-table", 1);
        FirstSitting.expectNobodyInvited(guide);
    }

    private static void sync(Guide guide) {
        guide.facts.inviteByColleague(HOME, Props.CONTESTED);
        guide.hand.click("work-offline");
        guide.expectItems(
                guide.facts.of(HOME) + "/invitations",
                "holds the " + Props.invited().size() + " people of the file, each once",
                items -> Props.invited().stream()
                        .allMatch(guest -> items.stream()
                                        .filter(item ->
                                                item.get("email").asString().equals(guest))
                                        .count()
                                == 1));
        guide.hand.press(KeyCode.SHORTCUT, KeyCode.I);
        guide.hand.clickRow("import-drafts", 0);
        guide.hand.press(KeyCode.ENTER);
        int all = Props.invited().size();
        guide.sight.text("import-answered", (all + " of " + all)::equals, "that all are answered");
    }

    /** The one whom a colleague invited as something else needs a person. */
    private static void refused(Guide guide) {
        guide.hand.click("import-resolve-" + Props.CONTESTED_ROW);
        guide.sight.text("outbox-panel-title", text -> text.contains(Props.CONTESTED), "who was refused");
    }

    /** Sending is held before the one left goes out again: so it is seen half way, however fast the network is. */
    private static void progress(Guide guide) {
        guide.hand.click("outbox-pause");
        guide.hand.click("outbox-edit");
        guide.hand.fill("dialog-field-email", Props.OTHER_ADDRESS);
        guide.hand.click("dialog-submit");
        guide.sight.gone("dialog-submit");
        guide.hand.press(KeyCode.SHORTCUT, KeyCode.I);
        int all = Props.invited().size();
        guide.sight.text("import-answered", ((all - 1) + " of " + all)::equals, "that one is left");
        guide.sight.text("import-wait", text -> text.startsWith("Paused"), "that sending is paused");
        guide.expectItems(
                guide.facts.of(HOME) + "/invitations",
                "holds nobody at " + Props.OTHER_ADDRESS,
                items -> !any(items, "email", Props.OTHER_ADDRESS));
    }

    private static void sentAll(Guide guide) {
        guide.hand.click("import-pause");
        guide.expectItems(
                guide.facts.of(HOME) + "/invitations", holds(Props.OTHER_ADDRESS) + " as admin", items -> items.stream()
                        .filter(item -> item.get("role").asString().equals("admin"))
                        .anyMatch(item -> item.get("email").asString().equals(Props.OTHER_ADDRESS)));
        int all = Props.invited().size();
        guide.sight.text("import-answered", (all + " of " + all)::equals, "that all are answered");
    }

    private static void invited(Guide guide) {
        guide.go("members");
        guide.pick("members-table", "members-search", Props.GUESTS.getFirst());
    }

    private static void newRoom(Guide guide) {
        guide.go("rooms");
        guide.hand.click("rooms-new");
        guide.sight.find("dialog-field-name");
        guide.hand.fill("dialog-field-name", ROOM);
    }

    private static void roomCreated(Guide guide) {
        guide.hand.click("dialog-submit");
        guide.sendNow();
        guide.expectItems(guide.facts.of(HOME) + "/rooms", holds(ROOM), items -> any(items, "name", ROOM));
        guide.pick("rooms-table", "rooms-search", ROOM);
    }

    private static void roleDialog(Guide guide) {
        guide.go("members");
        guide.pick(
                "members-table",
                "members-search",
                Chosen.member(guide, 60).get("email").asString());
        guide.hand.click("members-panel-edit-role");
        guide.hand.click("members-role-admin");
    }

    private static void roleChanged(Guide guide) {
        JsonNode member = Chosen.member(guide, 60);
        guide.hand.click("dialog-change-role");
        guide.sendNow();
        guide.expect(
                guide.facts.of(HOME) + "/members/" + member.get("id").asString(),
                "says admin",
                said -> said.get("role").asString().equals("admin"));
    }

    private static void logo(Guide guide, Path scratch) {
        guide.go("organization");
        Path file = Props.logo(scratch);
        guide.files.layOut(file);
        guide.hand.click("organization-logo-pick");
        guide.sendNow();
        byte[] drawn = read(file);
        guide.expectBytes(
                guide.facts.of(HOME) + "/logo", "is the picture drawn", answer -> Arrays.equals(answer, drawn));
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (java.io.IOException e) {
            throw new TourException(file + " cannot be read", e);
        }
    }

    private static void endMeeting(Guide guide) {
        guide.go("meetings");
        guide.pick("meetings-table", "meetings-search", Chosen.meetingWords(Chosen.meeting(guide)));
        guide.hand.click("meetings-end");
        guide.sight.find("dialog-end");
    }

    private static void meetingEnded(Guide guide) {
        String title = guide.sight.text("meetings-panel-title");
        guide.hand.click("dialog-end");
        guide.expectItems(
                guide.facts.of(HOME) + "/meetings?state=ended",
                holds(title) + ", ended by an account",
                items -> items.stream()
                        .anyMatch(item -> item.get("title").asString().equals(title)
                                && !item.get("endedBy").isNull()));
        guide.hand.fill("meetings-search", "");
    }

    private static void preview(Guide guide) {
        guide.go("billing");
        int now = licenses(guide);
        guide.hand.fill("billing-choose-licenses", String.valueOf(now + 3));
        guide.hand.press(KeyCode.ENTER);
        guide.sight.find("billing-preview");
        guide.sight.usable("billing-apply");
        guide.expect(
                guide.facts.of(HOME) + "/subscription",
                "still has " + now + " added licenses",
                said -> added(said) == now);
    }

    private static void apply(Guide guide) {
        int before = licenses(guide);
        guide.hand.click("billing-apply");
        guide.expect(
                guide.facts.of(HOME) + "/subscription",
                "has " + (before + 3) + " added licenses",
                said -> added(said) == before + 3);
        guide.sight.gone("billing-preview");
    }

    private static int licenses(Guide guide) {
        return added(guide.facts.get(guide.facts.of(HOME) + "/subscription"));
    }

    private static int added(JsonNode subscription) {
        return subscription.get("choice").get("addOns").get("licenses").asInt();
    }

    private static void deleteRecording(Guide guide) {
        JsonNode recording = Chosen.recording(guide);
        guide.go("recordings");
        guide.pick("recordings-table", "recordings-search", Chosen.recordingWords(recording));
        guide.hand.click("recordings-delete");
        guide.sendNow();
        guide.expect(path(guide, recording), "is in the bin", said -> !said.get("deletedAt")
                .isNull());
        guide.sight.gone("recordings-panel");
        guide.hand.click("recordings-filters-bin");
        guide.sight.rows("recordings-table", count -> count == 1, "the deleted one");
        guide.hand.clickRow("recordings-table", 0);
        guide.sight.usable("recordings-restore");
    }

    private static void restoreRecording(Guide guide) {
        String title = guide.sight.text("recordings-panel-title");
        guide.hand.click("recordings-restore");
        guide.sendNow();
        guide.expectItems(
                guide.facts.of(HOME) + "/recordings", "holds \"" + title + "\" outside the bin", items -> items.stream()
                        .anyMatch(item -> item.get("title").asString().equals(title)
                                && item.get("deletedAt").isNull()));
        guide.hand.click("recordings-filters-all");
    }

    private static String path(Guide guide, JsonNode recording) {
        return guide.facts.of(HOME) + "/recordings/" + recording.get("id").asString();
    }

    private static void outboxSent(Guide guide) {
        guide.go("outbox");
        guide.hand.click("outbox-filters-sent");
        guide.hand.clickRow("outbox-list", 1);
    }
}
