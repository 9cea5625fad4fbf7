package steward.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
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
    void leavesANewerFileAlone() throws Exception {
        try (Database database = Database.open(folder, MovableClock.system())) {
            database.write(Actor.PLATFORM, tx -> tx.sql()
                    .execute("UPDATE flyway_schema_history SET version = '99' WHERE version = '1'"));
        }
        byte[] before = Files.readAllBytes(folder.resolve("server.db"));
        assertThatThrownBy(() -> Database.open(folder, MovableClock.system()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("newer version");
        assertThat(Files.readAllBytes(folder.resolve("server.db"))).isEqualTo(before);
    }

    private static void insert(steward.server.db.Tx tx, String id) {
        tx.sql().execute("INSERT INTO server_info (id, epoch) VALUES (?, ?)", id, id);
    }

    private static String pragma(org.jdbi.v3.core.Handle sql, String name) {
        return sql.select("PRAGMA " + name).mapTo(String.class).one();
    }
}
