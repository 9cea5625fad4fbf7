package steward.server.http;

import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import steward.api.AccountKind;
import steward.api.Contract;
import steward.api.InvalidFieldException;
import steward.api.Json;
import steward.api.ProblemType;
import steward.server.contract.SchemaCheck;
import steward.server.db.Database;
import steward.server.db.Tx;

/** Runs a change in one transaction, with its key and result where the contract asks for a key. Thread-safe. */
final class KeyedWrite {
    private final Database database;
    private final SchemaCheck check;
    private final Replay replay;

    KeyedWrite(Database database, SchemaCheck check, Replay replay) {
        this.database = database;
        this.check = check;
        this.replay = replay;
    }

    Answer run(Call call, Handlers.Write handler, FaultGate gate) {
        if (!call.operation().takesKey()) {
            return database.write(call.caller().actor(), tx -> {
                Answer answer = attempt(refreshed(call, tx.sql()), handler, tx);
                gate.beforeCommit();
                return answer;
            });
        }
        UUID scope = scope(call);
        UUID key = UUID.fromString(call.header(Contract.IDEMPOTENCY_KEY).orElseThrow());
        if (!replay.enter(scope, key)) throw Replay.inProgress();
        try {
            return database.write(call.caller().actor(), tx -> {
                Answer answer = once(call, handler, tx, scope, key);
                gate.beforeCommit();
                return answer;
            });
        } finally {
            replay.leave(scope, key);
        }
    }

    /** The runtime's keys are its own, apart from those of people: they are many, and needed for minutes only. */
    private static UUID scope(Call call) {
        boolean own = call.access() == null || call.account().kind() == AccountKind.RUNTIME;
        return own ? call.account().id() : call.orgId();
    }

    /** The kept answer of this very call, for one who has lost the role by it. */
    Optional<Answer> kept(Handle sql, Call call, UUID scope) {
        UUID key = UUID.fromString(call.header(Contract.IDEMPOTENCY_KEY).orElseThrow());
        String fingerprint = Replay.fingerprint(call, String.valueOf(call.json()));
        return replay.find(sql, scope, key)
                .filter(done -> done.fingerprint().equals(fingerprint))
                .map(KeyedWrite::again);
    }

    private Answer once(Call call, Handlers.Write handler, Tx tx, UUID scope, UUID key) {
        Call now = refreshed(call, tx.sql());
        String fingerprint = Replay.fingerprint(now, String.valueOf(now.json()));
        Optional<Replay.Done> earlier = replay.find(tx.sql(), scope, key);
        if (earlier.isPresent()) return again(earlier.get().matching(fingerprint));
        Answer answer;
        try {
            answer = tx.step(() -> attempt(now, handler, tx));
        } catch (ProblemException e) {
            if (!Replay.isFinal(e.problem().status())) throw e;
            answer = Answer.of(e.problem());
        }
        long seq = tx.lastSeq() > 0 ? tx.lastSeq() : head(tx.sql(), call.access() == null ? scope : call.orgId());
        String result = answer.body() == null ? null : Json.mapper().writeValueAsString(answer.body());
        replay.keep(tx, scope, key, new Replay.Done(fingerprint, answer.status(), result, answer.version(), seq));
        return answer.ofKey(seq, false);
    }

    private Answer attempt(Call call, Handlers.Write handler, Tx tx) {
        try {
            if (call.json() != null) check.check(call.operation().body(), call.json(), "");
            return handler.answer(call, tx);
        } catch (InvalidFieldException e) {
            throw invalid(e);
        }
    }

    /** What the caller may may have changed since it was let in. */
    private static Call refreshed(Call call, Handle sql) {
        if (call.access() == null) return call;
        Access access = Access.of(sql, call.account(), call.orgId()).orElseThrow(ProblemException::notFound);
        Guard.check(call.operation(), call.account(), access);
        return call.with(access);
    }

    private static Answer again(Replay.Done done) {
        String type = done.status() < 400 ? "application/json" : "application/problem+json";
        Answer first =
                new Answer(done.status(), done.result() == null ? null : type, done.body(), done.version(), null, null);
        return first.ofKey(done.changeSeq(), true);
    }

    static long head(Handle sql, UUID orgId) {
        return sql.select("SELECT seq FROM organization WHERE id = ?", orgId)
                .mapTo(Long.class)
                .findFirst()
                .orElse(0L);
    }

    static ProblemException invalid(InvalidFieldException e) {
        String field = e.field().isEmpty() ? "body" : e.field();
        String what = e.getMessage().substring(e.field().length()).strip();
        return ProblemException.field(
                ProblemType.INVALID_FIELD,
                field,
                "The field " + field + " " + what + ". Correct it and send it again.");
    }
}
