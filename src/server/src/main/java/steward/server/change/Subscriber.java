package steward.server.change;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One open stream: what waits to be sent to it. Hints are merged, payloads are bounded; who reads too slowly is closed
 * and resumes by its last id. Thread-safe.
 */
public final class Subscriber implements AutoCloseable {
    private static final int MOST = 256;

    final UUID orgId;
    final UUID accountId;
    final UUID tokenId;
    private final Events events;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final List<String> payloads = new ArrayList<>();
    private long hinted;
    private long sent;
    private boolean closed;

    Subscriber(Events events, UUID orgId, UUID accountId, UUID tokenId) {
        this.events = events;
        this.orgId = orgId;
        this.accountId = accountId;
        this.tokenId = tokenId;
    }

    void hint(long seq) {
        lock.lock();
        try {
            hinted = Math.max(hinted, seq);
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void payload(String frame) {
        lock.lock();
        try {
            if (payloads.size() >= MOST) closed = true;
            else payloads.add(frame);
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** What to send now; empty after the time without news, or when closed. */
    public List<String> await(Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (!closed && hinted == sent && payloads.isEmpty() && left > 0) left = news.awaitNanos(left);
            if (closed) return List.of();
            List<String> frames = new ArrayList<>();
            if (hinted > sent) {
                sent = hinted;
                frames.add(Events.frame(hinted));
            }
            frames.addAll(payloads);
            payloads.clear();
            return frames;
        } finally {
            lock.unlock();
        }
    }

    public boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            news.signalAll();
        } finally {
            lock.unlock();
        }
        events.forget(this);
    }
}
