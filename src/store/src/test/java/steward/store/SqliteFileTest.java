package steward.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteFileTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Schema FIRST = new Schema("steward/store/first", 1, true);
    private static final Schema SECOND = new Schema("steward/store/second", 2, true);

    @TempDir
    Path folder;

    @Test
    void aFolderMayHaveAnyName() throws IOException {
        Path odd = Files.createDirectory(folder.resolve("a b?c%20#ü'd"));
        try (SqliteFile file = SqliteFile.open(odd.resolve("work.db"), Schema.WORK, NOW)) {
            assertThat(file.sound()).isTrue();
        }
        assertThat(names(odd)).containsExactly("work.db");
    }

    @Test
    void theWorkStoreIsSyncedAtEachCommit() {
        try (SqliteFile work = SqliteFile.open(folder.resolve("w.db"), Schema.WORK, NOW);
                SqliteFile cache = SqliteFile.open(folder.resolve("c.db"), Schema.CACHE, NOW)) {
            assertThat(pragma(work, "synchronous")).isEqualTo("2");
            assertThat(pragma(work, "journal_mode")).isEqualTo("wal");
            assertThat(pragma(cache, "synchronous")).isEqualTo("1");
            assertThat(pragma(cache, "journal_mode")).isEqualTo("wal");
        }
    }

    @Test
    void onlyTheOwnerReadsIt() throws IOException {
        Path path = folder.resolve("w.db");
        try (SqliteFile file = SqliteFile.open(path, Schema.WORK, NOW)) {
            file.write(h -> h.execute("INSERT INTO preference VALUES ('a', 'b')"));
            for (String name : names(folder)) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))))
                        .as(name)
                        .isEqualTo("rw-------");
            }
            assertThat(names(folder)).contains("w.db-wal");
        }
    }

    @Test
    void eachSchemaSaysTheVersionItsMigrationsMake() {
        for (Schema schema : List.of(Schema.WORK, Schema.DIRECTORY, Schema.CACHE)) {
            Path path = folder.resolve(schema.migrations().replace('/', '-'));
            try (SqliteFile file = SqliteFile.open(path, schema, NOW)) {
                int made =
                        file.read(h -> h.createQuery("SELECT max(CAST(version AS INTEGER)) FROM flyway_schema_history")
                                .mapTo(Integer.class)
                                .one());
                assertThat(schema.version()).isEqualTo(made);
                assertThat(Schema.headerVersion(path)).isEqualTo(made);
            }
        }
    }

    @Test
    void anOlderFileIsCopiedBeforeItIsMigrated() throws IOException {
        Path path = folder.resolve("w.db");
        try (SqliteFile old = SqliteFile.open(path, FIRST, NOW)) {
            old.write(h -> h.execute("INSERT INTO thing VALUES ('kept')"));
        }
        try (SqliteFile migrated = SqliteFile.open(path, SECOND, NOW)) {
            assertThat(migrated.<String>read(h -> h.createQuery("SELECT name || more FROM thing")
                            .mapTo(String.class)
                            .one()))
                    .isEqualTo("kept!");
        }
        List<String> snapshots = names(folder.resolve("snapshots"));
        assertThat(snapshots).hasSize(1);
        try (SqliteFile snapshot = SqliteFile.open(folder.resolve("snapshots/" + snapshots.getFirst()), FIRST, NOW)) {
            assertThat(snapshot.<String>read(h -> h.createQuery("SELECT name FROM thing")
                            .mapTo(String.class)
                            .one()))
                    .isEqualTo("kept");
        }
    }

    @Test
    void theLastThreeSnapshotsAreKept() throws IOException {
        for (int i = 0; i < 5; i++) {
            Path path = folder.resolve("w.db");
            Files.deleteIfExists(path);
            SqliteFile.open(path, FIRST, NOW).close();
            SqliteFile.open(path, SECOND, NOW.plusSeconds(i)).close();
        }
        long millis = NOW.toEpochMilli();
        assertThat(names(folder.resolve("snapshots")))
                .containsExactly(
                        "w.db-v1-" + (millis + 2000), "w.db-v1-" + (millis + 3000), "w.db-v1-" + (millis + 4000));
    }

    @Test
    void aNewerFileIsRefusedAndLeftAsItIs() throws IOException {
        Path path = folder.resolve("w.db");
        SqliteFile.open(path, SECOND, NOW).close();
        byte[] before = Files.readAllBytes(path);
        List<String> beside = names(folder);
        assertThatThrownBy(() -> SqliteFile.open(path, FIRST, NOW)).isInstanceOf(NewerStoreException.class);
        assertThat(Files.readAllBytes(path)).isEqualTo(before);
        assertThat(names(folder)).isEqualTo(beside);
    }

    @Test
    void aFullDiskIsToldAndNothingIsSaved() {
        try (SqliteFile file = SqliteFile.open(folder.resolve("w.db"), Schema.WORK, NOW)) {
            int pages = Integer.parseInt(pragma(file, "page_count"));
            pragma(file, "max_page_count=" + (pages + 2));
            assertThatThrownBy(() -> file.write(h -> {
                        h.execute("INSERT INTO preference VALUES ('small', '1')");
                        return h.execute("INSERT INTO preference VALUES ('big', hex(randomblob(200000)))");
                    }))
                    .isInstanceOfSatisfying(StoreException.class, e -> assertThat(e.reason())
                            .isEqualTo(StoreException.Reason.DISK_FULL));
            int rows = file.read(h -> h.createQuery("SELECT count(*) FROM preference")
                    .mapTo(Integer.class)
                    .one());
            assertThat(rows).isZero();
            pragma(file, "max_page_count=100000");
            file.write(h -> h.execute("INSERT INTO preference VALUES ('small', '1')"));
            assertThat(file.sound()).isTrue();
        }
    }

    @Test
    void noDatabaseIsDamage() throws IOException {
        Path path = folder.resolve("w.db");
        Files.writeString(path, "This is a letter to the editor. ".repeat(200));
        assertThatThrownBy(() -> SqliteFile.open(path, Schema.WORK, NOW))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.reason()).isEqualTo(StoreException.Reason.DAMAGED));
    }

    private static String pragma(SqliteFile file, String name) {
        return file.write(
                h -> h.createQuery("PRAGMA " + name).mapTo(String.class).one());
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(p -> p.getFileName().toString()).sorted().toList();
        }
    }
}
