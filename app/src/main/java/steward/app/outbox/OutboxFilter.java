package steward.app.outbox;

import steward.store.Operation;

/** The filter tabs over the list. */
enum OutboxFilter {
    ALL,
    ATTENTION,
    WAITING,
    SENT;

    boolean holds(Operation operation) {
        return switch (this) {
            case ALL -> true;
            case ATTENTION -> OutboxGroup.of(operation) == OutboxGroup.ATTENTION;
            case WAITING -> OutboxGroup.of(operation) == OutboxGroup.WAITING;
            case SENT -> OutboxGroup.of(operation) == OutboxGroup.SENT;
        };
    }
}
