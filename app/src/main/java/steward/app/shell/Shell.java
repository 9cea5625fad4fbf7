package steward.app.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import steward.app.control.Action;
import steward.app.control.IconWord;
import steward.app.control.Tone;
import steward.app.i18n.Messages;
import steward.app.notice.FxNotices;
import steward.app.notice.Notice;
import steward.store.AccountStore;
import steward.sync.Session;

/** The signed-in window: puts its parts together and leads from one to another. On the FX thread. */
public final class Shell implements AutoCloseable, Navigator {
    private final Session session;
    private final Runtime runtime;
    private final MainWindow frame;
    private final Organizations organizations;
    private final ShellViewModel model;
    private final StatusBarViewModel status;
    private final TabHost host;
    private final FxNotices notices;
    private final Logos logos;
    private final StoredViewMemory memory;
    private final OrganizationActions actions;
    private final Popovers popovers;
    private final AccountActions account;
    private final AccountMenu accountMenu;
    private final List<Command> commands;
    private final BorderPane node = new BorderPane();
    private final Subscription ticking;
    private Navigator navigator = this;

    public Shell(Opened opened, Runtime runtime, MainWindow frame, Tabs tabs, AccountActions account) {
        session = opened.session();
        this.runtime = runtime;
        this.frame = frame;
        this.account = account;
        var store = session.store();
        organizations = new Organizations(store, opened.organizations(), runtime.background());
        model = new ShellViewModel(session, organizations, runtime.background());
        status = new StatusBarViewModel(model, runtime.ticker().second());
        host = new TabHost(tabs);
        notices = new FxNotices(runtime.ticker().quarter());
        logos = new Logos(store.directory(), runtime.background());
        memory = new StoredViewMemory(store.preferences(), runtime.background());
        actions = new OrganizationActions(session, runtime, new Window(frame.dialogs(), notices, this, memory, logos));
        accountMenu = new AccountMenu(
                session.account(), session.server().name(), account, frame.dialogs(), () -> show(Place.SETTINGS));
        commands = commands();
        popovers = popovers();
        build();
        ticking = runtime.ticker().open();
        bind();
        store.damage().ifPresent(this::tellDamage);
    }

