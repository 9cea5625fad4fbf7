package steward.app.tour;

import static steward.app.tour.Guide.HOME;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import tools.jackson.databind.JsonNode;

/** The first start: signing in, every tab, other organizations, then work without the network. */
final class FirstSitting {
    private FirstSitting() {}

    static List<Step> steps(String server, Path scratch) {
        return List.of(
                new Step("sign-in", guide -> signIn(guide, server)),
                new Step("overview", FirstSitting::overview),
                new Step("members", FirstSitting::members),
                new Step("rooms", FirstSitting::rooms),
                new Step("licenses", FirstSitting::licenses),
                new Step("licenses-table", guide -> guide.hand.click("licenses-mode-true")),
                new Step("meetings", FirstSitting::meetings),
                new Step("recordings", FirstSitting::recordings),
                new Step("billing", FirstSitting::billing),
                new Step("organization", FirstSitting::organization),
                new Step("audit", FirstSitting::audit),
                new Step("outbox-empty", guide -> guide.go("outbox")),
                new Step("settings", FirstSitting::settings),
                new Step("palette", FirstSitting::palette),
                new Step("switcher", FirstSitting::switcher),
                new Step("new-organization", FirstSitting::newOrganization),
                new Step("failed-payment", FirstSitting::failedPayment),
                new Step("member-only", FirstSitting::memberOnly),
                new Step("offline", FirstSitting::offline),
                new Step("role-staged-offline", FirstSitting::roleOffline),
                new Step("import-start", FirstSitting::importStart),
                new Step("import-preview", guide -> importPreview(guide, scratch)),
                new Step("import-fixing", FirstSitting::importFixing),
                new Step("import-staged", FirstSitting::importStaged),
                new Step("outbox-offline", FirstSitting::outboxOffline));
    }

    private static void signIn(Guide guide, String server) {
        guide.hand.fill("sign-in-address", server);
        guide.hand.press(KeyCode.TAB);
        guide.sight.find("sign-in-facts");
        guide.hand.click("sign-in-token");
        guide.hand.type(guide.facts.token());
        // The tour leaves nothing in the keychain of whoever runs it.
        guide.hand.uncheck("sign-in-remember");
        guide.sight.usable("sign-in-submit");
        guide.expect("/v1/server", "tells its name", info -> !info.get("name")
                .asString()
                .isBlank());
    }

    private static void overview(Guide guide) {
        guide.hand.click("sign-in-submit");
        guide.sight.find("shell");
        guide.switchTo(HOME, HOME);
        guide.go("overview");
        guide.sight.rows("overview-meetings", count -> count > 0, "running meetings");
        guide.expect("/v1/me", "says " + guide.facts.email(), me -> me.get("email")
                .asString()
                .equals(guide.facts.email()));
    }

    private static void members(Guide guide) {
        guide.go("members");
        guide.hand.checkRow("members-table", 3);
        guide.hand.checkRow("members-table", 4);
        guide.hand.clickRow("members-table", 1);
        String name = guide.sight.text("members-panel-title");
        guide.expectItems(guide.facts.of(HOME) + "/members", holds(name), items -> any(items, "name", name));
    }

    private static void rooms(Guide guide) {
        guide.go("rooms");
        guide.hand.clickRow("rooms-table", 1);
        String name = guide.sight.text("rooms-panel-title");
        guide.expectItems(guide.facts.of(HOME) + "/rooms", holds(name), items -> any(items, "name", name));
    }

    private static void licenses(Guide guide) {
        guide.go("licenses");
        guide.hand.click("licenses-span-week");
        guide.expect(
                guide.facts.of(HOME) + "/subscription",
                "says how many licenses are owned",
                said -> said.get("licensesOwned").asInt() > 0);
    }

    private static void meetings(Guide guide) {
        guide.go("meetings");
        guide.hand.clickRow("meetings-table", 2);
        String title = guide.sight.text("meetings-panel-title");
        // It may end at any moment: then it is among the ended ones.
        String path = guide.facts.of(HOME) + "/meetings?state=";
        guide.expectItems(
                path + "running",
                "or ?state=ended " + holds(title),
                items -> any(items, "title", title) || any(guide.facts.list(path + "ended"), "title", title));
    }

    private static void recordings(Guide guide) {
        guide.go("recordings");
        guide.hand.clickRow("recordings-table", 1);
        String title = guide.sight.text("recordings-panel-title");
        guide.expectItems(guide.facts.of(HOME) + "/recordings", holds(title), items -> any(items, "title", title));
    }

    private static void billing(Guide guide) {
        guide.go("billing");
        guide.sight.rows("billing-invoices", count -> count > 0, "invoices");
        guide.expectItems(guide.facts.of(HOME) + "/invoices", "holds invoices", items -> !items.isEmpty());
    }

    private static void organization(Guide guide) {
        guide.go("organization");
        String name = guide.sight.text("organization-name");
        guide.expect(guide.facts.of(HOME), "has the name \"" + name + "\"", said -> said.get("name")
                .asString()
                .equals(name));
    }

