package steward.server;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import steward.api.Account;
import steward.api.AccountKind;
import steward.api.EmailAddress;
import steward.api.Ids;
import steward.api.NewOrganization;
import steward.api.Role;
import steward.server.db.Actor;
import steward.server.mail.FolderPostbox;
import steward.server.mail.Postbox;
import steward.server.member.Members;

/** A running server with one organization, somebody in each role, and a clock that stands at {@link #START}. */
public final class World implements AutoCloseable {
    public static final Instant START = Instant.parse("2026-03-01T09:00:00Z");
    private static final ContractCheck CONTRACT = new ContractCheck();

    public final MovableClock clock = new MovableClock(InstantSource.fixed(START));
    public final Faults faults = new Faults();
    public final HttpClient http = HttpClient.newHttpClient();
    public final UUID org = Ids.next();
    public final Server server;

    /** Somebody who can call. */
    public record Person(Account account, UUID memberId, Wire wire) {}

    public final Person owner;
    public final Person admin;
    public final Person member;
    public final Person support;
    public final Person runtime;
    /** Owner of an organization of its own. */
    public final Person stranger;

    public final UUID strangersOrg = Ids.next();

    public World(Path folder) {
        this(folder, new FolderPostbox(folder.resolve("mail")));
    }

    public World(Path folder, Postbox postbox) {
        server = Server.start(new ServerOptions(0, folder, clock, faults, "https://meet.example", postbox));
        owner = founder("olivia@example.com", "Olivia Owner", org, "Acme");
        admin = join(org, "adam@example.com", "Adam Admin", Role.ADMIN);
        member = join(org, "mia@example.com", "Mia Member", Role.MEMBER);
        support = platform("sam@platform.example", AccountKind.SUPPORT);
        runtime = platform("runtime@platform.example", AccountKind.RUNTIME);
        stranger = founder("sten@other.example", "Sten Stranger", strangersOrg, "Other");
    }

    public String path(String rest) {
        return "/v1/organizations/" + org + rest;
    }

    /** The person who stands for a role. */
    public Person of(Role role) {
        return switch (role) {
            case OWNER -> owner;
            case ADMIN -> admin;
            case MEMBER -> member;
            case SUPPORT -> support;
        };
    }

    /** Makes somebody a member, past the invitation. */
    public Person join(UUID orgId, String email, String name, Role role) {
        Account account = account(email, name, AccountKind.USER);
        UUID memberId = server.platform().database().write(Actor.PLATFORM, tx -> server.core()
                .members()
                .add(tx, orgId, account, new Members.Joining(role, null, null))
                .id());
        return new Person(account, memberId, wire(account));
    }

    public Person founder(String email, String name, UUID orgId, String orgName) {
        Account account = account(email, name, AccountKind.USER);
        UUID memberId = server.platform().database().write(Actor.of(account, ""), tx -> {
            server.core().organizations().create(tx, new NewOrganization(orgId, orgName), account);
            return server.core()
                    .members()
                    .byAccount(tx.sql(), orgId, account.id())
                    .orElseThrow()
                    .id();
        });
        return new Person(account, memberId, wire(account));
    }

    /** How many rows a table has, for what the contract does not show. */
    public int rows(String table) {
        return server.platform().database().read(sql -> sql.select("SELECT COUNT(*) FROM " + table)
                .mapTo(Integer.class)
                .one());
    }

    private Person platform(String email, AccountKind kind) {
        Account account = account(email, kind.name(), kind);
        return new Person(account, null, wire(account));
    }

    private Account account(String email, String name, AccountKind kind) {
        return server.platform().database().write(Actor.PLATFORM, tx -> server.core()
                .accounts()
                .create(tx, EmailAddress.parse(email), name, kind));
    }

    private Wire wire(Account account) {
        String token = server.platform().database().write(Actor.PLATFORM, tx -> server.core()
                .tokens()
                .issue(tx, account.id(), "test")
                .secret());
        return new Wire(http, CONTRACT, server.url(), token);
    }

    @Override
    public void close() {
        http.shutdownNow();
        server.close();
    }
}
