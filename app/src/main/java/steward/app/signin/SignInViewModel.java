package steward.app.signin;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import steward.api.Contract;
import steward.api.ServerInfo;
import steward.app.fx.Background;
import steward.app.fx.Job;
import steward.app.i18n.Messages;
import steward.app.settings.Policy;
import steward.app.shell.FailureWords;
import steward.sync.Engine;
import steward.sync.Engine.KnownAccount;
import steward.sync.Session;
import steward.sync.SyncException;

/** Signing in: which server, who, and what stands in the way. */
public final class SignInViewModel {

    /** An account signed in here before, and whether its token is still there. */
    public record Known(KnownAccount account, boolean opens) {}

    private final Engine engine;
    private final Demo demo;
    private final Policy policy;
    private final Background background;
    private final Consumer<Session> signedIn;
    private final StringProperty address = new SimpleStringProperty(this, "address", "");
    private final StringProperty token = new SimpleStringProperty(this, "token", "");
    private final BooleanProperty remember = new SimpleBooleanProperty(this, "remember", true);
    private final ReadOnlyObjectWrapper<AddressCheck> check =
            new ReadOnlyObjectWrapper<>(this, "check", new AddressCheck.Empty());
    private final ReadOnlyObjectWrapper<Engine.TokenPlace> tokenPlace = new ReadOnlyObjectWrapper<>(this, "tokenPlace");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final ReadOnlyStringWrapper busy = new ReadOnlyStringWrapper(this, "busy", "");
    private final ReadOnlyBooleanWrapper canSignIn = new ReadOnlyBooleanWrapper(this, "canSignIn");
    private final ObservableList<Known> accounts = FXCollections.observableArrayList();
    private Job<?> asking;
    private URI asked;

    /** {@code signedIn} gets the session, on the FX thread. */
    public SignInViewModel(Engine engine, Demo demo, Policy policy, Background background, Consumer<Session> signedIn) {
        this.engine = engine;
        this.demo = demo;
        this.policy = policy;
        this.background = background;
        this.signedIn = signedIn;
        address.subscribe((before, after) -> edited());
        token.subscribe(this::enable);
        check.subscribe(this::enable);
        busy.subscribe(this::enable);
        background.run("ask the keychain", engine::tokenPlace).onSuccess(this::keptIn);
        background.run("list accounts", this::usable).onSuccess(accounts::setAll);
        if (policy.server() != null) {
            address.set(policy.server().toString());
            checkAddress();
        }
    }

    private List<Known> usable() {
        return engine.accounts().stream()
                .filter(known -> policy.reach().allows(known.server()))
                .map(known -> new Known(known, engine.isTokenKept(known)))
                .toList();
    }

    /** Why no other address can be entered, or empty. */
    public String addressFixed() {
        return policy.server() == null ? "" : Messages.text("signin.policy.reason");
    }

    /** Whether the policy lets anybody into the demo. */
    public boolean isDemoAllowed() {
        return policy.demo();
    }

    public StringProperty addressProperty() {
        return address;
    }

    public StringProperty tokenProperty() {
        return token;
    }

    /** Off keeps the token in memory only, until the program ends. */
    /** Without a keychain nobody can stay signed in, so nobody is asked. */
    private void keptIn(Engine.TokenPlace place) {
        tokenPlace.set(place);
        if (place == Engine.TokenPlace.MEMORY) {
            remember.set(false);
        }
    }

    public BooleanProperty rememberProperty() {
        return remember;
    }

    public ReadOnlyObjectProperty<AddressCheck> checkProperty() {
        return check.getReadOnlyProperty();
    }

    /** Null until the keychain answered or did not. */
    public ReadOnlyObjectProperty<Engine.TokenPlace> tokenPlaceProperty() {
        return tokenPlace.getReadOnlyProperty();
    }

