package steward.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static steward.app.testing.Words.assertProper;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import steward.app.fx.Background;
import steward.app.theme.Theme;
import steward.sync.Network;

/** What whoever looks after a computer has fixed holds, and what cannot be read is never passed over. */
class PolicyTest {
    @TempDir
    Path folder;

    private Path file;
    private Path ca;

    @BeforeEach
    void place() throws Exception {
        file = folder.resolve("policy.json");
        ca = Files.writeString(folder.resolve("ca.pem"), "-----BEGIN CERTIFICATE-----");
    }

    @Test
    void liesWhereOnlyAdministratorsWrite() {
        assertThat(PolicyFile.usual("Linux").path()).hasToString("/etc/steward/policy.json");
        assertThat(PolicyFile.usual("Mac OS X").path()).hasToString("/Library/Application Support/Steward/policy.json");
        assertThat(PolicyFile.usual("Windows 11").path()).hasToString("C:\\ProgramData\\Steward\\policy.json");
    }

    @Test
    void withoutAFileNothingIsFixed() throws Exception {
        assertThat(new PolicyFile(file).read()).isEqualTo(Policy.NONE);
        assertThat(policy("{}")).isEqualTo(Policy.NONE);
    }

    @Test
    void readsWhatIsFixed() throws Exception {
        Policy policy = policy("""
                {"server": "https://Meet.Example/", "proxy": "http://proxy.example:3128", "caFile": "%s", "demo": false}
                """.formatted(ca));
        assertThat(policy)
                .isEqualTo(new Policy(
                        URI.create("https://meet.example"),
                        new Policy.Proxy(Network.Proxy.MANUAL, "proxy.example", 3128),
                        ca,
                        false));
        assertThat(policy("{\"proxy\": \"none\"}").proxy().kind()).isEqualTo(Network.Proxy.NONE);
        assertThat(policy("{\"proxy\": \"system\"}").proxy().kind()).isEqualTo(Network.Proxy.SYSTEM);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"sever\": \"https://meet.example\"}                | “sever”",
                "{\"demo\": false                                     | line 1",
                "{\"demo\": false} and more                           | line 1",
                "{\"demo\": true, \"demo\": false}                    | line 1",
                "[]                                                   | line 1",
                "null                                                 | line 1",
                "{\"demo\": \"perhaps\"}                              | line 1",
                "{\"server\": \"http://meet.example\"}                | “http://meet.example”",
                "{\"server\": \"no address\"}                         | “no address”",
                "{\"proxy\": \"proxy.example\"}                       | “proxy.example”",
                "{\"proxy\": \"socks://proxy.example:1\"}             | “socks://proxy.example:1”",
                "{\"caFile\": \"ca.pem\"}                             | “ca.pem”",
                "{\"caFile\": \"/not/there.pem\"}                     | “/not/there.pem”",
                "''                                                   | line 1"
            })
    void whatCannotBeUnderstoodIsRefusedWhole(String content, String said) throws Exception {
        Files.writeString(file, content);
        assertThatThrownBy(() -> new PolicyFile(file).read()).isInstanceOfSatisfying(PolicyException.class, e -> {
            assertProper(e.words());
            assertThat(e.words()).contains(said).contains(file.toString());
        });
    }

    @Test
    void aFileThatCannotBeReadIsNotPassedOver() throws Exception {
        Files.createDirectory(file);
        assertThatThrownBy(() -> new PolicyFile(file).read())
                .isInstanceOfSatisfying(
                        PolicyException.class, e -> assertThat(e.words()).contains("cannot be read"));
    }

    @Test
    void allowsTheFixedServerOnlyAndTheDemoUnlessItIsOff() throws Exception {
        Policy policy = policy("{\"server\": \"https://meet.example\"}");
        assertThat(policy.reach().allows(URI.create("https://meet.example"))).isTrue();
        assertThat(policy.reach().allows(URI.create("https://other.example"))).isFalse();
        assertThat(policy.reach().allows(URI.create("http://127.0.0.1:4000"))).isTrue();
        Policy off = policy("{\"demo\": false}");
        assertThat(off.reach().allows(URI.create("https://other.example"))).isTrue();
        assertThat(off.reach().allows(URI.create("http://127.0.0.1:4000"))).isFalse();
    }

    @Test
    void winsOverTheSettingsAndLeavesThemAsTheyWere() throws Exception {
        Path settings = folder.resolve("settings.json");
        Network own = new Network(Network.Proxy.MANUAL, "own.example", 8080, "asa", null);
        SettingsFile.open(settings, Policy.NONE).change(it -> it.with(own));
        Policy policy = policy("{\"proxy\": \"http://proxy.example:3128\", \"caFile\": \"%s\"}".formatted(ca));
        SettingsFile kept = SettingsFile.open(settings, policy);
        assertThat(kept.network())
                .isEqualTo(new Network(Network.Proxy.MANUAL, "proxy.example", 3128, "asa", ca, policy.reach()));
        List<Network> applied = new ArrayList<>();
        var model = new SettingsViewModel(
                kept, new Applied(applied), new SimpleObjectProperty<>(Theme.Mode.SYSTEM), Background.direct());
        assertThat(model.proxyFixed()).isEqualTo("Set by your organization’s policy");
        assertThat(model.caFileFixed()).isEqualTo(model.proxyFixed());
        assertThat(model.hostProperty().get()).isEqualTo("proxy.example");
        model.hostProperty().set("elsewhere.example");
        model.caFileProperty()
                .set(Files.writeString(folder.resolve("own.pem"), "x").toString());
        model.userProperty().set("asa.lindqvist");
        model.applyNetwork();
        assertThat(applied)
                .containsExactly(
                        new Network(Network.Proxy.MANUAL, "proxy.example", 3128, "asa.lindqvist", ca, policy.reach()));
        assertThat(SettingsFile.open(settings, Policy.NONE).network())
                .as("without the policy")
                .isEqualTo(new Network(Network.Proxy.MANUAL, "own.example", 8080, "asa.lindqvist", null));
    }

    @Test
    void withoutAPolicyEverythingCanBeChosen() {
        var model = new SettingsViewModel(
                SettingsFile.open(folder.resolve("settings.json"), Policy.NONE),
                new Applied(new ArrayList<>()),
                new SimpleObjectProperty<>(Theme.Mode.SYSTEM),
                Background.direct());
        assertThat(model.proxyFixed()).isEmpty();
        assertThat(model.caFileFixed()).isEmpty();
    }

    private Policy policy(String content) throws Exception {
        Files.writeString(file, content);
        return new PolicyFile(file).read();
    }

    private record Applied(List<Network> networks) implements Applying {
        @Override
        public void network(Network network) {
            networks.add(network);
        }

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
