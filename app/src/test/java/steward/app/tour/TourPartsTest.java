package steward.app.tour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.api.Json;
import tools.jackson.databind.JsonNode;

class TourPartsTest {
    @TempDir
    Path folder;

    @Test
    void waitsUntilItIsThere() {
        var looks = new AtomicInteger();
        String found = new Patience(Duration.ofSeconds(5), Duration.ofMillis(1))
                .await("it", () -> looks.incrementAndGet() < 3 ? Optional.empty() : Optional.of("there"));
        assertThat(found).isEqualTo("there");
        assertThat(looks).hasValue(3);
    }

    @Test
    void saysWhatDidNotComeAbout() {
        assertThatThrownBy(
                        () -> new Patience(Duration.ZERO, Duration.ofMillis(1)).until("the moon is blue", () -> false))
                .isInstanceOf(TourException.class)
                .hasMessageStartingWith("the moon is blue: not within");
    }

    @Test
    void drawsALogoAndWritesPeopleWithMistakes() throws IOException {
        assertThat(ImageIO.read(Props.logo(folder).toFile()).getWidth()).isEqualTo(256);
        String people = Files.readString(Props.people(folder, "owner@acme.example"));
        assertThat(people.lines()).hasSize(13);
        assertThat(Props.GUESTS).allSatisfy(guest -> assertThat(people).contains(guest));
        assertThat(people).contains("owner@acme.example", "not an address");
    }

    @Test
    void handsOverAnAssignmentAndTakesTheReportBack() throws IOException {
        var assignment = new Assignment(2, "http://127.0.0.1:1", "accounts.json", "out", 7, folder.toString());
        assertThat(Assignment.read(assignment.write())).isEqualTo(assignment);
        assertThat(assignment.reported()).isEmpty();
        var outcomes = List.of(new Outcome("rooms", 1.5, List.of("GET /x holds it"), true, null));
        assignment.report(outcomes);
        assertThat(assignment.reported()).isEqualTo(outcomes);
    }

    @Test
    void failsWhenTheAppDoesNotStart() throws IOException {
        int exit = new Tour(folder.resolve("out"), "no.such.Program", NoServer::new).run();

        assertThat(exit).isNotZero();
        JsonNode told =
                Json.mapper().readTree(Files.readAllBytes(folder.resolve("out").resolve("tour.json")));
        assertThat(told).hasSize(2).allSatisfy(step -> {
            assertThat(step.get("ok").asBoolean()).isFalse();
            assertThat(step.get("why").asString()).isEqualTo("the app ended with 1");
        });
    }

    private record NoServer(Path folder) implements TourServer {
        @Override
        public URI address() {
            return URI.create("http://127.0.0.1:1");
        }

        @Override
        public Path accounts() {
            return folder;
        }

        @Override
        public void close() {}
    }
}