    private static void audit(Guide guide) {
        guide.go("audit");
        guide.hand.clickRow("audit-table", 1);
        guide.expectItems(guide.facts.of(HOME) + "/audit", "holds entries", items -> !items.isEmpty());
    }

    private static void settings(Guide guide) {
        guide.hand.press(KeyCode.SHORTCUT, KeyCode.COMMA);
        guide.sight.find("settings");
    }

    private static void palette(Guide guide) {
        guide.go("overview");
        guide.hand.press(KeyCode.SHORTCUT, KeyCode.K);
        guide.sight.find("palette");
        guide.hand.type("lin");
        guide.sight.rows("palette-list", count -> count > 2, "what was found");
    }

    private static void switcher(Guide guide) {
        guide.hand.press(KeyCode.ESCAPE);
        guide.sight.gone("palette");
        guide.hand.press(KeyCode.SHORTCUT, KeyCode.O);
        guide.sight.find("switcher-norra-energi");
        guide.expectItems(
                "/v1/organizations", "holds \"Norra Energi Oy\"", items -> any(items, "name", "Norra Energi Oy"));
    }

    private static void newOrganization(Guide guide) {
        guide.hand.type("fresh");
        guide.sight.gone("switcher-norra-energi");
        guide.hand.press(KeyCode.ENTER);
        guide.sight.gone("switcher");
        guide.go("overview");
        guide.sight.find("overview-checklist");
        guide.expectItems(guide.facts.of("fresh-start") + "/members", "holds one member", items -> items.size() == 1);
    }

    private static void failedPayment(Guide guide) {
        guide.switchTo("norra-energi", "norra");
        guide.go("billing");
        guide.sight.find("billing-dunning");
        guide.expect(guide.facts.of("norra-energi") + "/subscription", "is in dunning", said -> said.get("state")
                .asString()
                .equals("dunning"));
    }

    private static void memberOnly(Guide guide) {
        guide.switchTo("meridian-choir", "meridian");
        guide.sight.find("closed");
        guide.expectItems("/v1/organizations", "says member for \"Meridian Choir\"", items -> items.stream()
                .filter(each -> each.get("slug").asString().equals("meridian-choir"))
                .allMatch(each -> each.get("role").asString().equals("member")));
    }

    private static void offline(Guide guide) {
        guide.switchTo(HOME, HOME);
        guide.go("meetings");
        guide.sight.row("meetings-table", 2);
        guide.hand.click("work-offline");
        guide.sight.find("meetings-banner");
    }

    private static void roleOffline(Guide guide) {
        JsonNode member = Chosen.member(guide, 40);
        guide.go("members");
        guide.pick("members-table", "members-search", member.get("email").asString());
        guide.hand.click("members-panel-edit-role");
        guide.hand.click("members-role-admin");
        guide.hand.click("dialog-change-role");
        guide.sight.find("members-panel-pending");
        guide.expect(
                guide.facts.of(HOME) + "/members/" + member.get("id").asString(),
                "still says member",
                said -> said.get("role").asString().equals("member"));
    }

    private static void importStart(Guide guide) {
        guide.hand.fill("members-search", "");
        guide.hand.press(KeyCode.SHORTCUT, KeyCode.I);
        guide.sight.usable("import-choose");
    }

    private static void importPreview(Guide guide, Path scratch) {
        guide.files.layOut(Props.people(scratch, guide.facts.email()));
        guide.hand.click("import-choose");
        guide.sight.find("import-check");
        guide.sight.usable("import-stage");
        expectNobodyInvited(guide);
    }

    /** By the keyboard, where the row stands; the next step keeps it. */
    private static void importFixing(Guide guide) {
        guide.hand.click("import-fix-correct-" + Props.FIXED_ROW);
        guide.sight.find("import-edit-email");
        guide.hand.press(KeyCode.SHORTCUT, KeyCode.A);
        guide.hand.type(Props.FIXED);
        expectNobodyInvited(guide);
    }

    private static void importStaged(Guide guide) {
        guide.hand.press(KeyCode.ENTER);
        guide.sight.text(
                "import-stage",
                text -> text.contains(String.valueOf(Props.invited().size())),
                "how many are ready");
        guide.hand.click("import-stage");
        guide.sight.find("import-send");
        expectNobodyInvited(guide);
    }

    private static void outboxOffline(Guide guide) {
        guide.go("outbox");
        guide.hand.clickRow("outbox-list", 2);
        expectNobodyInvited(guide);
    }

    static void expectNobodyInvited(Guide guide) {
        guide.expectItems(
                guide.facts.of(HOME) + "/invitations", "holds nobody of the file", items -> Props.invited().stream()
                        .noneMatch(guest -> any(items, "email", guest)));
    }

    static String holds(String name) {
        return "holds \"" + name + "\"";
    }

    static boolean any(List<JsonNode> items, String field, String value) {
        return items.stream().anyMatch(item -> item.get(field).asString().equals(value));
    }
}
