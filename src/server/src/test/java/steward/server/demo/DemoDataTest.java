package steward.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.server.db.Database;

class DemoDataTest {
    private static final Instant NOW = Instant.parse("2026-11-24T13:32:08Z");

    @TempDir
    static Path folder;

    private static Database database;
    private static double seconds;

    @BeforeAll
    static void fill() {
        database = Database.open(folder.resolve("one"), InstantSource.fixed(NOW));
        long before = System.nanoTime();
        assertThat(DemoData.fill(database, DemoData.SEED)).isTrue();
        seconds = (System.nanoTime() - before) / 1e9;
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void hasFortyOrganizationsUpToTenThousandMembers() {
        Map<String, Integer> members = new TreeMap<>();
        read("SELECT o.slug, COUNT(*) AS n FROM organization o JOIN member m ON m.org_id = o.id GROUP BY o.slug")
                .forEach(row -> members.put((String) row.get("slug"), ((Number) row.get("n")).intValue()));
        assertThat(members).hasSize(40).containsEntry("acme", 1231).containsEntry("aurora-health", 10_000);
        assertThat(members.values().stream().filter(n -> n < 3)).containsExactly(1);
    }

    @Test
    void isThereInSeconds() {
        assertThat(seconds).isLessThan(8);
    }

    private static List<Map<String, Object>> read(String query) {
        return database.read((Handle sql) -> sql.createQuery(query).mapToMap().list());
    }
}
