package steward.app.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import steward.app.i18n.Messages;
import steward.app.intake.SendingWords;
import steward.store.Operation;
import steward.store.Outbox;
import steward.sync.Connection;
import steward.sync.SendingState;
import steward.sync.Session;

/**
 * Follows what was staged until every answer is here, or sending cannot go on. An outage of seconds is always waited
 * out, a longer one only when that was asked for; what a person has to clear is not waited for. Blocking.
 */
final class Outgoing {
    private static final Duration OUTAGE = Duration.ofSeconds(10);
    private static final Duration STANDSTILL = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Session session;
    private final UUID orgId;
    private final InviteOrder order;
    private final InstantSource clock;
    private final BooleanSupplier closing;
    private final Bell bell = new Bell();

    Outgoing(Session session, UUID orgId, InviteOrder order, InstantSource clock, BooleanSupplier closing) {
        this.session = session;
        this.orgId = orgId;
        this.order = order;
        this.clock = clock;
        this.closing = closing;
    }

    /**
     * @param batchId or null, when nothing was staged now
     * @param earlier operations of earlier imports that are waited for, too; those answered are taken out
     * @return why not all is answered, in a sentence, or empty
     */
    Optional<String> await(UUID batchId, Queue<UUID> earlier) throws InterruptedException {
        try (var sending = session.listen(bell::ring);
                var outbox = session.store().listen((part, org) -> bell.ring())) {
            Instant began = clock.instant();
            Instant moved = began;
            long before = Long.MAX_VALUE;
            while (true) {
                long open = waiting(batchId) + waiting(earlier);
                if (open == 0) {
                    return Optional.empty();
                }
                Instant now = clock.instant();
                moved = open < before ? now : moved;
                before = open;
                Optional<String> end = end(began, moved, now);
                if (end.isPresent()) {
                    return end;
                }
                bell.await(LOOK);
            }
        }
    }

    private long waiting(UUID batchId) {
        Outbox outbox = session.store().outbox();
        return batchId == null
                ? 0
                : outbox.batchState(batchId).map(Outbox.Batch::waiting).orElse(0);
    }

    /** They were made in order and are answered nearly so: it is enough to look at the first. */
    private long waiting(Queue<UUID> earlier) {
        while (!earlier.isEmpty() && !isWaiting(earlier.peek())) {
            earlier.remove();
        }
        return earlier.size();
    }

    private boolean isWaiting(UUID operationId) {
        return session.store()
                .outbox()
                .find(operationId)
                .map(Operation::state)
                .filter(state -> switch (state) {
                    case HELD, QUEUED, IN_FLIGHT -> true;
                    case DONE, ATTENTION, CANCELED -> false;
                })
                .isPresent();
    }

    private Optional<String> end(Instant began, Instant moved, Instant now) {
        if (closing.getAsBoolean()) {
            return Optional.of(Messages.text("cli.end.stopped"));
        }
        if (order.timeout().filter(most -> !now.isBefore(began.plus(most))).isPresent()) {
            return Optional.of(
                    Messages.text("cli.end.timeout", order.timeout().get().toSeconds()));
        }
        SendingState state = session.sending(orgId);
        boolean ends = needsPerson(state.state()) || (!order.waits() && isStuck(state, moved, now));
        return ends ? Optional.of(SendingWords.of(state, now)) : Optional.empty();
    }

    private static boolean needsPerson(SendingState.Wait state) {
        return switch (state) {
            case PAUSED_BY_PERSON, NOT_ALLOWED, SIGNED_OUT, STOPPED, BEHIND_ATTENTION, SERVER_RESTORED -> true;
            case NOTHING_TO_SEND, SENDING, UNDO_WINDOW, BACK_OFF, SERVER_ASKED, DISK, OFFLINE -> false;
        };
    }

    private boolean isStuck(SendingState state, Instant moved, Instant now) {
        Duration still = Duration.between(moved, now);
        Connection.State connection = session.connection().state();
        boolean out = connection == Connection.State.UNREACHABLE || state.state() == SendingState.Wait.DISK;
        boolean later = state.until() != null && state.until().isAfter(now.plus(STANDSTILL));
        return connection == Connection.State.OFFLINE_BY_CHOICE
                || later
                || still.compareTo(out ? OUTAGE : STANDSTILL) > 0;
    }

    /** Rung when something may have changed. Thread-safe. */
    private static final class Bell {
        private boolean rung;

        synchronized void ring() {
            rung = true;
            notifyAll();
        }

        /** Returns as soon as it is rung, or was since the last time; something may change without it, too. */
        synchronized void await(Duration most) throws InterruptedException {
            if (!rung) {
                wait(most.toMillis());
            }
            rung = false;
        }
    }
}
