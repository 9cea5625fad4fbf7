package steward.server.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import steward.api.Account;
import steward.api.AccountKind;
import steward.api.EmailAddress;
import steward.api.Json;
import steward.api.Role;
import steward.server.Server;
import steward.server.db.Actor;
import steward.server.db.Rows;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

/**
 * {@code accounts.json}: the accounts to sign in as with their tokens, for the owner of the file alone. Tokens stay over
 * restarts as long as the file and the tokens do; the database has only their hashes.
 */
final class AccountsFile {
    static final String NAME = "accounts.json";
    private static final TypeReference<List<Entry>> ENTRIES = new TypeReference<>() {};
    private static final String PRIVATE = "rw-------";

    private final Server server;
    private final Path file;

    /** An account to sign in as. */
    record Entry(String email, String token, AccountKind kind, List<Place> organizations) {}

    /** What it is in an organization. */
    record Place(UUID id, String slug, Role role) {}

    AccountsFile(Server server, Path folder) {
        this.server = server;
        this.file = folder.resolve(NAME);
    }

    /** Writes the file as things stand now. */
    Path write(Cast cast) {
        List<Entry> before = read();
        List<Entry> entries = new ArrayList<>();
        for (Cast.Actor actor : cast.actors()) {
            account(actor.email()).ifPresent(account -> entries.add(entry(account, before)));
        }
        save(Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(entries));
        return file;
    }

    private Optional<Account> account(String email) {
        EmailAddress address = EmailAddress.parse(email);
        return server.platform().database().read(sql -> server.core().accounts().byEmail(sql, address));
    }

    private Entry entry(Account account, List<Entry> before) {
        String token = before.stream()
                .filter(entry -> entry.email().equals(account.email()))
                .map(Entry::token)
                .filter(secret -> isGood(secret, account))
                .findFirst()
                .orElseGet(() -> issue(account));
        List<Place> places = server.platform().database().read(sql -> places(sql, account));
        return new Entry(account.email(), token, account.kind(), places);
    }

    private boolean isGood(String secret, Account account) {
        return server.core()
                .tokens()
                .of(secret, "")
                .filter(caller -> caller.account().id().equals(account.id()))
                .isPresent();
    }

    private String issue(Account account) {
        return server.platform().database().write(Actor.PLATFORM, tx -> server.core()
                .tokens()
                .issue(tx, account.id(), "Demo")
                .secret());
    }

    private static List<Place> places(Handle sql, Account account) {
        String query = account.kind() == AccountKind.SUPPORT
                ? "SELECT id, slug, 'support' AS role FROM organization WHERE ? IS NOT NULL ORDER BY slug"
                : """
                  SELECT o.id, o.slug, m.role FROM member m JOIN organization o ON o.id = m.org_id
                  WHERE m.account_id = ? ORDER BY o.slug
                  """;
        return sql.select(query, account.id())
                .map((row, _) ->
                        new Place(Rows.id(row, "id"), row.getString("slug"), Rows.constant(row, "role", Role.class)))
                .list();
    }

    /** A file that cannot be read is written anew. */
    private List<Entry> read() {
        if (!Files.exists(file)) return List.of();
        try {
            return Json.mapper().readValue(Files.readAllBytes(file), ENTRIES);
        } catch (IOException | JacksonException e) {
            return List.of();
        }
    }

    private void save(byte[] content) {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] attributes = posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(PRIVATE))
                }
                : new FileAttribute<?>[0];
        try {
            Path fresh = Files.createTempFile(file.getParent(), "accounts", ".json", attributes);
            Files.write(fresh, content);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