    /** The file of drafts and outbox was broken at the start: what became of it must not go unsaid. */
    private void tellDamage(AccountStore.Damage damage) {
        String aside = damage.setAside().toString();
        Runnable copy = () -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, aside));
        notices.tell(new Notice(
                Tone.WARNING,
                Messages.text("shell.damage.title"),
                Messages.text("shell.damage.text", damage.changes(), damage.drafts(), aside),
                new Action(Messages.text("shell.damage.copy"), Feather.COPY, copy)));
    }

    public Node node() {
        return node;
    }

    private void build() {
        VBox.setVgrow(host, Priority.ALWAYS);
        host.setMinHeight(0);
        node.setId("shell");
        var top = new TopBar(
                model,
                logos,
                runtime.theme(),
                session.account().name(),
                new TopBar.Verbs(popovers::toggleSwitcher, popovers::togglePalette, accountMenu::show));
        popovers.onSwitching(top::switching);
        node.setTop(top);
        node.setLeft(new Navigation(model, this::show));
        node.setCenter(new VBox(host, notices.node()));
        node.addEventHandler(KeyEvent.KEY_PRESSED, this::onKeyLeft);
        node.setBottom(new StatusBar(status, () -> show(Place.OUTBOX)));
    }

    private void bind() {
        frame.keys(this::onKey);
        model.openProperty().subscribe(this::opened);
        model.currentProperty().subscribe(row -> {
            frame.stripe(row == null ? null : Logos.accent(row.organization().accentColor()));
            frame.title(
                    row == null
                            ? Messages.text("shell.window.title")
                            : Messages.text(
                                    "shell.window.titleOf", row.organization().name()));
        });
        Runnable instead = () -> {
            if (model.openProperty().get() == null) {
                showPlace(null);
            }
        };
        organizations.snapshotProperty().subscribe(instead);
        model.connectionProperty().subscribe(instead);
    }

    private Popovers popovers() {
        var switcher = new SwitcherViewModel(organizations, this::openOrganization);
        var palette = new PaletteViewModel(this::commandEntries, this::organizationEntries, runtime.background());
        var verbs = new SwitcherView.Verbs(
                model::refreshDirectory, actions::create, actions::leave, frame.popovers()::hide);
        return new Popovers(
                frame.popovers(),
                new SwitcherView(switcher, logos, runtime.ticker().second(), verbs),
                switcher,
                new PaletteView(palette, logos, frame.popovers()::hide),
                () -> palette.open(contents()));
    }

    private PaletteContents contents() {
        OpenOrganization open = model.openProperty().get();
        return open == null || !open.panelOpen()
                ? null
                : new PaletteContents(session.store().organization(open.id()), navigator);
    }

    private List<Command> commands() {
        return new ShellCommands()
                .add(
                        "switch-organization",
                        "shell.command.switch",
                        Feather.REPEAT,
                        Keys.SWITCHER,
                        () -> popovers.toggleSwitcher())
                .places(this::show)
                .add("work-offline", "shell.command.offline", Feather.WIFI_OFF, Keys.WORK_OFFLINE, this::toggleOffline)
                .add("send-now", "shell.command.sendNow", Feather.SEND, Keys.SEND_NOW, this::sendNow)
                .add("refresh", "shell.command.refresh", Feather.REFRESH_CW, Keys.REFRESH, this::refresh)
                .add("theme", "shell.theme.toggle", Feather.MOON, null, runtime.theme()::toggle)
                .add("create-organization", "shell.command.create", Feather.PLUS, null, actions::create)
                .add("leave-organization", "shell.command.leave", Feather.LOG_OUT, null, this::leave)
                .add(
                        "change-account",
                        "shell.account.change",
                        Feather.USER,
                        Keys.CHANGE_ACCOUNT,
                        account::changeAccount)
                .add("sign-out", "shell.account.signOut", Feather.LOG_OUT, null, () -> accountMenu.askSignOut())
                .list();
    }

    private void opened(OpenOrganization open) {
        if (open == null || open.generation() > 1) {
            notices.reset();
        }
        navigator = new ScopedNavigator(this, () -> open == model.openProperty().get());
        host.open(open == null ? null : context(open));
        showPlace(null);
    }

    private OrganizationContext context(OpenOrganization open) {
        BooleanSupplier current = () -> open == model.openProperty().get();
        var scoped = new ScopedNotices(notices, current);
        return new OrganizationContext(
                session,
                open.row().entry(),
                runtime.background(),
                runtime.ticker(),
                new Window(frame.dialogs(), scoped, navigator, memory, logos),
                new Staging(open.id(), session.store(), runtime.background(), scoped, runtime.clock()));
    }

    private List<PaletteLine.Entry> commandEntries() {
        List<Command> all =
                new ArrayList<>(host.shown() == null ? List.of() : host.shown().commands());
        all.addAll(commands);
        return all.stream().map(ShellCommands::entry).toList();
    }

    private List<PaletteLine.Entry> organizationEntries() {
        var snapshot = organizations.snapshotProperty().get();
        return snapshot == null
                ? List.of()
                : snapshot.rows().stream()
                        .map(row -> new PaletteLine.Entry(
                                "organization-" + row.organization().slug(),
                                new PaletteLine.Mark.Logo(row),
                                row.name(),
                                row.slug(),
                                new IconWord(null, RoleWords.tone(row.role()), RoleWords.of(row.role())),
                                "",
                                () -> openOrganization(row.id())))
                        .toList();
    }

    @Override
    public void show(Place place) {
        show(place, null);
    }

    @Override
    public void show(Place place, UUID object) {
        model.show(place);
        showPlace(object);
    }

    @Override
    public void signInAgain() {
        account.changeAccount();
    }

    @Override
    public void openOrganization(UUID orgId) {
        model.open(orgId);
    }

    private void showPlace(UUID object) {
        host.show(model.placeProperty().get(), object, (place, where) -> where.getChildren()
                .setAll(instead(place)));
    }

    private Node instead(Place place) {
        OpenOrganization open = model.openProperty().get();
        if (open != null) {
            return ClosedPanel.of(model.currentProperty().get(), place, popovers::toggleSwitcher);
        }
        var snapshot = organizations.snapshotProperty().get();
        boolean known = snapshot != null && snapshot.refreshedAt() != null;
        if (!known && model.isReaching()) {
            return ClosedPanel.loading(place);
        }
        return ClosedPanel.none(place, known, known ? actions::create : model::refresh);
    }

    private void sendNow() {
        // What leaves now can no longer be taken back.
        notices.reset();
        model.sendNow();
    }

    private void toggleOffline() {
        model.workOffline(model.connectionProperty().get().state() != steward.sync.Connection.State.OFFLINE_BY_CHOICE);
    }

    private void leave() {
        if (model.currentProperty().get() != null) {
            actions.leave(model.currentProperty().get());
        }
    }

    private void refresh() {
        model.refresh();
        if (host.shown() != null) {
            host.shown().refresh();
        }
    }

    /** After all others: Ctrl+Z is first of all what is being typed, and of a tab that has something to take back. */
    private void onKeyLeft(KeyEvent event) {
        if (Keys.UNDO.match(event) && !(event.getTarget() instanceof TextInputControl) && notices.takeBack()) {
            event.consume();
        }
    }

    private void onKey(KeyEvent event) {
        if (Keys.PALETTE.match(event)) {
            popovers.togglePalette();
            event.consume();
            return;
        }
        boolean inPopover = frame.popovers().isVisible() && !Keys.SWITCHER.match(event);
        if (inPopover || event.getCode() == KeyCode.UNDEFINED) {
            return;
        }
        List<Command> all = new ArrayList<>(commands);
        if (host.shown() != null) {
            all.addAll(host.shown().commands());
        }
        all.stream()
                .filter(command ->
                        command.shortcut() != null && command.shortcut().match(event))
                .findFirst()
                .ifPresent(command -> {
                    command.run().run();
                    event.consume();
                });
    }

    @Override
    public void close() {
        ticking.unsubscribe();
        frame.popovers().hide();
        host.close();
        popovers.close();
        status.close();
        model.close();
        organizations.close();
    }
}
