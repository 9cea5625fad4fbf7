package steward.app.testing;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import steward.api.Account;
import steward.api.AccountKind;
import steward.api.EmailAddress;
import steward.api.Ids;
import steward.api.NewOrganization;
import steward.api.Role;
import steward.server.Faults;
import steward.server.MovableClock;
import steward.server.Server;
import steward.server.ServerOptions;
import steward.server.db.Actor;
import steward.server.member.Members;

/** A real server with a few organizations, for tests of the window. */
public final class DemoTown implements AutoCloseable {
    /** What goes wrong with requests; nothing until planned. */
    public final Faults faults = new Faults();

    private final Path folder;
    private final Map<String, UUID> organizations = new ConcurrentHashMap<>();
    private Server server;
    private String token;

    public DemoTown(Path folder) {
        this.folder = folder;
        server = Server.start(options(0));
        Account owner = account("asa.lindqvist@haven.example", "Åsa Lindqvist");
        Account other = account("jonas.weber@haven.example", "Jonas Weber");
        found("Havenbrook University", owner);
        found("Nordlys Kraft AS", owner);
        found("Hôtels de la Normandie", owner);
        found("Менорка Чартер", owner);
        UUID closed = found("Honoré et Fils", other);
        write(tx -> server.core().members().add(tx, closed, owner, new Members.Joining(Role.MEMBER, null, null)));
        token = write(tx -> server.core().tokens().issue(tx, owner.id(), "test").secret());
    }

    /** Its address; another after {@link #restart}. */
    public URI url() {
        return URI.create(server.url());
    }

    /** A token of the Owner of all but one. */
    public String token() {
        return token;
    }

    public UUID organization(String name) {
        return organizations.get(name);
    }

    /** A single column of the server's own rows. */
    public List<String> rows(String sql) {
        return server.platform()
                .database()
                .read(handle -> handle.select(sql).mapTo(String.class).list());
    }

    public void stop() {
        server.close();
    }

    public void restart(int port) {
        server = Server.start(options(port));
    }

    /** Gives the account of {@link #token} another role in an organization, as somebody else would. */
    public void role(String organization, Role role) {
        write(tx -> tx.sql()
                .execute(
                        "UPDATE member SET role = ? WHERE org_id = ? AND account_id ="
                                + " (SELECT id FROM account WHERE email = 'asa.lindqvist@haven.example')",
                        role.name().toLowerCase(java.util.Locale.ROOT),
                        organization(organization).toString()));
    }

    private ServerOptions options(int port) {
        return new ServerOptions(port, folder, MovableClock.system(), faults, "https://meet.example");
    }

    private Account account(String email, String name) {
        return write(tx -> server.core().accounts().create(tx, EmailAddress.parse(email), name, AccountKind.USER));
    }

    private UUID found(String name, Account owner) {
        UUID id = Ids.next();
        write(tx -> server.core().organizations().create(tx, new NewOrganization(id, name), owner));
        organizations.put(name, id);
        return id;
    }

    private <T> T write(java.util.function.Function<steward.server.db.Tx, T> work) {
        return server.platform().database().write(Actor.PLATFORM, work);
    }

    @Override
    public void close() {
        server.close();
    }
}
