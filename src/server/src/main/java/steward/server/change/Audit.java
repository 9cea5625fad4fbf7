package steward.server.change;

import java.util.UUID;
import steward.api.Ids;
import steward.api.Json;
import steward.server.db.Actor;
import steward.server.db.Tx;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes the audit log, in the transaction of what it tells of. Thread-safe. */
public final class Audit {
    /**
     * What was done to which object.
     *
     * @param action for example room.edit
     */
    public record Fact(String action, String objectType, UUID objectId, String objectName) {}

    /** Something without fields worth telling. */
    public void done(Tx tx, UUID orgId, Fact fact) {
        write(tx, orgId, fact, null, null);
    }

    public void created(Tx tx, UUID orgId, Fact fact, Object after) {
        write(tx, orgId, fact, null, fields(after));
    }

    public void removed(Tx tx, UUID orgId, Fact fact, Object before) {
        write(tx, orgId, fact, fields(before), null);
    }

    /** Tells the fields that differ; records or trees. */
    public void changed(Tx tx, UUID orgId, Fact fact, Object before, Object after) {
        ObjectNode was = fields(before);
        ObjectNode is = fields(after);
        for (String name : java.util.List.copyOf(is.propertyNames())) {
            JsonNode old = was.get(name);
            if (old != null && old.equals(is.get(name))) {
                was.remove(name);
                is.remove(name);
            }
        }
        write(tx, orgId, fact, was, is);
    }

    private static ObjectNode fields(Object object) {
        ObjectNode fields = ((ObjectNode) Json.mapper().valueToTree(object)).deepCopy();
        fields.remove("version");
        return fields;
    }

    private static void write(Tx tx, UUID orgId, Fact fact, JsonNode before, JsonNode after) {
        Actor actor = tx.actor();
        tx.sql()
                .execute(
                        "INSERT INTO audit (org_id, id, at, actor_id, actor_name, actor_email, on_behalf_of, action,"
                                + " object_type, object_id, object_name, before_json, after_json, address)"
                                + " VALUES (?, ?, ?, ?, ?, ?, NULL, ?, ?, ?, ?, ?, ?, ?)",
                        orgId,
                        Ids.next(),
                        tx.now(),
                        actor.accountId(),
                        actor.name(),
                        actor.email(),
                        fact.action(),
                        fact.objectType(),
                        fact.objectId(),
                        fact.objectName(),
                        before == null ? null : before.toString(),
                        after == null ? null : after.toString(),
                        actor.address());
    }
}
