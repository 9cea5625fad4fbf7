package steward.server.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import org.jdbi.v3.core.result.ResultIterator;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A statement used again knows nothing of the time before. */
class KeptStatementsTest {
    private static final String INSERT = "INSERT INTO thing (id, name) VALUES (?, ?)";

    @TempDir
    Path folder;

    private Database database;

    @BeforeEach
    void open() {
        database = Database.open(folder, InstantSource.system());
        write("CREATE TABLE thing (id INTEGER PRIMARY KEY, name TEXT)");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void valuesOfTheLastTimeAreGone() {
        write(INSERT, 1, "one");
        assertThatThrownBy(() -> write(INSERT, 2)).isInstanceOf(RuntimeException.class);
        write(INSERT, 2, null);
        assertThat(names()).containsExactly("one", null);
    }

    @Test
    void oneThatFailedWorksTheNextTime() {
        write(INSERT, 1, "one");
        assertThatThrownBy(() -> write(INSERT, 1, "again")).isInstanceOf(UnableToExecuteStatementException.class);
        write(INSERT, 2, "two");
        assertThat(names()).containsExactly("one", "two");
    }

    @Test
    void theSameStatementCanBeOpenTwice() {
        for (int i = 1; i <= 3; i++) write(INSERT, i, "name " + i);
        List<String> pairs = database.read(sql -> {
            List<String> found = new java.util.ArrayList<>();
            try (ResultIterator<String> outer = sql.createQuery("SELECT name FROM thing ORDER BY id")
                    .mapTo(String.class)
                    .iterator()) {
                while (outer.hasNext()) {
                    String left = outer.next();
                    Iterator<String> inner = sql.createQuery("SELECT name FROM thing ORDER BY id")
                            .mapTo(String.class)
                            .list()
                            .iterator();
                    while (inner.hasNext()) found.add(left + inner.next());
                }
            }
            return found;
        });
        assertThat(pairs).hasSize(9).doesNotHaveDuplicates();
    }

    @Test
    void aReaderSeesWhatWasWrittenSinceItsLastTime() {
        for (int i = 1; i <= 20; i++) {
            write(INSERT, i, "name");
            // left after its first row: what is still open would hold on to the state of then
            int last = database.read(sql -> sql.createQuery("SELECT id FROM thing ORDER BY id DESC")
                    .mapTo(Integer.class)
                    .findFirst()
                    .orElseThrow());
            assertThat(last).isEqualTo(i);
        }
    }

    private void write(String sql, Object... values) {
        database.write(Actor.PLATFORM, tx -> tx.sql().execute(sql, values));
    }

    private List<String> names() {
        return database.read(sql -> sql.createQuery("SELECT name FROM thing ORDER BY id")
                .mapTo(String.class)
                .list());
    }
}
