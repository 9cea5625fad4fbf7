package steward.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.api.Ids;
import steward.store.Checkup.FileState;
import steward.store.Checkup.State;

/** What a look at the files says, and that it changes nothing. */
class CheckupTest {
    private static final UUID ORG = Ids.next();

    @TempDir
    Path home;

    private final Samples.Clock clock = new Samples.Clock();

    @BeforeEach
    void fill() {
        try (AccountStore store = open()) {
            store.cacheWriter(ORG).cursor();
            store.outbox()
                    .stage(ORG, List.of(Samples.invite("a@x.org"), Samples.invite("b@x.org")), Duration.ZERO, null);
            clock.forward(60);
            store.outbox().stage(ORG, List.of(Samples.invite("c@x.org")), Duration.ofSeconds(10), null);
            store.drafts().save(new Drafts.Draft(Ids.next(), ORG, "Spring", null, null, null, Samples.NOW));
        }
    }

    @Test
    void tellsWhatWaitsAndChangesNothing() throws IOException {
        Map<String, String> before = contents();
        assertThat(Checkup.files(home))
                .allSatisfy(each -> {
                    assertThat(each.state()).isEqualTo(State.SOUND);
                    assertThat(each.version()).isEqualTo(1);
                    assertThat(each.bytes()).isPositive();
                })
                .extracting(each -> home.relativize(each.file()).toString())
                .containsExactly("work.db", "directory.db", "cache/" + ORG + ".db");
        Checkup.Work work = Checkup.work(home);
        assertThat(work.operations()).isEqualTo(Map.of(OperationState.QUEUED, 2, OperationState.HELD, 1));
        assertThat(work.oldestUnsent()).isEqualTo(Samples.NOW);
        assertThat(work.drafts()).isEqualTo(1);
        assertThat(Checkup.keptAside(home)).isEmpty();
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void seesWhatARunningProgramHasJustWritten() {
        try (AccountStore store = open()) {
            store.outbox().stage(ORG, List.of(Samples.invite("d@x.org")), Duration.ZERO, null);
            assertThat(Checkup.work(home).operations()).containsEntry(OperationState.QUEUED, 3);
            assertThat(Checkup.files(home)).extracting(FileState::state).containsOnly(State.SOUND);
            store.outbox().stage(ORG, List.of(Samples.invite("e@x.org")), Duration.ZERO, null);
        }
    }

    @Test
    void tellsDamageAndNewerVersions() throws IOException {
        Path work = home.resolve("work.db");
        byte[] bytes = Files.readAllBytes(work);
        Files.writeString(work, "Dear diary, ".repeat(1000));
        byte[] cache = Files.readAllBytes(home.resolve("cache/" + ORG + ".db"));
        cache[63] = 99;
        Files.write(home.resolve("cache/" + ORG + ".db"), cache);
        assertThat(Checkup.files(home))
                .extracting(FileState::state)
                .containsExactly(State.DAMAGED, State.SOUND, State.NEWER);
        Files.write(home.resolve("cache/" + ORG + ".db"), new byte[0]);
        open().close();
        assertThat(Checkup.keptAside(home))
                .singleElement()
                .satisfies(aside -> assertThat(aside).content().startsWith("Dear diary"));
        String turned =
                new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).replace("{\"email\"", "{{email\"");
        Files.write(work, turned.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        assertThat(Checkup.files(home).getFirst().state()).isEqualTo(State.DAMAGED);
    }

    private AccountStore open() {
        return AccountStore.open(home, Ids.next(), clock);
    }

    private Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(file.toString(), HexFormat.of().formatHex(Files.readAllBytes(file)));
            }
        }
        return contents;
    }
}
