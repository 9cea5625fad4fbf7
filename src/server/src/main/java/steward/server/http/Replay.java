package steward.server.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import steward.api.Json;
import steward.api.OperationState;
import steward.api.ProblemType;
import steward.server.db.Tx;
import tools.jackson.databind.JsonNode;

/**
 * The results of idempotency keys (sync.md, Wire): the first final one is kept with the effect and returned on every
 * replay. Thread-safe.
 */
public final class Replay {
    public static final Duration RETENTION = Duration.ofDays(30);
    /** The meeting runtime repeats a call within seconds or never; it makes one about every second. */
    private static final Duration OF_RUNTIME = Duration.ofHours(1);

    private static final Set<Integer> FINAL = Set.of(403, 409, 422);

    private final Set<String> running = ConcurrentHashMap.newKeySet();

    /** What became of a key. */
    record Done(String fingerprint, int status, String result, Long version, long changeSeq) {
        JsonNode body() {
            return result == null ? null : Json.mapper().readTree(result);
        }

        /** Refuses a key that was used for something else. */
        Done matching(String other) {
            if (fingerprint.equals(other)) return this;
            throw ProblemException.of(
                    ProblemType.KEY_REUSED,
                    "This Idempotency-Key belongs to an earlier, different request. Use a new key for a new request.");
        }
    }

    static boolean isFinal(int status) {
        return status / 100 == 2 || FINAL.contains(status);
    }

    /** Ties a key to its account, address and content. */
    static String fingerprint(Call call, String content) {
        String ifMatch = call.header("If-Match").orElse("");
        String path = call.operation().id() + call.parameters().path();
        return sha256(call.account().id() + "\n" + path + "\n" + ifMatch + "\n" + content);
    }

    /** Marks a key as running; false when it already is. */
    boolean enter(UUID scope, UUID key) {
        return running.add(scope + " " + key);
    }

    void leave(UUID scope, UUID key) {
        running.remove(scope + " " + key);
    }

    static ProblemException inProgress() {
        return ProblemException.of(
                ProblemType.OPERATION_IN_PROGRESS,
                "The first request with this Idempotency-Key is still running. Send it again in a moment.");
    }

    Optional<Done> find(Handle sql, UUID scope, UUID key) {
        return sql.select(
                        "SELECT fingerprint, status, result, version, change_seq FROM op_done"
                                + " WHERE scope_id = ? AND op_id = ?",
                        scope,
                        key)
                .map((row, context) -> {
                    long version = row.getLong("version");
                    Long tag = row.wasNull() ? null : (Long) version;
                    return new Done(
                            row.getString("fingerprint"),
                            row.getInt("status"),
                            row.getString("result"),
                            tag,
                            row.getLong("change_seq"));
                })
                .findFirst();
    }

    /** What became of a key, for a client that has lost the answer; looked for in each scope. */
    public OperationState state(Handle sql, List<UUID> scopes, UUID key) {
        return scopes.stream()
                .flatMap(scope -> find(sql, scope, key).stream())
                .findFirst()
                .map(done -> new OperationState(key, true, done.status(), done.changeSeq()))
                .orElseGet(() -> new OperationState(key, false, null, null));
    }

    void keep(Tx tx, UUID scope, UUID key, Done done) {
        tx.sql()
                .execute(
                        "INSERT INTO op_done (scope_id, op_id, fingerprint, status, result, version, change_seq,"
                                + " created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                        scope,
                        key,
                        done.fingerprint(),
                        done.status(),
                        done.result(),
                        done.version(),
                        done.changeSeq(),
                        tx.now());
    }

    /** Forgets what is older than the retention. */
    public void forget(Tx tx) {
        Instant oldest = tx.now().minus(RETENTION);
        tx.sql().execute("DELETE FROM op_done WHERE created_at < ?", oldest);
        tx.sql()
                .execute(
                        "DELETE FROM op_done WHERE created_at < ?"
                                + " AND scope_id IN (SELECT id FROM account WHERE kind = 'runtime')",
                        tx.now().minus(OF_RUNTIME));
    }

    static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
