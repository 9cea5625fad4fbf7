package steward.app.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.app.fx.Background;
import steward.app.i18n.Messages;
import steward.app.settings.Policy;
import steward.app.testing.DemoTown;
import steward.sync.Engine;
import steward.sync.EngineOptions;
import steward.sync.Session;
import steward.sync.TokenStore;

/** Signing in with a real engine against a real server, without a toolkit. */
class SignInViewModelTest {
    @TempDir
    Path folder;

    private final List<Session> sessions = new ArrayList<>();
    private DemoTown town;
    private Engine engine;
    private SignInViewModel model;

    @BeforeEach
    void open() {
        town = new DemoTown(folder.resolve("server"));
        engine = Engine.open(EngineOptions.of(folder.resolve("data")).with(TokenStore.memory()));
        model = model();
    }

    @AfterEach
    void close() {
        engine.close();
        town.close();
    }

    @Test
    void says_what_the_server_answers_and_signs_in() {
        model.addressProperty().set(town.url() + "/");
        model.checkAddress();
        assertThat(model.checkProperty().get())
                .isInstanceOfSatisfying(AddressCheck.Answers.class, answers -> assertThat(answers.fits())
                        .isTrue());
        assertThat(model.canSignInProperty().get()).isFalse();
        model.tokenProperty().set(" " + town.token() + " ");
        assertThat(model.canSignInProperty().get()).isTrue();
        model.signIn();
        assertThat(sessions).hasSize(1);
        assertThat(sessions.getFirst().account().name()).isEqualTo("Åsa Lindqvist");
        assertThat(model.tokenProperty().get()).isEmpty();
    }

    @Test
    void says_in_words_why_a_token_is_refused() {
        model.addressProperty().set(town.url().toString());
        model.checkAddress();
        model.tokenProperty().set("not-a-token");
        model.signIn();
        assertThat(sessions).isEmpty();
        assertThat(model.problemProperty().get()).startsWith("The server does not accept this token");
        assertThat(model.busyProperty().get()).isEmpty();
    }

    @Test
    void says_what_is_wrong_with_an_address() {
        assertThat(problem("two words")).contains("not an address");
        assertThat(problem("http://meet.example")).contains("https");
        assertThat(problem("https://asa@meet.example")).contains("not an address");
        town.stop();
        assertThat(problem(town.url().toString())).isNotBlank().doesNotContain("Exception");
        town.restart(0);
    }

    @Test
    void an_edited_address_takes_its_answer_away() {
        model.addressProperty().set(town.url().toString());
        model.checkAddress();
        model.tokenProperty().set(town.token());
        model.addressProperty().set("https://other.example");
        assertThat(model.checkProperty().get()).isInstanceOf(AddressCheck.Empty.class);
        assertThat(model.canSignInProperty().get()).isFalse();
    }

    @Test
    void opens_an_account_signed_in_before_without_its_server() {
        engine.signIn(town.url(), town.token(), true).close();
        town.stop();
        SignInViewModel again = model();
        assertThat(again.accounts()).hasSize(1);
        again.resume(again.accounts().getFirst().account());
        assertThat(sessions).hasSize(1);
        town.restart(0);
    }

    @Test
    void asks_for_a_token_that_is_gone() {
        engine.signOut(engine.signIn(town.url(), town.token(), true));
        SignInViewModel again = model();
        again.resume(again.accounts().getFirst().account());
        assertThat(sessions).isEmpty();
        assertThat(again.problemProperty().get()).contains("asa.lindqvist@haven.example");
        assertThat(again.addressProperty().get()).isEqualTo(town.url().toString());
    }

    @Test
    void shows_what_was_last_seen_of_the_demo_before_its_server_runs_again() {
        engine.signOut(engine.signIn(town.url(), town.token(), true));
        UUID server = engine.accounts().getFirst().serverInfo().id();
        town.stop();
        var resuming = new Resuming(engine, new StoppedDemo("asa.lindqvist@haven.example"));
        assertThat(resuming.resume(Demo.Persona.OWNER, UUID.randomUUID()))
                .as("of another server")
                .isEmpty();
        assertThat(resuming.resume(Demo.Persona.OWNER, server))
                .get()
                .extracting(session -> session.account().name())
                .isEqualTo("Åsa Lindqvist");
        town.restart(0);
    }

    @Test
    void says_why_the_demo_cannot_be_started() {
        for (var reason : Demo.CannotStartException.Reason.values()) {
            var refusing = new StoppedDemo("nobody@haven.example", Optional.of(reason));
            var tried = new SignInViewModel(engine, refusing, Policy.NONE, Background.direct(), sessions::add);
            tried.tryDemo(Demo.Persona.OWNER);
            assertThat(tried.problemProperty().get())
                    .isEqualTo(
                            switch (reason) {
                                case IN_USE -> Messages.text("signin.demo.inUse");
                                case UNUSABLE -> Messages.text("signin.demo.unusable");
                                case NEWER -> Messages.text("signin.demo.newer");
                                case DAMAGED -> Messages.text("signin.demo.damaged");
                            });
            assertThat(tried.busyProperty().get()).isEmpty();
        }
        assertThat(sessions).isEmpty();
    }

    private String problem(String address) {
        model.addressProperty().set(address);
        model.checkAddress();
        return model.checkProperty().get() instanceof AddressCheck.Problem wrong ? wrong.words() : "";
    }

    private SignInViewModel model() {
        return new SignInViewModel(
                engine, new StoppedDemo("nobody@haven.example"), Policy.NONE, Background.direct(), sessions::add);
    }

    /** Was started earlier with one person in it; its server does not answer now. */
    private record StoppedDemo(String person, Optional<CannotStartException.Reason> reason) implements Demo {
        StoppedDemo(String person) {
            this(person, Optional.empty());
        }

        @Override
        public void prepare() {}

        @Override
        public Optional<String> email(Persona persona) {
            return Optional.of(person);
        }

        @Override
        public Optional<String> token(String email) {
            return Optional.of("kept by the demo").filter(token -> email.equals(person));
        }

        @Override
        public Entry enter(Persona persona) {
            reason.ifPresent(why -> {
                throw new CannotStartException(why, null);
            });
            return new Entry(URI.create("http://127.0.0.1:1"), "none");
        }

        @Override
        public Optional<Entry> again(String email) {
            return Optional.empty();
        }
    }
}
