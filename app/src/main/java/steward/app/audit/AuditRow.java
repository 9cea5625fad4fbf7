package steward.app.audit;

import java.util.UUID;
import steward.api.AuditRecord;
import steward.app.i18n.Messages;

/** A record of the log; equal by id. */
record AuditRow(AuditRecord entry) {

    UUID id() {
        return entry.id();
    }

    /** The action in words; one this program does not know is shown as the server named it. */
    String action() {
        String key = "audit.action." + entry.action();
        String words = Messages.text(key);
        return words.equals(key) ? entry.action() : words;
    }

    String who() {
        return entry.onBehalfOf() == null
                ? entry.actorName()
                : Messages.text("audit.who.onBehalf", entry.actorName(), entry.onBehalfOf());
    }

    AuditFilter group() {
        return AuditFilter.of(entry.objectType());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AuditRow row && row.id().equals(id());
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }
}
