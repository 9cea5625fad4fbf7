package steward.store;

/**
 * An object as it is shown: the cache overlaid with pending operations.
 *
 * @param now with the pending operations applied
 * @param before as the server last told it; null for what was created here
 * @param pending the newest open operation on it, or null
 */
public record Shown<T>(T now, T before, Operation pending) {

    public boolean isPending() {
        return pending != null;
    }

    /** Whether a pending operation takes it away. */
    public boolean isLeaving() {
        return pending != null
                && switch (pending.kind()) {
                    case REMOVE_MEMBER, CANCEL_INVITATION, DELETE_ROOM, DELETE_RECORDING, LEAVE_ORGANIZATION -> true;
                    default -> false;
                };
    }
}
