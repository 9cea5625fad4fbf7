package steward.app.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static steward.app.testing.Eventually.eventually;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.app.fx.Background;
import steward.app.settings.Applying;
import steward.app.settings.Policy;
import steward.app.settings.SettingsFile;
import steward.app.settings.SettingsView;
import steward.app.settings.SettingsViewModel;
import steward.app.testing.DemoTown;
import steward.app.testing.RecordingDialogs;
import steward.app.testing.Stages;
import steward.app.theme.Theme;
import steward.sync.Engine;
import steward.sync.EngineOptions;
import steward.sync.Network;
import steward.sync.TokenStore;

/** Sign-in and settings on a computer somebody else looks after. */
class PolicyScreensTest {
    @TempDir
    Path folder;

    private DemoTown town;
    private Engine engine;
    private Stage stage;

    @BeforeEach
    void open() {
        Stages.start();
        town = new DemoTown(folder.resolve("server"));
    }

    @AfterEach
    void close() {
        if (stage != null) {
            Stages.close(stage);
        }
        engine.close();
        town.close();
    }

    @Test
    void offers_the_fixed_server_only_and_no_demo() {
        Policy policy = new Policy(town.url(), null, null, false);
        engine = engine(policy);
        show(Stages.fx(() -> new SignInView(model(policy), theme(), "1.0", () -> {})));
        TextField address = Stages.find(root(), "sign-in-address");
        assertThat(Stages.<String>fx(address::getText)).isEqualTo(town.url().toString());
        assertThat(address.isEditable()).isFalse();
        eventually(
                "asked by itself",
                () -> Stages.fx(() -> root().lookup("#sign-in-facts").isVisible()));
        assertThat(words("sign-in-address-policy")).isEqualTo("Set by your organization’s policy");
        assertThat(words("sign-in-demo-off")).startsWith("Turned off by your organization’s policy");
        assertThat(Stages.<Object>fx(() -> root().lookup("#sign-in-demo-owner")))
                .isNull();
        pictures("policy-sign-in");
    }

    @Test
    void knows_no_account_of_another_server() {
        engine = engine(Policy.NONE);
        engine.signIn(town.url(), town.token(), true).close();
        assertThat(model(Policy.NONE).accounts()).hasSize(1);
        Policy elsewhere = new Policy(URI.create("https://meet.example"), null, null, false);
        engine.network(elsewhere.over(Network.SYSTEM));
        assertThat(model(elsewhere).accounts()).isEmpty();
        SignInViewModel other = model(Policy.NONE);
        other.addressProperty().set(town.url().toString());
        other.checkAddress();
        assertThat(other.checkProperty().get())
                .as("the engine itself refuses")
                .isEqualTo(new AddressCheck.Problem(
                        "Your organization’s policy does not allow this server. Use the one it names."));
    }

    @Test
    void shows_why_proxy_and_authorities_cannot_be_chosen() throws Exception {
        Path ca = Files.writeString(folder.resolve("ca.pem"), "x");
        Policy policy = new Policy(null, new Policy.Proxy(Network.Proxy.MANUAL, "proxy.example", 3128), ca, true);
        engine = engine(Policy.NONE);
        SettingsFile file = SettingsFile.open(folder.resolve("settings.json"), policy);
        show(Stages.fx(() -> new SettingsView(
                        new SettingsViewModel(
                                file, new Nothing(), new SimpleObjectProperty<>(Theme.Mode.LIGHT), Background.direct()),
                        new RecordingDialogs(),
                        new SettingsView.About("1.0", "/data", "Java"))
                .page()));
        assertThat(words("settings-proxy-policy")).isEqualTo("Set by your organization’s policy");
        assertThat(words("settings-ca-policy")).isEqualTo("Set by your organization’s policy");
        for (String id : List.of("settings-host", "settings-port", "settings-ca", "settings-ca-choose")) {
            assertThat(Stages.<Boolean>fx(() -> root().lookup("#" + id).isDisabled()))
                    .as(id)
                    .isTrue();
        }
        assertThat(Stages.<Boolean>fx(() -> root().lookup("#settings-user").isDisabled()))
                .isFalse();
        pictures("policy-settings");
    }

    private Engine engine(Policy policy) {
        return Engine.open(EngineOptions.of(folder.resolve("data"))
                .with(TokenStore.memory())
                .with(policy.over(Network.SYSTEM)));
    }

    private SignInViewModel model(Policy policy) {
        return new SignInViewModel(engine, new NoDemo(), policy, Background.direct(), session -> {});
    }

    private static Theme theme() {
        return new Theme(Theme.Mode.LIGHT);
    }

    private void show(Parent root) {
        stage = Stages.show(root);
    }

    private Parent root() {
        return stage.getScene().getRoot();
    }

    private String words(String id) {
        return Stages.fx(() -> ((Label) root().lookup("#" + id)).getText());
    }

    private void pictures(String name) {
        Stages.picture(root(), name + "-light");
        Stages.setDark(true);
        Stages.picture(root(), name + "-dark");
        Stages.setDark(false);
    }

    private record Nothing() implements Applying {
        @Override
        public void network(Network network) {}

        @Override
        public void proxyPassword(String password) {}

        @Override
        public boolean hasDemoData() {
            return false;
        }

        @Override
        public void removeDemoData() {}
    }
}
