package steward.app.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import steward.app.fx.Background;
import steward.app.i18n.Messages;
import steward.app.theme.Theme;
import steward.sync.Network;

/** The settings as they are edited: theme and language hold at once, the network when it is applied. */
public final class SettingsViewModel {
    private final SettingsFile file;
    private final Policy policy;
    private final Applying applying;
    private final Background background;
    private final ObjectProperty<Theme.Mode> theme;
    private final ObjectProperty<String> language = new SimpleObjectProperty<>(this, "language");
    private final ObjectProperty<Network.Proxy> proxy = new SimpleObjectProperty<>(this, "proxy");
    private final StringProperty host = new SimpleStringProperty(this, "host", "");
    private final StringProperty port = new SimpleStringProperty(this, "port", "");
    private final StringProperty user = new SimpleStringProperty(this, "user", "");
    private final StringProperty password = new SimpleStringProperty(this, "password", "");
    private final StringProperty caFile = new SimpleStringProperty(this, "caFile", "");
    private final ReadOnlyStringWrapper hostProblem = new ReadOnlyStringWrapper(this, "hostProblem", "");
    private final ReadOnlyStringWrapper portProblem = new ReadOnlyStringWrapper(this, "portProblem", "");
    private final ReadOnlyStringWrapper caProblem = new ReadOnlyStringWrapper(this, "caProblem", "");
    private final ReadOnlyStringWrapper outcome = new ReadOnlyStringWrapper(this, "outcome", "");
    private final ReadOnlyBooleanWrapper restart = new ReadOnlyBooleanWrapper(this, "restart");
    private final ReadOnlyBooleanWrapper demoData = new ReadOnlyBooleanWrapper(this, "demoData");

    /** {@code theme} is the window's own choice, which the top bar changes too. */
    public SettingsViewModel(
            SettingsFile file, Applying applying, ObjectProperty<Theme.Mode> theme, Background background) {
        this.file = file;
        this.policy = file.policy();
        this.applying = applying;
        this.theme = theme;
        this.background = background;
        Settings now = file.get();
        language.set(now.language());
        Network network = file.network();
        proxy.set(network.proxy());
        host.set(network.host() == null ? "" : network.host());
        port.set(Integer.toString(network.port()));
        user.set(network.user() == null ? "" : network.user());
        caFile.set(network.caFile() == null ? "" : network.caFile().toString());
        language.subscribe((before, after) -> {
            keep(settings -> settings.withLanguage(after));
            restart.set(true);
        });
        refreshDemoData();
    }

    public ObjectProperty<Theme.Mode> themeProperty() {
        return theme;
    }

    /** A language tag, or null for the system's. */
    public ObjectProperty<String> languageProperty() {
        return language;
    }

    public ObjectProperty<Network.Proxy> proxyProperty() {
        return proxy;
    }

    public StringProperty hostProperty() {
        return host;
    }

    public StringProperty portProperty() {
        return port;
    }

    public StringProperty userProperty() {
        return user;
    }

    /** Never kept here: it goes to the keychain when applied. */
    public StringProperty passwordProperty() {
        return password;
    }

    public StringProperty caFileProperty() {
        return caFile;
    }

    public ReadOnlyStringProperty hostProblemProperty() {
        return hostProblem.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty portProblemProperty() {
        return portProblem.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty caProblemProperty() {
        return caProblem.getReadOnlyProperty();
    }

    /** What became of the last "apply" or removal, in words. */
    public ReadOnlyStringProperty outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    /** Whether another language waits for the next start. */
    public ReadOnlyBooleanProperty restartProperty() {
        return restart.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty demoDataProperty() {
        return demoData.getReadOnlyProperty();
    }

    /** Why the proxy cannot be chosen, or empty. */
    public String proxyFixed() {
        return policy.proxy() == null ? "" : Messages.text("settings.policy.reason");
    }

    /** Why the CA file cannot be chosen, or empty. */
    public String caFileFixed() {
        return policy.caFile() == null ? "" : Messages.text("settings.policy.reason");
    }

    /** Checks the network's fields, keeps them and lets them hold at once. */
    public void applyNetwork() {
        outcome.set("");
        if (!check()) {
            return;
        }
        boolean manual = proxy.get() == Network.Proxy.MANUAL;
        String ca = caFile.get().strip();
        var chosen = new Network(
                proxy.get(),
                manual ? host.get().strip() : null,
                manual ? Integer.parseInt(port.get().strip()) : Settings.DEFAULT.proxyPort(),
                manual && !user.get().isBlank() ? user.get().strip() : null,
                ca.isEmpty() ? null : Path.of(ca));
        Network network = policy.over(chosen);
        String secret = password.get();
        password.set("");
        background
                .start("apply network", () -> {
                    if (ca.isEmpty() || Files.isReadable(network.caFile())) {
                        if (!secret.isEmpty()) {
                            applying.proxyPassword(secret);
                        }
                        applying.network(network);
                        file.change(settings -> settings.with(policy.kept(chosen, settings.network())));
                    } else {
                        throw new java.nio.file.NoSuchFileException(ca);
                    }
                })
                .onSuccess(done -> outcome.set(Messages.text("settings.network.applied")))
                .onFailure(this::notApplied);
    }

    private void notApplied(Throwable problem) {
        if (problem instanceof java.nio.file.NoSuchFileException || problem instanceof steward.sync.SyncException) {
            caProblem.set(Messages.text("settings.caFile.unreadable"));
        } else {
            outcome.set(Messages.text("settings.notKept"));
        }
    }

    private boolean check() {
        boolean manual = proxy.get() == Network.Proxy.MANUAL;
        hostProblem.set(manual && host.get().isBlank() ? Messages.text("settings.host.missing") : "");
        portProblem.set(manual && !isPort(port.get().strip()) ? Messages.text("settings.port.wrong") : "");
        caProblem.set("");
        return hostProblem.get().isEmpty() && portProblem.get().isEmpty();
    }

    private static boolean isPort(String text) {
        return text.matches("[0-9]{1,5}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= 65535;
    }

    public void removeDemoData() {
        background
                .start("remove demo data", applying::removeDemoData)
                .onSuccess(done -> {
                    outcome.set(Messages.text("settings.demo.removed"));
                    refreshDemoData();
                })
                .onFailure(problem -> outcome.set(Messages.text("settings.demo.notRemoved")));
    }

    private void refreshDemoData() {
        background.run("look for demo data", applying::hasDemoData).onSuccess(demoData::set);
    }

    private void keep(UnaryOperator<Settings> change) {
        background
                .run("keep settings", () -> file.change(change))
                .onFailure(problem -> outcome.set(Messages.text("settings.notKept")));
    }
}
