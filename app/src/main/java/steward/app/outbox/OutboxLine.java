package steward.app.outbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import steward.store.Directory;
import steward.store.Operation;
import steward.store.OperationState;
import steward.sync.SendingState;

/** A line of the list: an organization, a state under it, or what waits there. */
sealed interface OutboxLine {

    /**
     * @param entry null when it is no longer in the directory
     * @param sending what sending for it waits for
     */
    record Organization(UUID orgId, Directory.Entry entry, SendingState sending) implements OutboxLine {}

    /**
     * @param last when the newest was answered, or null
     * @param open whether what stands under it is shown; only what was sent is ever folded away
     */
    record Heading(UUID orgId, OutboxGroup group, int count, Instant last, boolean open) implements OutboxLine {
        boolean foldable() {
            return group == OutboxGroup.SENT;
        }
    }

    /**
     * One operation, or several of the same kind staged together.
     *
     * @param operations at least one, in order; of very many the first
     * @param count how many there are
     */
    record Item(List<Operation> operations, int count) implements OutboxLine {
        public Item {
            operations = List.copyOf(operations);
        }

        Item(List<Operation> operations) {
            this(operations, operations.size());
        }

        Operation first() {
            return operations.getFirst();
        }

        OutboxGroup group() {
            return OutboxGroup.of(first());
        }

        /** It stays held when that is over, as long as nothing can be sent. */
        boolean inUndoWindow(Instant now) {
            return first().state() == OperationState.HELD && now.isBefore(first().notBefore());
        }

        /** The same item in a fresh list. */
        UUID key() {
            return first().id();
        }
    }
}
