package steward.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import steward.server.db.Actor;
import steward.server.db.Database;

class DatabaseTest {
    @TempDir
    Path folder;

    @Test
    void writesThroughToTheDisk() {
        try (Database database = Database.open(folder, MovableClock.system())) {
            database.write(Actor.PLATFORM, tx -> {
                assertThat(pragma(tx.sql(), "journal_mode")).isEqualTo("wal");
                assertThat(pragma(tx.sql(), "synchronous")).as("FULL").isEqualTo("2");
                assertThat(pragma(tx.sql(), "foreign_keys")).isEqualTo("1");
                return null;
            });
        }
    }

    @Test
    @Timeout(10)
    void closesOnceHoweverOften() {
        Database database = Database.open(folder, MovableClock.system());
        database.close();
        database.close();
        Database.open(folder, MovableClock.system()).close();
    }

    @Test
    void undoesAStepAloneAndATransactionAsAWhole() {
        try (Database database = Database.open(folder, MovableClock.system())) {
            database.write(Actor.PLATFORM, tx -> {
                insert(tx, "kept");
                assertThatThrownBy(() -> tx.step(() -> {
                            insert(tx, "undone");
                            throw new IllegalStateException("refused");
                        }))
                        .isInstanceOf(IllegalStateException.class);
                return null;
            });
            assertThatThrownBy(() -> database.write(Actor.PLATFORM, tx -> {
                        insert(tx, "gone");
                        throw new IllegalStateException("refused");
                    }))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(database.<java.util.List<String>>read(sql -> sql.select("SELECT epoch FROM server_info")
                            .mapTo(String.class)
                            .list()))
                    .containsExactly("kept");
        }
    }

    @Test
    void leavesAllOfANewerFoldersFilesAlone() throws Exception {
        Database.open(folder, MovableClock.system()).close();
        Path file = folder.resolve("server.db");
        try (RandomAccessFile header = new RandomAccessFile(file.toFile(), "rw")) {
            header.seek(60);
            header.writeInt(99);
        }
        // As after a crash: what the newer server wrote last is not in the file itself yet.
        Files.write(folder.resolve("server.db-wal"), new byte[] {1, 2, 3});
        Map<String, String> before = contents();
        assertThatThrownBy(() -> Database.open(folder, MovableClock.system()))
                .isInstanceOfSatisfying(
                        StartException.class, e -> assertThat(e.reason()).isEqualTo(StartException.Reason.NEWER_DATA))
                .hasMessageContaining("newer version")
                .hasMessageContaining(folder.toString());
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void isHeldByOneServerAtATime() {
        Database first = Database.open(folder, MovableClock.system());
        assertThatThrownBy(() -> Database.open(folder, MovableClock.system()))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("Another server is running on the folder " + folder);
        first.close();
        Database.open(folder, MovableClock.system()).close();
    }

    @Test
    void saysInASentenceWhatIsWrongWithItsFolder() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> Database.open(file, MovableClock.system()))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("cannot use the folder " + file);
        Path other = Files.createDirectory(folder.resolve("other"));
        Files.writeString(
                other.resolve("server.db"), "This is a text, and longer than the header of a database is. ".repeat(3));
        assertThatThrownBy(() -> Database.open(other, MovableClock.system()))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("is no database that can be read");
        Path torn = Files.createDirectory(folder.resolve("torn"));
        Database.open(torn, MovableClock.system()).close();
        byte[] whole = Files.readAllBytes(torn.resolve("server.db"));
        Arrays.fill(whole, 100, whole.length, (byte) 7);
        whole[63] = 0;
        Files.write(torn.resolve("server.db"), whole);
        assertThatThrownBy(() -> Database.open(torn, MovableClock.system()))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("is no database that can be read");
    }

    @Test
    void isReadableByItsUserOnlyWhateverItsFolderIsCalled() throws Exception {
        Path odd = folder.resolve("50% of what?");
        try (Database database = Database.open(odd, MovableClock.system())) {
            database.write(Actor.PLATFORM, tx -> {
                insert(tx, "there");
                return null;
            });
            assertThat(mode(odd)).isEqualTo("rwx------");
            assertThat(mode(odd.resolve("server.db"))).isEqualTo("rw-------");
            assertThat(mode(odd.resolve("server.db-wal"))).isEqualTo("rw-------");
        }
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    /** Every file of the folder with what is in it. */
    private Map<String, String> contents() throws IOException {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path each : files.toList()) {
                all.put(each.getFileName().toString(), HexFormat.of().formatHex(Files.readAllBytes(each)));
            }
        }
        return all;
    }

    private static void insert(steward.server.db.Tx tx, String id) {
        tx.sql().execute("INSERT INTO server_info (id, epoch) VALUES (?, ?)", id, id);
    }

    private static String pragma(org.jdbi.v3.core.Handle sql, String name) {
        return sql.select("PRAGMA " + name).mapTo(String.class).one();
    }
}
