package steward.app.cli;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import steward.app.i18n.Messages;
import steward.app.settings.Policy;
import steward.app.signin.Demo;
import steward.app.signin.Resuming;
import steward.sync.Engine;
import steward.sync.Engine.KnownAccount;
import steward.sync.GivenToken;
import steward.sync.Session;
import steward.sync.SyncException;

/** As whom the command line acts: by a token it was given, as somebody signed in here, or in the demo. Blocking. */
final class Access {

    private final Engine engine;
    private final Demo demo;
    private final Policy policy;
    private final InviteOrder order;

    Access(Engine engine, Demo demo, Policy policy, InviteOrder order) {
        this.engine = engine;
        this.demo = demo;
        this.policy = policy;
        this.order = order;
    }

    /** @throws InviteException when nobody is signed in who fits */
    Session open(Optional<String> token) {
        Optional<KnownAccount> known = known();
        boolean anybody = server().isPresent() || !engine.accounts().isEmpty();
        if (order.demo() || (policy.demo() && (!anybody || (known.isEmpty() && namesOneOfTheDemo())))) {
            return checked(ofDemo());
        }
        boolean keeps = token.isEmpty() || known.filter(this::isOfDemo).isPresent();
        return checked(keeps ? kept(known) : given(known, token.get()));
    }

    /** Somebody of this computer's demo who was not used yet. */
    private boolean namesOneOfTheDemo() {
        return server().isEmpty()
                && order.account() != null
                && demo.token(order.account()).isPresent();
    }

    private Session ofDemo() {
        Demo.Entry owner = demo.enter(Demo.Persona.OWNER);
        Optional<Demo.Entry> wanted = order.account() == null ? Optional.of(owner) : demo.again(order.account());
        Demo.Entry entry = wanted.orElseThrow(this::notSignedIn);
        return engine.enter(entry.server(), entry.token());
    }

    private Session kept(Optional<KnownAccount> known) {
        var resuming = new Resuming(engine, demo);
        Session session = known.flatMap(resuming::resume).orElseThrow(this::notSignedIn);
        resuming.follow(session);
        return session;
    }

    private Session given(Optional<KnownAccount> known, String token) {
        URI server = server().or(() -> known.map(KnownAccount::server)).orElseThrow(this::notSignedIn);
        try {
            return engine.enter(server, token);
        } catch (SyncException.Unreachable e) {
            return engine.resume(known.orElseThrow(() -> e), token);
        }
    }

    /** The one that was named, or the only one there is. */
    private Optional<URI> server() {
        return order.address().or(() -> Optional.ofNullable(policy.server()));
    }

    private Session checked(Session session) {
        String email = session.account().email();
        if (order.account() != null && !order.account().equalsIgnoreCase(email)) {
            throw new InviteException(
                    InviteResult.UNFINISHED, Messages.text("cli.access.other", email, order.account()));
        }
        return session;
    }

    /** The account used last of those that fit. */
    private Optional<KnownAccount> known() {
        List<KnownAccount> accounts = engine.accounts();
        return accounts.stream()
                .filter(each -> order.account() == null
                        || order.account().equalsIgnoreCase(each.account().email()))
                .filter(each -> server().isEmpty() || same(each.server(), server().get()))
                .findFirst();
    }

    private static boolean same(URI known, URI meant) {
        return known.toString().equals(meant.toString().toLowerCase(Locale.ROOT).replaceAll("/+$", ""));
    }

    /** The demo says its tokens itself; one that was given is for another server. */
    private boolean isOfDemo(KnownAccount known) {
        return server().isEmpty()
                && "127.0.0.1".equals(known.server().getHost())
                && demo.token(known.account().email()).isPresent();
    }

    private InviteException notSignedIn() {
        String who = order.account() == null ? "" : order.account();
        return new InviteException(
                InviteResult.UNFINISHED,
                Messages.text("cli.access.none", who.isEmpty() ? 0 : 1, who, GivenToken.VARIABLE));
    }
}
