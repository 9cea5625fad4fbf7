package steward.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.app.fx.Background;
import steward.app.theme.Theme;
import steward.sync.Network;

class SettingsTest {
    @TempDir
    Path folder;

    private final Recorded applied = new Recorded();

    @Test
    void a_change_is_there_after_a_restart_and_a_broken_file_is_set_aside() throws Exception {
        Path path = folder.resolve("settings.json");
        SettingsFile.open(path, Policy.NONE).change(settings -> settings.with(Theme.Mode.DARK));
        assertThat(SettingsFile.open(path, Policy.NONE).get().theme()).isEqualTo(Theme.Mode.DARK);
        Files.writeString(path, "{ half");
        assertThat(SettingsFile.open(path, Policy.NONE).get()).isEqualTo(Settings.DEFAULT);
        assertThat(folder.resolve("settings.json.broken")).hasContent("{ half");
    }

    @Test
    void applies_a_manual_proxy_and_keeps_its_password_out_of_the_file() throws Exception {
        SettingsViewModel model = model();
        model.proxyProperty().set(Network.Proxy.MANUAL);
        model.applyNetwork();
        assertThat(model.hostProblemProperty().get()).isNotEmpty();
        assertThat(applied.networks).isEmpty();
        model.hostProperty().set("proxy.example");
        model.portProperty().set("70000");
        model.applyNetwork();
        assertThat(model.portProblemProperty().get()).isNotEmpty();
        model.portProperty().set("3128");
        model.userProperty().set("asa");
        model.passwordProperty().set("canary-password");
        model.applyNetwork();
        assertThat(applied.networks)
                .containsExactly(new Network(Network.Proxy.MANUAL, "proxy.example", 3128, "asa", null));
        assertThat(applied.passwords).containsExactly("canary-password");
        assertThat(Files.readString(folder.resolve("settings.json")))
                .contains("proxy.example")
                .doesNotContain("canary-password");
        assertThat(model.passwordProperty().get()).isEmpty();
    }

    @Test
    void says_so_under_the_field_when_a_ca_file_is_not_there() {
        SettingsViewModel model = model();
        model.caFileProperty().set(folder.resolve("none.pem").toString());
        model.applyNetwork();
        assertThat(model.caProblemProperty().get()).isNotEmpty();
        assertThat(applied.networks).isEmpty();
    }

    @Test
    void removes_demo_data_once() {
        SettingsViewModel model = model();
        assertThat(model.demoDataProperty().get()).isTrue();
        model.removeDemoData();
        assertThat(model.demoDataProperty().get()).isFalse();
        assertThat(model.outcomeProperty().get()).isNotEmpty();
    }

    @Test
    void offers_only_languages_that_exist() {
        assertThat(Languages.existing()).contains(java.util.Locale.ENGLISH).allSatisfy(locale -> assertThat(
                        locale.equals(java.util.Locale.ENGLISH)
                                || Languages.class.getResource(
                                                "/steward/app/shell/messages_" + locale.getLanguage() + ".properties")
                                        != null)
                .isTrue());
        assertThat(Languages.inUse("fr")).isEqualTo(java.util.Locale.ENGLISH);
    }

    private SettingsViewModel model() {
        return new SettingsViewModel(
                SettingsFile.open(folder.resolve("settings.json"), Policy.NONE),
                applied,
                new SimpleObjectProperty<>(Theme.Mode.SYSTEM),
                Background.direct());
    }

    private static final class Recorded implements Applying {
        private final List<Network> networks = new ArrayList<>();
        private final List<String> passwords = new ArrayList<>();
        private boolean demo = true;

        @Override
        public void network(Network network) {
            networks.add(network);
        }

        @Override
        public void proxyPassword(String password) {
            passwords.add(password);
        }

        @Override
        public boolean hasDemoData() {
            return demo;
        }

        @Override
        public void removeDemoData() {
            demo = false;
        }
    }
}
