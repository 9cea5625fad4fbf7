package steward.app.outbox;

import steward.store.Operation;

/** The states of the list, the most urgent first. */
enum OutboxGroup {
    ATTENTION,
    WAITING,
    SENT;

    static OutboxGroup of(Operation operation) {
        return switch (operation.state()) {
            case ATTENTION -> ATTENTION;
            case HELD, QUEUED, IN_FLIGHT -> WAITING;
            case DONE, CANCELED -> SENT;
        };
    }
}
