package steward.app.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static steward.app.testing.Words.assertProper;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import steward.app.fx.Background;
import steward.app.settings.Policy;
import steward.app.testing.DemoTown;
import steward.server.Faults.Fault;
import steward.sync.Engine;
import steward.sync.EngineOptions;
import steward.sync.Session;
import steward.sync.TokenStore;

/** Whatever stands in the way of signing in is said in a sentence, and the next try works. */
class SignInFaultsTest {
    @TempDir
    Path folder;

    private final List<Session> sessions = new ArrayList<>();
    private DemoTown town;
    private Engine engine;
    private SignInViewModel model;

    static Stream<Fault> faults() {
        Stream<Fault> statuses =
                IntStream.of(401, 403, 404, 409, 412, 429, 500, 503).mapToObj(status -> new Fault.Status(status, null));
        return Stream.concat(
                statuses,
                Stream.of(
                        new Fault.Html(),
                        new Fault.Garbage(),
                        new Fault.Truncate(),
                        new Fault.Refuse(),
                        new Fault.DropAfterCommit()));
    }

    @BeforeEach
    void open() {
        town = new DemoTown(folder.resolve("server"));
        engine = Engine.open(EngineOptions.of(folder.resolve("data")).with(TokenStore.memory()));
        model = new SignInViewModel(engine, new NoDemo(), Policy.NONE, Background.direct(), sessions::add);
    }

    @AfterEach
    void close() {
        engine.close();
        town.close();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void everyFaultIsASentenceAndNoDeadEnd(Fault fault) {
        town.faults.next("getServer", fault);
        model.addressProperty().set(town.url().toString());
        model.checkAddress();
        assertThat(model.checkProperty().get())
                .isInstanceOfSatisfying(AddressCheck.Problem.class, wrong -> assertProper(wrong.words()));

        model.checkAddress();
        model.tokenProperty().set(town.token());
        assertThat(model.canSignInProperty().get()).isTrue();
        town.faults.next("getMe", fault);
        model.signIn();
        assertProper(model.problemProperty().get());
        assertThat(model.busyProperty().get()).isEmpty();
        assertThat(sessions).isEmpty();
        assertThat(engine.accounts()).isEmpty();

        model.signIn();
        assertThat(sessions).hasSize(1);
        assertThat(model.problemProperty().get()).isEmpty();
    }
}
