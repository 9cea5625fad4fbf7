package steward.app.intake;

import steward.people.Outcome;
import steward.people.Tally;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the list of drafts says of one, kept beside it so that the list need not read its rows. */
public record Counts(long rows, long ready, long attention) {

    public static Counts of(Tally tally) {
        return new Counts(tally.rows(), tally.ready(), tally.of(Outcome.ATTENTION) + tally.of(Outcome.NOT_ALLOWED));
    }

    public static Counts of(long rows, long ready, long attention) {
        return new Counts(rows, ready, attention);
    }

    public static Counts of(JsonNode settings) {
        JsonNode counts = settings.path("counts");
        return new Counts(
                counts.path("rows").asLong(0),
                counts.path("ready").asLong(0),
                counts.path("attention").asLong(0));
    }

    public void into(ObjectNode settings) {
        settings.putObject("counts").put("rows", rows).put("ready", ready).put("attention", attention);
    }
}
