package steward.app.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static steward.app.testing.Words.assertProper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import steward.api.Ids;
import steward.api.NewRoom;
import steward.api.Problem;
import steward.api.ProblemType;
import steward.api.Role;
import steward.api.RoomRecording;
import steward.api.RoomSettings;
import steward.api.WhoMayStart;
import steward.app.control.State;
import steward.app.testing.TestOrganization;
import steward.store.Request;
import steward.sync.Connection;
import steward.sync.SyncException;
import steward.sync.SyncException.Unreachable.Reason;

/** Every way to fail is a sentence a person can do something with. */
class FaultWordsTest {
    private static final Instant NOW = TestOrganization.NOW;

    @TempDir
    Path folder;

    static Stream<Throwable> failures() {
        Stream<Throwable> unreachable = Arrays.stream(Reason.values())
                .map(reason -> new SyncException.Unreachable(reason, new IOException("java.net.secret")));
        Stream<Throwable> faulty = IntStream.of(408, 425, 429, 500, 502, 503, 504)
                .mapToObj(status -> new SyncException.ServerFault(status, null));
        Stream<Throwable> silent = IntStream.of(400, 403, 404, 409, 410, 412, 413, 415, 422, 428)
                .mapToObj(status -> new Problem("urn:of-a-newer-server", "?", status, " ", null, null))
                .flatMap(problem -> Stream.of(
                        new SyncException.Forbidden(problem),
                        new SyncException.Rejected(problem),
                        new SyncException.Conflict(problem)));
        Stream<Throwable> others = Stream.of(
                new SyncException.Unauthorized(),
                new UncheckedIOException(new FileAlreadyExistsException("/home/asa/a.mp4")),
                new UncheckedIOException(new NoSuchFileException("/home/asa/a.mp4")),
                new UncheckedIOException(new IOException("No space left on device")),
                new IllegalStateException("internal"));
        return Stream.of(unreachable, faulty, silent, others).flatMap(each -> each);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void everyFailureIsASentence(Throwable failure) {
        assertProper(FailureWords.of(failure));
    }

    @Test
    void theServersOwnWordsAreShownWhereItHasSome() {
        Problem told = ProblemType.SLUG_TAKEN.problem("The link name “lab” is taken.");
        assertThat(FailureWords.of(new SyncException.Conflict(told))).isEqualTo("The link name “lab” is taken.");
    }

    @Test
    void nobodyKnowsTheOutcomeIsSaidInFull() {
        Problem unknown = new Problem("urn:steward:outcome-unknown", "Outcome unknown", 409, "", null, null);
        assertProper(FailureWords.of(unknown));
        assertThat(FailureWords.of(unknown)).startsWith("Nobody can say any more");
    }

    @ParameterizedTest
    @EnumSource
    void everyConnectionIsWorded(Connection.State state) {
        var connection = new Connection(state, NOW.minus(Duration.ofMinutes(20)), null, null);
        assertThat(ConnectionWords.line(connection, NOW))
                .matches("\\p{Lu}[^{}!]+")
                .doesNotContain("shell.");
        assertThat(ConnectionWords.tone(state)).isNotNull();
        assertThat(Refusals.offline(state).isEmpty()).isEqualTo(state == Connection.State.CONNECTED);
    }

    @ParameterizedTest
    @EnumSource
    void whyTheServerIsNotReachedIsSaid(Reason reason) {
        var connection = new Connection(Connection.State.UNREACHABLE, NOW, reason, NOW.plusSeconds(5));
        assertProper(ConnectionWords.reason(connection));
    }

    @ParameterizedTest
    @EnumSource
    void whatWasNeverPulledIsLoadingOrSaysWhy(Connection.State state) {
        try (var organization = new TestOrganization(folder)) {
            organization.session.connection(state);
            State shown = organization.context(Role.OWNER).unknown();
            switch (state) {
                case CONNECTED, CONNECTING -> assertThat(shown).isInstanceOf(State.Loading.class);
                default ->
                    assertThat(shown).isInstanceOfSatisfying(State.Message.class, message -> {
                        assertThat(message.title()).isNotBlank();
                        assertProper(message.text());
                        assertThat(message.actions()).hasSize(1);
                    });
            }
        }
    }

    /** A disk that fails while something is staged: nothing is shown as if it were kept. */
    @Test
    void aChangeThatCouldNotBeKeptIsTold() {
        var organization = new TestOrganization(folder);
        OrganizationContext context = organization.context(Role.OWNER);
        organization.close();
        var settings = new RoomSettings(true, false, null, false, false, RoomRecording.OFF, 10, WhoMayStart.MEMBERS);
        var room = new Request.CreateRoom(new NewRoom(Ids.next(), "Lab", "lab", "", settings));
        context.staging().stage(List.of(room), "Lab is created");
        assertThat(organization.notices.offers).isEmpty();
        assertThat(organization.notices.told).singleElement().satisfies(notice -> {
            assertThat(notice.title()).isEqualTo("The change could not be kept");
            assertProper(notice.text());
            assertThat(notice.text()).contains("The data folder could not be used");
        });
    }
}
