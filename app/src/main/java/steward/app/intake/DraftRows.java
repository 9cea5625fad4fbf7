package steward.app.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import steward.people.CheckedRow;
import steward.people.Person;
import steward.people.Place;
import steward.people.Reason;
import steward.people.Row;
import steward.people.Skip;
import steward.store.Drafts.DraftRow;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Rows on their way into a draft and out of it. What is no cell stands with the reason. */
final class DraftRows {
    private DraftRows() {}

    static DraftRow of(CheckedRow checked) {
        Row row = checked.row();
        return new DraftRow(
                row.number(),
                row.email(),
                row.name(),
                row.roleWord(),
                row.note(),
                checked.outcome().name(),
                reason(checked));
    }

    private static ObjectNode reason(CheckedRow checked) {
        Row row = checked.row();
        ObjectNode reason = JsonNodeFactory.instance.objectNode();
        reason.put("code", checked.reason().code().name());
        var args = reason.putArray("args");
        checked.reason().args().forEach(args::add);
        reason.put("record", row.place().record());
        reason.put("line", row.place().line());
        if (row.skip() != null) {
            reason.put("skip", row.skip().kind().name());
            reason.put("skipWord", row.skip().word());
        }
        if (row.extraCells() > 0) {
            reason.put("extra", row.extraCells());
        }
        if (row.accepted()) {
            reason.put("accepted", true);
        }
        return reason;
    }

    /** In the order of the file; some may be missing, and each keeps its number. */
    static List<Row> rows(List<DraftRow> kept) {
        return kept.stream()
                .map(DraftRows::row)
                .sorted(Comparator.comparingLong(Row::index))
                .toList();
    }

    /** Why it came out as it did; empty of a row an older version kept. */
    static Optional<Reason> reason(DraftRow kept) {
        if (kept.reason() == null || !kept.reason().has("code")) {
            return Optional.empty();
        }
        List<String> args = new ArrayList<>();
        kept.reason().path("args").forEach(arg -> args.add(arg.asString()));
        return Optional.of(
                new Reason(Reason.Code.valueOf(kept.reason().get("code").asString()), args));
    }

    static Row row(DraftRow kept) {
        JsonNode more = kept.reason() == null ? JsonNodeFactory.instance.objectNode() : kept.reason();
        var place = new Place(
                kept.row() - 1,
                more.path("record").asLong(kept.row()),
                more.path("line").asLong(kept.row()));
        var person = new Person(text(kept.email()), text(kept.name()), text(kept.role()), text(kept.note()));
        Skip skip = more.has("skip")
                ? new Skip(
                        Skip.Kind.valueOf(more.get("skip").asString()),
                        more.path("skipWord").asString(""))
                : null;
        return new Row(
                place,
                person,
                skip,
                more.path("extra").asInt(0),
                more.path("accepted").asBoolean(false));
    }

    private static String text(String cell) {
        return cell == null ? "" : cell;
    }
}
