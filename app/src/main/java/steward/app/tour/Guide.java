package steward.app.tour;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javafx.scene.input.KeyCode;
import tools.jackson.databind.JsonNode;

/** What a step works with: a hand, eyes, the server's word, and the moves every step needs. */
final class Guide {
    static final String HOME = "acme";

    final Sight sight;
    final Hand hand;
    final ServerFacts facts;
    final NextFile files;
    private final List<String> checked = new ArrayList<>();

    Guide(Sight sight, Hand hand, ServerFacts facts, NextFile files) {
        this.sight = sight;
        this.hand = hand;
        this.facts = facts;
        this.files = files;
    }

    /** Opens a tab by the navigation. */
    void go(String place) {
        hand.click("nav-" + place);
        sight.find(place);
    }

    /** Opens an organization by the switcher, with the keyboard alone. */
    void switchTo(String slug, String typed) {
        hand.press(KeyCode.SHORTCUT, KeyCode.O);
        sight.find("switcher-search");
        hand.type(typed);
        sight.find("switcher-" + slug);
        hand.press(KeyCode.ENTER);
        sight.gone("switcher");
    }

    /** Ends the time to take a change back, and sends it. */
    void sendNow() {
        sight.find("undo-bar");
        hand.press(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.S);
        sight.gone("undo-bar");
    }

    /** Looks for the only row that fits, and selects it; an old selection would not be told from the new one. */
    void pick(String table, String search, String words) {
        hand.fill(search, words);
        sight.rows(table, count -> count == 1, "the one row of " + words);
        hand.clickRow(table, 0);
        sight.find(table.replace("-table", "-panel"));
    }

    void expect(String path, String what, Predicate<JsonNode> holds) {
        checked.add(facts.expect(path, what, holds));
    }

    void expectItems(String path, String what, Predicate<List<JsonNode>> holds) {
        checked.add(facts.expectItems(path, what, holds));
    }

    void expectBytes(String path, String what, Predicate<byte[]> holds) {
        checked.add(facts.expectBytes(path, what, holds));
    }

    /** The facts found since the last call. */
    List<String> takeChecked() {
        List<String> taken = List.copyOf(checked);
        checked.clear();
        return taken;
    }
}
