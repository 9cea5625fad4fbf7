package steward.app.bench;

import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import steward.api.Account;
import steward.api.AccountKind;
import steward.api.EmailAddress;
import steward.api.Ids;
import steward.api.NewOrganization;
import steward.server.Server;
import steward.server.ServerOptions;
import steward.server.db.Actor;

/**
 * The reference server as it is shipped, with an empty organization for every measurement; prints its address, a token of
 * their Owner, and them.
 */
final class SendServer {
    private SendServer() {}

    public static void main(String[] args) throws Exception {
        Server server = Server.start(ServerOptions.of(0, Path.of(args[0])));
        Account owner = server.platform().database().write(Actor.PLATFORM, tx -> server.core()
                .accounts()
                .create(tx, EmailAddress.parse("owner@haven.example"), "Åsa Lindqvist", AccountKind.USER));
        String token = server.platform().database().write(Actor.PLATFORM, tx -> server.core()
                .tokens()
                .issue(tx, owner.id(), "bench")
                .secret());
        StringBuilder line = new StringBuilder(server.url() + " " + token);
        for (int i = 0; i < Integer.parseInt(args[1]); i++) {
            UUID org = Ids.next();
            String name = "Organization " + i;
            server.platform().database().write(Actor.of(owner, ""), tx -> {
                server.core().organizations().create(tx, new NewOrganization(org, name), owner);
                return null;
            });
            line.append(' ').append(org);
        }
        System.out.println(line);
        new CountDownLatch(1).await();
    }
}
