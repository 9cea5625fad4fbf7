package steward.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import steward.api.Ids;
import steward.api.Json;

/** The work store broken in many ways: a start works, the old file is kept, and what is on sound pages comes back. */
class DamageTest {

    private static final UUID ORG = Ids.next();
    private static final UUID ACCOUNT = Ids.next();
    private static final int PAGE = 4096;
    private static final int OPERATIONS = 600;
    private static final int ROWS = 300;

    @TempDir
    static Path template;

    private static final List<UUID> MADE = new ArrayList<>();
    private static UUID canceled;

    @TempDir
    Path home;

    private final Samples.Clock clock = new Samples.Clock();
    private Path work;

    /** Operations, one of them taken back, a draft, and a deleted one whose pages are free. */
    @BeforeAll
    static void fill() {
        try (AccountStore store = AccountStore.open(template, ACCOUNT, new Samples.Clock())) {
            save(store, Ids.next(), "thrown away");
            UUID draft = Ids.next();
            save(store, draft, "Spring term");
            store.drafts().list(ORG).stream()
                    .filter(each -> each.name().equals("thrown away"))
                    .forEach(each -> store.drafts().delete(each.id()));
            List<Request> requests = new ArrayList<>();
            for (int i = 0; i < OPERATIONS; i++) requests.add(Samples.invite("person" + i + "@example.org"));
            MADE.addAll(store.outbox()
                    .stage(ORG, requests, Duration.ZERO, "people.csv")
                    .operationIds());
            canceled = MADE.removeFirst();
            store.outbox().cancel(List.of(canceled));
            store.preferences().put("theme", Json.mapper().readTree("\"dark\""));
        }
    }

    @BeforeEach
    void copy() throws IOException {
        work = Files.copy(template.resolve("work.db"), home.resolve("work.db"));
        Files.copy(template.resolve("directory.db"), home.resolve("directory.db"));
    }

