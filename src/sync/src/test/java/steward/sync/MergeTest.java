package steward.sync;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import steward.api.Json;
import tools.jackson.databind.JsonNode;

class MergeTest {

    private static final JsonNode BASE = json(
            "{'name':'Lab','description':'old','settings':{'waitingRoom':true,'passcode':null,'participantLimit':10}}");

    @Test
    void keepsFieldsNobodyElseChanged() {
        JsonNode current = json(
                "{'name':'Laboratory','description':'old','settings':{'waitingRoom':true,'passcode':null,'participantLimit':10}}");
        assertThat(Merge.of(BASE, json("{'description':'new','settings':{'passcode':'1234'}}"), current))
                .isEqualTo(new Merge.Outcome.Disjoint((tools.jackson.databind.node.ObjectNode)
                        json("{'description':'new','settings':{'passcode':'1234'}}")));
    }

    @Test
    void dropsWhatIsSoAlready() {
        JsonNode current = json(
                "{'name':'New','description':'old','settings':{'waitingRoom':false,'passcode':null,'participantLimit':10}}");
        assertThat(Merge.of(BASE, json("{'name':'New','settings':{'waitingRoom':false}}"), current))
                .isInstanceOf(Merge.Outcome.Same.class);
        assertThat(Merge.of(BASE, json("{'name':'New','description':'mine'}"), current))
                .isEqualTo(new Merge.Outcome.Disjoint(
                        (tools.jackson.databind.node.ObjectNode) json("{'description':'mine'}")));
    }

    @Test
    void asksWhenTheSameFieldBecameSomethingElse() {
        JsonNode current = json(
                "{'name':'Theirs','description':'old','settings':{'waitingRoom':true,'passcode':'9999','participantLimit':10}}");
        assertThat(Merge.of(BASE, json("{'name':'Mine'}"), current)).isInstanceOf(Merge.Outcome.Differs.class);
        assertThat(Merge.of(BASE, json("{'settings':{'passcode':'1234'}}"), current))
                .isInstanceOf(Merge.Outcome.Differs.class);
    }

    @Test
    void asksWhenTheBaseIsNotKnown() {
        assertThat(Merge.of(null, json("{'name':'Mine'}"), BASE)).isInstanceOf(Merge.Outcome.Differs.class);
    }

    private static JsonNode json(String text) {
        return Json.mapper().readTree(text.replace('\'', '"'));
    }
}
