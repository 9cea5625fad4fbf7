package steward.server.change;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import steward.api.Json;
import steward.server.db.Tx;

/** The open streams of all organizations. Thread-safe; what is told here is told after the commit. */
public final class Events implements AutoCloseable {
    private final Set<Subscriber> subscribers = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    public Subscriber subscribe(UUID orgId, UUID accountId, UUID tokenId) {
        Subscriber subscriber = new Subscriber(this, orgId, accountId, tokenId);
        subscribers.add(subscriber);
        if (closed) subscriber.close();
        return subscriber;
    }

    /** Tells a payload once the transaction is on disk: event {@code meeting} or {@code usage}. */
    public void tell(Tx tx, UUID orgId, String event, Object payload) {
        tx.afterCommit(() -> {
            if (subscribers.isEmpty()) return;
            String json = Json.mapper().writeValueAsString(payload);
            String frame = "event: " + event + "\ndata: " + json + "\n\n";
            each(subscriber -> subscriber.orgId.equals(orgId), frame);
        });
    }

    /** Closes the streams of one who no longer has access to an organization. */
    public void dropMember(Tx tx, UUID orgId, UUID accountId) {
        tx.afterCommit(() -> close(one -> one.orgId.equals(orgId) && one.accountId.equals(accountId)));
    }

    /** Closes the streams opened with a token. */
    public void dropToken(Tx tx, UUID tokenId) {
        tx.afterCommit(() -> close(one -> one.tokenId.equals(tokenId)));
    }

    /** How many streams are open. */
    public int open() {
        return subscribers.size();
    }

    /** A hint that an organization has changed up to a sequence number. */
    public static String frame(long seq) {
        return "id: " + seq + "\nevent: change\ndata: {\"seq\":" + seq + "}\n\n";
    }

    void changed(UUID orgId, long seq) {
        for (Subscriber subscriber : subscribers) {
            if (subscriber.orgId.equals(orgId)) subscriber.hint(seq);
        }
    }

    void forget(Subscriber subscriber) {
        subscribers.remove(subscriber);
    }

    private void each(Predicate<Subscriber> which, String frame) {
        for (Subscriber subscriber : subscribers) {
            if (which.test(subscriber)) subscriber.payload(frame);
        }
    }

    private void close(Predicate<Subscriber> which) {
        List.copyOf(subscribers).stream().filter(which).forEach(Subscriber::close);
    }

    @Override
    public void close() {
        closed = true;
        close(_ -> true);
    }
}
