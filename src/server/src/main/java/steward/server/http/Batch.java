package steward.server.http;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import steward.api.InvalidFieldException;
import steward.api.ItemResult;
import steward.api.Items;
import steward.api.Json;
import steward.api.Problem;
import steward.server.contract.SchemaCheck;
import steward.server.db.Database;
import steward.server.db.Tx;
import tools.jackson.databind.JsonNode;

/**
 * Runs a batch in one transaction: each item is an operation of its own with its key, savepoint and result; a bad item
 * spoils no other. Thread-safe.
 */
final class Batch {
    private final Database database;
    private final SchemaCheck check;
    private final Replay replay;

    Batch(Database database, SchemaCheck check, Replay replay) {
        this.database = database;
        this.check = check;
        this.replay = replay;
    }

    Answer run(Call call, Handlers.Item handler, FaultGate gate) {
        List<JsonNode> items = items(call);
        Set<UUID> entered = new HashSet<>();
        try {
            for (JsonNode item : items) {
                if (replay.enter(call.orgId(), key(item))) entered.add(key(item));
            }
            List<ItemResult> results = database.write(call.caller().actor(), tx -> {
                List<ItemResult> done = all(call, items, handler, tx, entered);
                gate.beforeCommit();
                return done;
            });
            return Answer.ok(new Items<>(results));
        } finally {
            entered.forEach(key -> replay.leave(call.orgId(), key));
        }
    }

    private List<ItemResult> all(Call call, List<JsonNode> items, Handlers.Item handler, Tx tx, Set<UUID> entered) {
        Access access = Access.of(tx.sql(), call.account(), call.orgId()).orElseThrow(ProblemException::notFound);
        Guard.check(call.operation(), call.account(), access);
        List<ItemResult> results = new ArrayList<>();
        for (JsonNode item : items) {
            UUID key = key(item);
            Call one = call.with(access).with(item);
            results.add(
                    entered.contains(key)
                            ? once(one, key, handler, tx)
                            : refused(key, Replay.inProgress().problem()));
        }
        return results;
    }

    private ItemResult once(Call call, UUID key, Handlers.Item handler, Tx tx) {
        String fingerprint = Replay.fingerprint(call, call.json().toString());
        Optional<Replay.Done> earlier = replay.find(tx.sql(), call.orgId(), key);
        tx.forgetSeq();
        ItemResult result;
        try {
            if (earlier.isPresent()) return again(earlier.get().matching(fingerprint), key);
            result = tx.step(() -> attempt(call, handler, tx));
        } catch (ProblemException e) {
            result = refused(key, e.problem());
            if (earlier.isPresent() || !Replay.isFinal(result.status())) return result;
        }
        long seq = tx.lastSeq() > 0 ? tx.lastSeq() : KeyedWrite.head(tx.sql(), call.orgId());
        ItemResult kept = complete(result, key, result.problem() == null ? (Long) seq : null, false);
        String json = Json.mapper().writeValueAsString(kept);
        replay.keep(tx, call.orgId(), key, new Replay.Done(fingerprint, kept.status(), json, null, seq));
        return kept;
    }

    private ItemResult attempt(Call call, Handlers.Item handler, Tx tx) {
        try {
            JsonNode schema =
                    call.operation().body().get("properties").get("items").get("items");
            check.check(schema, call.json(), "");
            return handler.answer(call, tx);
        } catch (InvalidFieldException e) {
            throw KeyedWrite.invalid(e);
        }
    }

    /** The items of a body whose outer form fits; only their keys are looked at here. */
    private static List<JsonNode> items(Call call) {
        JsonNode items = call.json().path("items");
        int most = call.operation()
                .body()
                .get("properties")
                .get("items")
                .get("maxItems")
                .asInt();
        if (!items.isArray() || items.isEmpty() || items.size() > most) {
            throw new InvalidFieldException("items", "must have from 1 to " + most + " entries");
        }
        if (call.json().size() > 1) throw new InvalidFieldException("body", "has more than items in it");
        Set<UUID> keys = new HashSet<>();
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode item : items) {
            String field = "items[" + found.size() + "].opId";
            if (!SchemaCheck.isUuid(item.path("opId").asString(""))) throw new InvalidFieldException(field, "is no id");
            if (!keys.add(key(item))) throw new InvalidFieldException(field, "stands twice in this batch");
            found.add(item);
        }
        return found;
    }

    private static UUID key(JsonNode item) {
        return UUID.fromString(item.get("opId").asString());
    }

    private static ItemResult again(Replay.Done done, UUID key) {
        ItemResult first = Json.mapper().treeToValue(done.body(), ItemResult.class);
        return complete(first, key, first.changeSeq(), true);
    }

    private static ItemResult refused(UUID key, Problem problem) {
        return new ItemResult(key, problem.status(), false, null, null, null, null, problem);
    }

    private static ItemResult complete(ItemResult from, UUID key, Long seq, boolean replayed) {
        return new ItemResult(
                key, from.status(), replayed, from.outcome(), from.id(), from.etag(), seq, from.problem());
    }
}
