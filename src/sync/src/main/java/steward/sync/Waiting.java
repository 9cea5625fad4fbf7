package steward.sync;

import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import steward.store.AccountStore;
import steward.store.Outbox;
import steward.sync.SendingState.Wait;

/** Says what sending for an organization waits for, and until when. Blocking; thread-safe. */
final class Waiting {

    private final AccountStore store;
    private final Gate gate;
    private final Sending sending;
    private final Restored restored;
    private final InstantSource clock;

    Waiting(AccountStore store, Gate gate, Sending sending, Restored restored, InstantSource clock) {
        this.store = store;
        this.gate = gate;
        this.sending = sending;
        this.restored = restored;
        this.clock = clock;
    }

    SendingState of(UUID orgId) {
        // before what waits is counted: a pause outlasts what it held up, and a person must see it to end it
        boolean paused = store.dispatch().paused(orgId);
        Outbox.Counts counts = store.outbox().counts(orgId);
        if (!paused && counts.held() + counts.queued() + counts.inFlight() == 0) {
            return new SendingState(orgId, Wait.NOTHING_TO_SEND, null, 0);
        }
        Connection connection = gate.connection();
        if (connection.state() == Connection.State.SIGNED_OUT) return still(orgId, Wait.SIGNED_OUT, null);
        if (restored.holds(orgId)) return still(orgId, Wait.SERVER_RESTORED, null);
        if (paused) return still(orgId, Wait.PAUSED_BY_PERSON, null);
        Lane lane = sending.lane(orgId);
        if (lane.blocked() != null) return still(orgId, lane.blocked(), null);
        if (connection.state() != Connection.State.CONNECTED) {
            return still(orgId, Wait.OFFLINE, connection.nextAttemptAt());
        }
        Instant now = clock.instant();
        if (lane.waitsFor(now) != null) return still(orgId, lane.waitsFor(now), lane.waitUntil());
        // in one read of its own: a claim since the counts must not look like this
        boolean blocked = counts.inFlight() == 0 && store.dispatch().isBlocked(orgId);
        if (blocked) return still(orgId, Wait.BEHIND_ATTENTION, null);
        if (counts.queued() + counts.inFlight() == 0) {
            return still(
                    orgId, Wait.UNDO_WINDOW, store.dispatch().heldUntil(orgId).orElse(null));
        }
        return new SendingState(orgId, Wait.SENDING, null, counts.inFlight());
    }

    private static SendingState still(UUID orgId, Wait wait, Instant until) {
        return new SendingState(orgId, wait, until, 0);
    }
}
