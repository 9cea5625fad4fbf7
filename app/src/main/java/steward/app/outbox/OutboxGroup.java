package steward.app.outbox;

import steward.store.Operation;
import steward.store.OperationState;

/** The states of the list, the most urgent first. */
enum OutboxGroup {
    ATTENTION,
    WAITING,
    SENT;

    static OutboxGroup of(Operation operation) {
        return of(operation.state());
    }

    static OutboxGroup of(OperationState state) {
        return switch (state) {
            case ATTENTION -> ATTENTION;
            case HELD, QUEUED, IN_FLIGHT -> WAITING;
            case DONE, CANCELED -> SENT;
        };
    }
}
