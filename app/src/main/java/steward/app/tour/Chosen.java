package steward.app.tour;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What a step acts on: found at the server, and alone under its name, so that the search shows one row. */
final class Chosen {
    private Chosen() {}

    /** A plain member, the n-th of those. */
    static JsonNode member(Guide guide, int index) {
        return guide.facts.list(guide.facts.of(Guide.HOME) + "/members").stream()
                .filter(member -> member.get("role").asString().equals("member"))
                .skip(index)
                .findFirst()
                .orElseThrow(() -> new TourException("the demo has too few members"));
    }

    /** The meeting that began last, so that it does not end by itself meanwhile. */
    static JsonNode meeting(Guide guide) {
        return alone(guide.facts.list(guide.facts.of(Guide.HOME) + "/meetings?state=running"), Chosen::meetingWords)
                .max(Comparator.comparing(meeting -> meeting.get("startedAt").asString()))
                .orElseThrow(() -> new TourException("the demo has no meeting running"));
    }

    static JsonNode recording(Guide guide) {
        return alone(guide.facts.list(guide.facts.of(Guide.HOME) + "/recordings"), Chosen::recordingWords)
                .filter(recording -> recording.get("deletedAt").isNull()
                        && recording.get("state").asString().equals("ready"))
                .findFirst()
                .orElseThrow(() -> new TourException("the demo has no recording"));
    }

    /** What the search of the meetings looks into. */
    static String meetingWords(JsonNode meeting) {
        JsonNode room = meeting.get("roomName");
        String where = room.isNull() ? "" : room.asString();
        return String.join(
                " ",
                meeting.get("title").asString(),
                where,
                meeting.get("hostName").asString());
    }

    static String recordingWords(JsonNode recording) {
        return recording.get("title").asString() + " "
                + recording.get("ownerName").asString();
    }

    private static Stream<JsonNode> alone(List<JsonNode> items, Function<JsonNode, String> words) {
        Map<String, Long> counts = items.stream().collect(Collectors.groupingBy(words, Collectors.counting()));
        return items.stream().filter(item -> counts.get(words.apply(item)) == 1);
    }
}
