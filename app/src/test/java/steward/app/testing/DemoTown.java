package steward.app.testing;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import steward.api.Account;
import steward.api.AccountKind;
import steward.api.EmailAddress;
import steward.api.Ids;
import steward.api.NewOrganization;
import steward.api.Role;
import steward.server.Server;
import steward.server.ServerOptions;
import steward.server.db.Actor;
import steward.server.member.Members;

/** A real server with a few organizations, for tests of the window. */
public final class DemoTown implements AutoCloseable {
    private final Path folder;
    private final Map<String, UUID> organizations = new ConcurrentHashMap<>();
    private Server server;
    private String token;

    public DemoTown(Path folder) {
        this.folder = folder;
        server = Server.start(ServerOptions.of(0, folder));
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

    public void stop() {
        server.close();
    }

    public void restart(int port) {
        server = Server.start(ServerOptions.of(port, folder));
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
