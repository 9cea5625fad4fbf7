package steward.app.cli;

import java.util.Optional;
import java.util.function.Supplier;
import steward.sync.LaterStart;
import steward.sync.SingleInstance.Reply;

/** What later starts on the same data folder want while this one holds it. Thread-safe. */
public final class LaterStarts implements AutoCloseable {
    /** To come again: nothing can be carried out now. */
    static final int BUSY = 75;

    private final Supplier<Reply> window;
    private Invite invite;
    private int running;

    /** @param window answers a start that wants the window */
    public LaterStarts(Supplier<Reply> window) {
        this.window = window;
    }

    /** From now on orders are carried out. */
    public synchronized LaterStarts serve(Invite invitations) {
        invite = invitations;
        return this;
    }

    public Reply answer(LaterStart start) {
        Optional<InviteOrder> order = InviteOrder.of(start.arguments());
        if (order.isEmpty()) {
            return window.get();
        }
        Invite serving = begin();
        if (serving == null) {
            return new Reply(BUSY, "");
        }
        try {
            InviteResult result = serving.run(order.get(), Optional.ofNullable(start.token()));
            return new Reply(result.exitCode(), result.toReply());
        } finally {
            end();
        }
    }

    /** Returns null when nothing is carried out. */
    private synchronized Invite begin() {
        if (invite != null) {
            running++;
        }
        return invite;
    }

    private synchronized void end() {
        running--;
        notifyAll();
    }

    /** Takes no more, and returns when those begun have ended by themselves. */
    synchronized void finish() {
        invite = null;
        try {
            while (running > 0) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes no more, and ends the waiting of those begun. */
    @Override
    public void close() {
        Invite serving;
        synchronized (this) {
            serving = invite;
        }
        if (serving != null) {
            serving.end();
        }
        finish();
    }
}
