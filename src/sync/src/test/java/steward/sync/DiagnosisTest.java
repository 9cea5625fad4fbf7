package steward.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.server.Faults.Fault;
import steward.sync.Diagnosis.Asked;
import steward.sync.SyncException.Unreachable;
import steward.sync.SyncException.Unreachable.Reason;

/** Looking at servers and accounts as the program would, without being it. */
class DiagnosisTest {
    @TempDir
    Path folder;

    private World world;

    @BeforeEach
    void start() throws IOException {
        world = new World(folder);
    }

    @AfterEach
    void stop() throws IOException {
        world.close();
    }

    @Test
    void tellsWhatAnswersAndHow() {
        Asked asked = ask(world.proxy.address());
        assertThat(asked.failure()).isNull();
        assertThat(asked.fits()).isTrue();
        assertThat(asked.version()).isNotBlank();
        assertThat(asked.tls()).isNull();
        assertThat(asked.skew()).isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void tellsTheTlsThatWasAgreedOn() throws Exception {
        Certificates certificates = new Certificates(folder);
        try (Relay front = Relay.tls(certificates.server("localhost"), world.serverPort())) {
            URI address = URI.create("https://localhost:" + front.port());
            assertThat(reason(ask(address))).isEqualTo(Reason.TLS);
            world.network = new Network(Network.Proxy.NONE, null, 0, null, certificates.pem());
            assertThat(ask(address).tls()).isEqualTo("TLSv1.3");
        }
    }

    @Test
    void measuresHowFarTheClocksAreApart() {
        world.clientClock = () -> Instant.now().minusSeconds(3600);
        assertThat(ask(world.proxy.address()).skew()).isBetween(Duration.ofMinutes(58), Duration.ofMinutes(62));
        world.clientClock = () -> Instant.now().plusSeconds(3600);
        assertThat(ask(world.proxy.address()).skew()).isBetween(Duration.ofMinutes(-62), Duration.ofMinutes(-58));
    }

    @Test
    void tellsWhyNothingAnswers() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        assertThat(reason(ask(URI.create("http://127.0.0.1:" + closed)))).isEqualTo(Reason.REFUSED);
        world.faults.next("getServer", new Fault.Html());
        Asked portal = ask(world.proxy.address());
        assertThat(reason(portal)).isEqualTo(Reason.NOT_THE_CONTRACT);
        world.network = new Network(
                Network.Proxy.NONE, null, 0, null, null, new Reach(URI.create("https://meet.example"), false));
        assertThat(reason(ask(world.proxy.address()))).isEqualTo(Reason.NOT_ALLOWED);
        world.network = new Network(Network.Proxy.MANUAL, "127.0.0.1", closed, null, null);
        Asked proxied = ask(URI.create("https://meet.example"));
        assertThat(proxied.proxy()).isEqualTo("127.0.0.1:" + closed);
        assertThat(proxied.failure()).isInstanceOf(Unreachable.class);
    }

    @Test
    void knowsTheAccountsOfARunningEngine() {
        world.signIn();
        assertThat(Diagnosis.accounts(folder.resolve("data"))).singleElement().satisfies(kept -> {
            assertThat(kept.server()).isEqualTo(world.proxy.address());
            assertThat(kept.folder().resolve("work.db")).exists();
            assertThat(kept.remembered()).isTrue();
        });
        assertThat(Diagnosis.accounts(folder.resolve("nothing"))).isEmpty();
    }

    private Asked ask(URI server) {
        return Diagnosis.ask(
                server,
                EngineOptions.of(folder.resolve("data"))
                        .with(world.tokens)
                        .with(world.network)
                        .with(world.clientClock)
                        .with(world.pace));
    }

    private static Reason reason(Asked asked) {
        return ((Unreachable) asked.failure()).reason();
    }
}
