package steward.server.account;

import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import steward.api.Account;
import steward.api.AccountKind;
import steward.api.EmailAddress;
import steward.api.Ids;
import steward.server.db.Tx;

/** The accounts of the platform. Thread-safe. */
public final class Accounts {
    static final RowMapper<Account> ROW = (row, context) -> new Account(
            UUID.fromString(row.getString("id")),
            row.getString("email"),
            row.getString("name"),
            AccountKind.valueOf(row.getString("kind").toUpperCase(java.util.Locale.ROOT)));

    public Account create(Tx tx, EmailAddress email, String name, AccountKind kind) {
        Account account = new Account(Ids.next(), email.text(), name, kind);
        tx.sql()
                .execute(
                        "INSERT INTO account (id, email, email_normal, name, kind, created_at) VALUES (?, ?, ?, ?, ?, ?)",
                        account.id(),
                        account.email(),
                        email.normal(),
                        account.name(),
                        account.kind(),
                        tx.now());
        return account;
    }

    public Optional<Account> byEmail(Handle sql, EmailAddress email) {
        return sql.select("SELECT id, email, name, kind FROM account WHERE email_normal = ?", email.normal())
                .map(ROW)
                .findFirst();
    }

    public Optional<Account> byId(Handle sql, UUID id) {
        return sql.select("SELECT id, email, name, kind FROM account WHERE id = ?", id)
                .map(ROW)
                .findFirst();
    }
}
