package steward.server.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import steward.api.AccessToken;
import steward.api.AccessTokenSecret;
import steward.api.Account;
import steward.api.Ids;
import steward.server.Platform;
import steward.server.db.Actor;
import steward.server.db.Tx;
import steward.server.http.Caller;
import steward.server.http.Callers;

/** Personal access tokens; only their hashes are kept. Thread-safe. */
public final class Tokens implements Callers {
    private static final String PREFIX = "stw_";
    private static final int SECRET_BYTES = 32;
    /** How exactly "last used" is kept; each step costs a write. */
    private static final Duration USE_STEP = Duration.ofHours(1);

    private final SecureRandom random = new SecureRandom();
    private final Platform platform;

    public Tokens(Platform platform) {
        this.platform = platform;
    }

    /** Makes a token; its secret is in the result and nowhere else. */
    public AccessTokenSecret issue(Tx tx, UUID accountId, String label) {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        UUID id = Ids.next();
        tx.sql()
                .execute(
                        "INSERT INTO token (id, account_id, hash, label, created_at) VALUES (?, ?, ?, ?, ?)",
                        id,
                        accountId,
                        hash(secret),
                        label,
                        tx.now());
        return new AccessTokenSecret(id, label, secret);
    }

    public List<AccessToken> list(Handle sql, UUID accountId, UUID current) {
        return sql.select(
                        "SELECT id, label, created_at, last_used_at FROM token WHERE account_id = ? ORDER BY id",
                        accountId)
                .map((row, context) -> {
                    UUID id = UUID.fromString(row.getString("id"));
                    long used = row.getLong("last_used_at");
                    Instant lastUsed = row.wasNull() ? null : Instant.ofEpochMilli(used);
                    Instant created = Instant.ofEpochMilli(row.getLong("created_at"));
                    return new AccessToken(id, row.getString("label"), created, lastUsed, id.equals(current));
                })
                .list();
    }

    /** Ends a token at once, and the streams opened with it; false when the account has no such token. */
    public boolean revoke(Tx tx, UUID accountId, UUID tokenId) {
        int gone = tx.sql().execute("DELETE FROM token WHERE id = ? AND account_id = ?", tokenId, accountId);
        if (gone > 0) platform.events().dropToken(tx, tokenId);
        return gone > 0;
    }

    /** Whether a token is still good. */
    public boolean stands(Handle sql, UUID tokenId) {
        return sql.select("SELECT 1 FROM token WHERE id = ?", tokenId)
                .mapTo(Integer.class)
                .findFirst()
                .isPresent();
    }

    private record Found(Account account, UUID tokenId, Instant lastUsed) {}

    @Override
    public Optional<Caller> of(String token, String address) {
        Optional<Found> found = platform.database().read(sql -> find(sql, token));
        found.ifPresent(this::noteUse);
        return found.map(each -> new Caller(each.account(), each.tokenId(), address));
    }

    private static Optional<Found> find(Handle sql, String token) {
        return sql.select(
                        "SELECT a.id, a.email, a.name, a.kind, t.id AS token_id, t.last_used_at FROM token t"
                                + " JOIN account a ON a.id = t.account_id WHERE t.hash = ?",
                        hash(token))
                .map((row, context) -> new Found(
                        Accounts.ROW.map(row, context),
                        UUID.fromString(row.getString("token_id")),
                        Instant.ofEpochMilli(row.getLong("last_used_at"))))
                .findFirst();
    }

    private void noteUse(Found found) {
        Instant now = platform.clock().instant();
        if (found.lastUsed().plus(USE_STEP).isAfter(now)) return;
        platform.database().write(Actor.PLATFORM, tx -> tx.sql()
                .execute("UPDATE token SET last_used_at = ? WHERE id = ?", tx.now(), found.tokenId()));
    }

    private static String hash(String secret) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