    /** Why signing in did not work, or empty. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** What is being waited for, or empty. */
    public ReadOnlyStringProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canSignInProperty() {
        return canSignIn.getReadOnlyProperty();
    }

    /** Accounts that were signed in on this computer. */
    public ObservableList<Known> accounts() {
        return accounts;
    }

    /** Asks the server at the address who it is; a no-op while that address was answered already. */
    public void checkAddress() {
        String typed = address.get().strip();
        if (typed.isEmpty()) {
            check.set(new AddressCheck.Empty());
            return;
        }
        Optional<URI> server = AddressCheck.parse(typed);
        if (server.isEmpty()) {
            check.set(new AddressCheck.Problem(Messages.text("signin.address.malformed")));
        } else if (AddressCheck.isUnprotected(server.get())) {
            check.set(new AddressCheck.Problem(Messages.text("signin.address.unprotected")));
        } else if (!server.get().equals(asked)) {
            ask(server.get());
        }
    }

    private void ask(URI server) {
        asked = server;
        check.set(new AddressCheck.Asking());
        Job<ServerInfo> probe = background.run("probe", () -> engine.probe(server));
        asking = probe;
        probe.onSuccess(info -> {
                    if (server.equals(asked)) {
                        check.set(new AddressCheck.Answers(server, info, info.apiVersion() == Contract.VERSION));
                    }
                })
                .onFailure(failure -> {
                    if (server.equals(asked)) {
                        asked = null;
                        check.set(new AddressCheck.Problem(FailureWords.of(failure)));
                    }
                });
    }

    private void edited() {
        problem.set("");
        if (asking != null) {
            asking.cancel();
            asking = null;
        }
        asked = null;
        check.set(new AddressCheck.Empty());
    }

    private void enable() {
        canSignIn.set(check.get() instanceof AddressCheck.Answers answers
                && answers.fits()
                && !token.get().isBlank()
                && busy.get().isEmpty());
    }

    public void signIn() {
        if (!canSignIn.get() || !(check.get() instanceof AddressCheck.Answers answers)) {
            checkAddress();
            return;
        }
        String secret = token.get().strip();
        boolean keep = remember.get();
        enter(Messages.text("signin.busy.signIn"), () -> engine.signIn(answers.server(), secret, keep));
    }

    /** Opens an account signed in before, also without its server; asks for the token when it is gone. */
    public void resume(KnownAccount account) {
        busy.set(Messages.text("signin.busy.resume"));
        problem.set("");
        background
                .run("resume", () -> new Resuming(engine, demo).resume(account))
                .onSuccess(session -> {
                    busy.set("");
                    session.ifPresentOrElse(signedIn, () -> askForToken(account));
                })
                .onFailure(this::failed);
    }

    public void tryDemo(Demo.Persona persona) {
        if (!busy.get().isEmpty() || !policy.demo()) {
            return;
        }
        enter(Messages.text("signin.busy.demo"), () -> {
            Demo.Entry entry = demo.enter(persona);
            return engine.signIn(entry.server(), entry.token(), true);
        });
    }

    private void askForToken(KnownAccount account) {
        address.set(account.server().toString());
        token.set("");
        checkAddress();
        problem.set(Messages.text("signin.token.gone", account.account().email()));
    }

    private void enter(String words, java.util.concurrent.Callable<Session> work) {
        busy.set(words);
        problem.set("");
        background
                .run("sign in", work)
                .onSuccess(session -> {
                    busy.set("");
                    token.set("");
                    signedIn.accept(session);
                })
                .onFailure(this::failed);
    }

    /** Why what was tried before this did not work. */
    public void tell(Throwable failure) {
        problem.set(
                switch (failure) {
                    case SyncException.Unauthorized ignored -> Messages.text("signin.token.refused");
                    case Demo.CannotStartException demoData -> demoData.words();
                    default -> FailureWords.of(failure);
                });
    }

    private void failed(Throwable failure) {
        busy.set("");
        tell(failure);
    }
}
