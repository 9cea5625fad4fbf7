package steward.app;

import java.net.URI;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import steward.app.control.Page;
import steward.app.control.State;
import steward.app.control.StateView;
import steward.app.i18n.Messages;
import steward.app.settings.Settings;
import steward.app.settings.SettingsFile;
import steward.app.settings.SettingsView;
import steward.app.shell.AccountActions;
import steward.app.shell.MainWindow;
import steward.app.shell.Opened;
import steward.app.shell.Runtime;
import steward.app.shell.Shell;
import steward.app.shell.Tabs;
import steward.app.signin.Demo;
import steward.app.signin.Resuming;
import steward.app.signin.SignInView;
import steward.app.signin.SignInViewModel;
import steward.sync.Engine;
import steward.sync.Session;

/** Which screen fills the window: signing in, the shell, or why neither. On the FX thread. */
final class Screens implements AccountActions {
    private final MainWindow window;
    private final Runtime runtime;
    private final Engine engine;
    private final Parts parts;
    private final Resuming resuming;
    private Session session;
    private Shell shell;

    /** What the composition made for the screens. */
    record Parts(SettingsFile settings, Demo demo, Tabs tabs, java.util.function.Supplier<SettingsView> settingsView) {}

    Screens(MainWindow window, Runtime runtime, Engine engine, Resuming resuming, Parts parts) {
        this.window = window;
        this.runtime = runtime;
        this.engine = engine;
        this.parts = parts;
        this.resuming = resuming;
    }

    /** The demo if asked for, else the account used last, else signing in, at {@code server} if it is not null. */
    void start(boolean demo, URI server, LastAccount last) {
        if (demo) {
            enterDemo(server);
        } else {
            runtime.background()
                    .run("resume last", () -> last.await().map(Opened::of))
                    .onSuccess(seen -> seen.ifPresentOrElse(this::showShell, () -> offer(server)))
                    .onFailure(problem -> signIn(server).tell(problem));
        }
    }

    private void offer(URI server) {
        SignInViewModel model = signIn(server);
        if (server != null) {
            model.checkAddress();
        }
    }

    /** On a later start what was last seen stands at once, and the demo starts behind it. */
    private void enterDemo(URI server) {
        UUID lastServer = parts.settings().get().lastServer();
        runtime.background()
                .run("resume demo", () -> resuming.resume(Demo.Persona.OWNER, lastServer)
                        .map(Opened::of))
                .onSuccess(seen -> seen.ifPresentOrElse(
                        this::showShell, () -> signIn(server).tryDemo(Demo.Persona.OWNER)))
                .onFailure(problem -> signIn(server).tryDemo(Demo.Persona.OWNER));
    }

    private SignInViewModel signIn(URI server) {
        var model =
                new SignInViewModel(engine, parts.demo(), parts.settings().policy(), runtime.background(), this::enter);
        if (server != null) {
            model.addressProperty().set(server.toString());
        }
        showSignIn(model);
        return model;
    }

    private void showSignIn(SignInViewModel model) {
        window.title(Messages.text("shell.window.title"));
        window.show(new SignInView(model, runtime.theme(), Version.text(), () -> showSettings(model)));
    }

    private void showSettings(SignInViewModel model) {
        Page page = parts.settingsView().get().page();
        page.setBack(Messages.text("settings.back.signIn"), () -> showSignIn(model));
        window.show(page);
    }

    private void enter(Session next) {
        runtime.background().run("read organizations", () -> Opened.of(next)).onSuccess(this::showShell);
    }

    private void showShell(Opened opened) {
        Session next = opened.session();
        session = next;
        keep(settings -> settings.withLast(next.server().id(), next.account().id()));
        window.show(new Region());
        shell = new Shell(opened, runtime, window, parts.tabs(), this);
        window.fill(shell.node());
        shell.node().requestFocus();
        runtime.background().start("demo again", () -> resuming.follow(next));
    }

    /** Why the program does not start, in words. */
    static void refuse(MainWindow window, Refusal why) {
        var page = new Page("refused", Messages.text("shell.newer.title"));
        var state = new StateView("refused-state", new Region());
        state.stateProperty()
                .set(State.forbidden(
                        why.heading(),
                        why.text(),
                        new steward.app.control.Action(Messages.text("shell.newer.quit"), Feather.X, window::close)));
        page.setContent(state);
        window.show(page);
    }

    @Override
    public void changeAccount() {
        Session left = session;
        leaveShell();
        runtime.background().start("close session", left::close);
        signIn(null);
    }

    @Override
    public void signOut() {
        Session left = session;
        leaveShell();
        keep(settings -> settings.withLast(null, null));
        signIn(null);
        runtime.background().start("sign out", () -> engine.signOut(left));
    }

    @Override
    public void forget() {
        Session left = session;
        leaveShell();
        keep(settings -> settings.withLast(null, null));
        runtime.background().start("revoke device", () -> engine.forget(left)).onEnd(() -> signIn(null));
    }

    /** The window goes: nothing of the shell may still listen. */
    void leaveShell() {
        if (shell != null) {
            shell.close();
            shell = null;
            session = null;
        }
    }

    private void keep(UnaryOperator<Settings> change) {
        runtime.background().run("keep settings", () -> parts.settings().change(change));
    }
}
