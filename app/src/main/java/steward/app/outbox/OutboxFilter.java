package steward.app.outbox;

import steward.store.Operation;

/** The filter tabs over the list. */
enum OutboxFilter {
    ALL,
    ATTENTION,
    WAITING,
    SENT;

    boolean holds(Operation operation) {
        return holds(OutboxGroup.of(operation));
    }

    boolean holds(OutboxGroup group) {
        return switch (this) {
            case ALL -> true;
            case ATTENTION -> group == OutboxGroup.ATTENTION;
            case WAITING -> group == OutboxGroup.WAITING;
            case SENT -> group == OutboxGroup.SENT;
        };
    }
}
