package steward.server.db;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * One write transaction: its SQL handle, its one instant, in whose name, and what is told after the commit. Used by one
 * thread.
 */
public final class Tx {
    private final Handle sql;
    private final Instant now;
    private Actor actor;
    private final List<Runnable> afterCommit = new ArrayList<>();
    private long lastSeq;

    Tx(Handle sql, Instant now, Actor actor) {
        this.sql = sql;
        this.now = now;
        this.actor = actor;
    }

    public Handle sql() {
        return sql;
    }

    /** The instant of everything this transaction does, to the millisecond. */
    public Instant now() {
        return now;
    }

    public Actor actor() {
        return actor;
    }

    /** From here on in another name: of one who only now turned out to be who it is. */
    public void actAs(Actor other) {
        actor = other;
    }

    /** Runs once the transaction is on disk; not at all when it is rolled back. */
    public void afterCommit(Runnable told) {
        afterCommit.add(told);
    }

    /** Remembers the change sequence of the effect, for the answer. */
    public void changed(long seq) {
        lastSeq = seq;
    }

    /** The last change sequence since {@link #forgetSeq}, or 0 when nothing changed. */
    public long lastSeq() {
        return lastSeq;
    }

    public void forgetSeq() {
        lastSeq = 0;
    }

    /**
     * Runs a step whose refusal undoes only the step: a savepoint.
     *
     * @throws RuntimeException the step's own, after its effects and news are gone
     */
    public <T> T step(Step<T> step) {
        String name = "step" + UUID.randomUUID().toString().replace("-", "");
        int told = afterCommit.size();
        sql.savepoint(name);
        boolean done = false;
        try {
            T result = step.run();
            sql.releaseSavepoint(name);
            done = true;
            return result;
        } finally {
            if (!done) {
                sql.rollbackToSavepoint(name);
                afterCommit.subList(told, afterCommit.size()).clear();
            }
        }
    }

    List<Runnable> news() {
        return afterCommit;
    }

    /** Something done in a savepoint. */
    @FunctionalInterface
    public interface Step<T> {
        T run();
    }
}