    private static void save(AccountStore store, UUID id, String name) {
        store.drafts().save(new Drafts.Draft(id, ORG, name, "people.csv", null, null, Samples.NOW));
        List<Drafts.DraftRow> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            rows.add(new Drafts.DraftRow(
                    i, name + i + "@example.org", "Ann", "MEMBER", "note ".repeat(20), "NEW", null));
        }
        store.drafts().replaceRows(id, rows);
    }

    @Test
    void theShapeIsThatOfTheLastMigration() {
        try (SqliteFile fresh = SqliteFile.open(home.resolve("fresh.db"), Schema.WORK, Samples.NOW)) {
            assertThat((int) fresh.read(WorkFile::shape)).isEqualTo(WorkFile.SHAPE);
        }
    }

    @Test
    void aSoundFileIsReadWhole() {
        try (SqliteFile fresh = SqliteFile.open(home.resolve("fresh.db"), Schema.WORK, Samples.NOW);
                SqliteFile old = SqliteFile.open(work, Schema.WORK, Samples.NOW)) {
            Salvage.copy(work, fresh);
            for (String table : List.of("op", "batch", "draft", "draft_row", "preference")) {
                assertThat(rows(fresh, table)).as(table).isNotEmpty().isEqualTo(rows(old, table));
            }
        }
    }

    @Test
    void whatStandsInTheLogOnlyIsReadToo() throws IOException {
        try (SqliteFile fresh = SqliteFile.open(home.resolve("fresh.db"), Schema.WORK, Samples.NOW);
                AccountStore running = open()) {
            running.outbox().stage(ORG, List.of(Samples.invite("last@example.org")), Duration.ZERO, null);
            save(running, Ids.next(), "Autumn term");
            assertThat(Files.size(home.resolve("work.db-wal"))).isPositive();
            // as after a power cut, with the file's begin gone
            Path copy = Files.copy(work, home.resolve("copy.db"));
            Files.copy(home.resolve("work.db-wal"), home.resolve("copy.db-wal"));
            overwrite(copy, 0, new byte[PAGE]);
            Salvage.copy(copy, fresh);
            assertThat(rows(fresh, "op")).hasSize(OPERATIONS + 1);
            assertThat(rows(fresh, "draft")).hasSize(2);
            assertThat(rows(fresh, "draft_row")).hasSize(2 * ROWS);
        }
    }

    enum Harm {
        HEADER_DESTROYED {
            @Override
            void to(Path file) throws IOException {
                overwrite(file, 0, noise(100, 1));
            }
        },
        FIRST_PAGE_ZERO {
            @Override
            void to(Path file) throws IOException {
                overwrite(file, 0, new byte[PAGE]);
            }
        },
        LEAVES_ZERO {
            @Override
            void to(Path file) throws IOException {
                List<Integer> leaves = leaves(file);
                for (int i = 1; i < leaves.size(); i += 5) overwrite(file, leaves.get(i), new byte[PAGE]);
            }
        },
        NODES_OF_OPERATIONS_DESTROYED {
            @Override
            void to(Path file) throws IOException {
                for (int node : nodes(file)) overwrite(file, node, noise(PAGE, node));
            }
        };

        abstract void to(Path file) throws IOException;
    }

    @ParameterizedTest
    @EnumSource(Harm.class)
    void whatIsOnSoundPagesComesBack(Harm harm) throws IOException {
        harm.to(work);
        byte[] broken = Files.readAllBytes(work);
        int whole = wholeOperations(broken);
        try (AccountStore store = open()) {
            AccountStore.Damage damage = store.damage().orElseThrow();
            assertThat(damage.setAside())
                    .hasFileName("work.db.damaged-2026-03-01T10-00-00Z")
                    .hasBinaryContent(broken);
            assertThat(damage.changes())
                    .isEqualTo(store.outbox().counts().open())
                    .isGreaterThanOrEqualTo(whole);
            assertThat(whole).isGreaterThan(OPERATIONS / 2);
            assertThat(damage.drafts()).isEqualTo(1);
            assertSane(store);
            if (harm != Harm.LEAVES_ZERO) {
                assertThat(damage.changes()).isEqualTo(OPERATIONS - 1);
                assertThat(store.drafts().list(ORG)).singleElement().satisfies(draft -> {
                    assertThat(draft.name()).isEqualTo("Spring term");
                    assertThat(store.drafts().rows(draft.id())).hasSize(ROWS);
                });
            }
        }
        try (AccountStore again = open()) {
            assertThat(again.damage()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.0, 0.1, 0.5, 0.77, 0.999})
    void aFileCutShortGivesWhatIsLeft(double share) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(work.toFile(), "rw")) {
            file.setLength((long) (file.length() * share));
        }
        int whole = wholeOperations(Files.readAllBytes(work));
        try (AccountStore store = open()) {
            assertThat(store.damage().orElseThrow().changes())
                    .isEqualTo(store.outbox().counts().open());
            if (share > 0.9) assertThat(store.outbox().counts().open()).isGreaterThanOrEqualTo(whole);
            assertSane(store);
        }
    }

    /** Wherever bytes are turned: a start works, and nothing is there that nobody staged. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void turnedBytesDoNotKeepItFromStarting(long seed) throws IOException {
        Random random = new Random(seed);
        byte[] bytes = Files.readAllBytes(work);
        int most = seed % 2 == 0 ? bytes.length : 2 * PAGE;
        for (int i = 0; i < 1 + random.nextInt(40); i++)
            bytes[random.nextInt(most)] ^= (byte) (1 + random.nextInt(255));
        Files.write(work, bytes);
        try (AccountStore store = open()) {
            assertSane(store);
            store.damage().ifPresent(damage -> assertThat(damage.setAside()).exists());
            store.outbox().stage(ORG, List.of(Samples.invite("new@example.org")), Duration.ZERO, null);
        }
        try (AccountStore again = open()) {
            assertThat(again.damage()).isEmpty();
        }
    }

    @Test
    void aLogThatIsNoneIsKeptAndTold() throws IOException {
        Files.write(home.resolve("work.db-wal"), noise(3 * PAGE, 1));
        try (AccountStore store = open()) {
            AccountStore.Damage damage = store.damage().orElseThrow();
            assertThat(home.resolve(damage.setAside().getFileName() + "-wal")).hasBinaryContent(noise(3 * PAGE, 1));
            assertThat(damage.changes()).isEqualTo(OPERATIONS - 1);
            assertThat(damage.drafts()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"work.db", "work.db-wal", "work.db-shm"})
    void aFolderInItsPlaceIsSetAside(String name) throws IOException {
        Files.deleteIfExists(home.resolve(name));
        Files.createDirectory(home.resolve(name));
        Files.writeString(home.resolve(name).resolve("inside"), "x");
        try (AccountStore store = open()) {
            assertThat(store.damage().orElseThrow().changes()).isEqualTo(name.equals("work.db") ? 0 : OPERATIONS - 1);
            assertSane(store);
        }
        try (Stream<Path> files = Files.walk(home)) {
            assertThat(files.filter(each -> each.endsWith("inside"))).hasSize(1);
        }
    }

    @Test
    void anAddressThatWasTurnedIsNotSent() throws IOException {
        String text = new String(Files.readAllBytes(work), java.nio.charset.StandardCharsets.ISO_8859_1);
        String turned = text.replace("\"person77@example.org\"", "\"person78@example.org\"");
        assertThat(turned).isNotEqualTo(text);
        Files.writeString(work, turned, java.nio.charset.StandardCharsets.ISO_8859_1);
        overwrite(work, 0, noise(16, 1));
        try (AccountStore store = open()) {
            assertThat(store.damage().orElseThrow().changes()).isEqualTo(OPERATIONS - 2);
            assertThat(store.outbox().find(MADE.get(76))).isEmpty();
            assertThat(store.outbox().find(MADE.get(77))).isPresent();
        }
    }

    @Test
    void twoDamagesInOneSecondAreBothKept() throws IOException {
        Files.writeString(work, "Dear diary, ".repeat(1000));
        open().close();
        Files.writeString(work, "no database either ".repeat(1000));
        try (AccountStore store = open()) {
            assertThat(store.damage().orElseThrow().setAside())
                    .hasFileName("work.db.damaged-2026-03-01T10-00-00Z-2")
                    .content()
                    .startsWith("no database either");
        }
        assertThat(home.resolve("work.db.damaged-2026-03-01T10-00-00Z"))
                .content()
                .startsWith("Dear diary");
    }

    @ParameterizedTest
    @ValueSource(strings = {"directory.db", "cache/ORG.db"})
    void whatCanBeDownloadedAgainBeginsEmptyWithoutAWord(String name) throws IOException {
        Path file = home.resolve(name.replace("ORG", ORG.toString()));
        Random random = new Random(1);
        for (int i = 0; i < 12; i++) {
            try (AccountStore store = open()) {
                store.cacheWriter(ORG).cursor();
                store.directory().entries();
            }
            byte[] bytes = Files.readAllBytes(file);
            switch (i % 3) {
                case 0 -> random.nextBytes(bytes);
                case 1 -> bytes = Arrays.copyOf(bytes, bytes.length / 3);
                default -> Arrays.fill(bytes, PAGE, bytes.length, (byte) 7);
            }
            Files.write(file, bytes);
            try (AccountStore store = open()) {
                store.cacheWriter(ORG).cursor();
                assertThat(store.directory().entries()).isEmpty();
                assertThat(store.damage()).isEmpty();
            }
        }
    }

    /** Everything the window reads can be read, and nothing came back that was thrown away. */
    private void assertSane(AccountStore store) {
        assertThat(store.outbox().list())
                .allSatisfy(each -> assertThat(each.orgId()).isNotNull());
        store.outbox().batches(ORG);
        store.outbox().find(canceled).ifPresent(it -> assertThat(it.state()).isEqualTo(OperationState.CANCELED));
        for (Drafts.Draft draft : store.drafts().list(ORG)) {
            assertThat(draft.name()).isNotEqualTo("thrown away");
            store.drafts().rows(draft.id());
        }
        store.preferences().get("theme");
        store.directory().entries();
        store.dispatch().nextDue(clock.instant());
    }

    /** Operations whose whole text still stands in the file. */
    private int wholeOperations(byte[] bytes) {
        String text = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
        java.util.Set<String> found = new java.util.HashSet<>();
        var matcher = java.util.regex.Pattern.compile("\"email\":\"(person[0-9]+@example.org)\"")
                .matcher(text);
        while (matcher.find()) found.add(matcher.group(1));
        found.remove("person0@example.org");
        return found.size();
    }

    private AccountStore open() {
        return AccountStore.open(home, ACCOUNT, clock);
    }

    private static List<List<Object>> rows(SqliteFile file, String table) {
        return file.read(handle -> handle.createQuery("SELECT * FROM " + table + " ORDER BY 1, 2")
                .map((row, _) -> {
                    List<Object> values = new ArrayList<>();
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) values.add(row.getObject(i));
                    return values;
                })
                .list());
    }

    private static byte[] noise(int length, long seed) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static void overwrite(Path file, long at, byte[] bytes) throws IOException {
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.seek(at);
            out.write(bytes);
        }
    }

    /** Where pages of operations begin. */
    private static List<Integer> leaves(Path file) throws IOException {
        return ofType(file, 13);
    }

    /** Where pages begin that lead to those of operations. */
    private static List<Integer> nodes(Path file) throws IOException {
        return ofType(file, 5);
    }

    private static List<Integer> ofType(Path file, int type) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        List<Integer> found = new ArrayList<>();
        for (int at = PAGE; at < bytes.length; at += PAGE) if (bytes[at] == type) found.add(at);
        return found;
    }
}
