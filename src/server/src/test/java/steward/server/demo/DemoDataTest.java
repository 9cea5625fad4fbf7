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
        long before = processor();
        assertThat(DemoData.fill(database, DemoData.SEED)).isTrue();
        seconds = (processor() - before) / 1e9;
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

    /** Of the processor, so that a busy machine changes nothing; ready in ten seconds is the promise. */
    @Test
    void isThereInSeconds() {
        assertThat(seconds).isLessThan(6);
    }

    @Test
    void isTheSameForTheSameSeedAndInstant() {
        try (Database other = Database.open(folder.resolve("two"), InstantSource.fixed(NOW))) {
            DemoData.fill(other, DemoData.SEED);
            List<String> tables = database.read(
                    sql -> sql.select("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'flyway%'")
                            .mapTo(String.class)
                            .list());
            assertThat(tables).contains("member", "meeting", "usage_point", "account", "audit", "payment_method");
            for (String table : tables) {
                assertThat(digest(other, table)).as(table).isEqualTo(digest(database, table));
            }
            assertThat(DemoData.fill(other, DemoData.SEED)).isFalse();
        }
    }

    @Test
    void hasTheStatesWorthLookingAt() {
        assertThat(
                        slugs(
                                "SELECT o.slug FROM organization o JOIN subscription s ON s.org_id = o.id WHERE s.state = 'dunning'"))
                .containsExactly("norra-energi");
        assertThat(
                        slugs(
                                "SELECT slug FROM organization o WHERE NOT EXISTS (SELECT 1 FROM room r WHERE r.org_id = o.id)"))
                .containsExactly("fresh-start");
        assertThat(slugs("""
                        SELECT o.slug FROM organization o JOIN subscription s ON s.org_id = o.id WHERE o.slug = 'harbor-school'
                        AND s.licenses_owned - 1 <= (SELECT COUNT(*) FROM meeting m WHERE m.org_id = o.id AND m.ended_at IS NULL)
                        """)).containsExactly("harbor-school");
        assertThat(number("SELECT COUNT(*) FROM invitation i JOIN organization o ON o.id = i.org_id"
                        + " WHERE o.slug = 'acme' AND i.state = 'pending'"))
                .isEqualTo(41);
        assertThat(number("SELECT COUNT(*) FROM room r JOIN organization o ON o.id = r.org_id WHERE o.slug = 'acme'"))
                .isEqualTo(64);
    }

    @Test
    void usageAgreesWithTheMeetings() {
        assertThat(slugs("""
                        SELECT o.slug FROM organization o JOIN usage_point p ON p.org_id = o.id
                        WHERE p.at = (SELECT MAX(at) FROM usage_point l WHERE l.org_id = o.id) AND p.in_use <>
                            (SELECT COUNT(*) FROM meeting m WHERE m.org_id = o.id AND m.ended_at IS NULL)
                        """)).isEmpty();
        assertThat(number("SELECT COUNT(*) FROM usage_point WHERE in_use > owned"))
                .isZero();
        assertThat(number("SELECT COUNT(*) FROM refused_start WHERE in_use < owned"))
                .isZero();
        assertThat(number("SELECT COUNT(*) FROM usage_point WHERE known = 0")).isGreaterThan(30);
        assertThat(number(
                        "SELECT COUNT(*) FROM meeting a JOIN meeting b ON a.org_id = b.org_id AND a.room_id = b.room_id"
                                + " AND a.id < b.id WHERE a.ended_at IS NULL AND b.ended_at IS NULL"))
                .isZero();
    }

    private static String digest(Database of, String table) {
        return of.read(sql -> sql.createQuery("SELECT * FROM " + table).mapToMap().stream()
                .map(row -> Integer.toHexString(row.toString().hashCode()))
                .collect(java.util.stream.Collectors.joining()));
    }

    private static List<String> slugs(String query) {
        return read(query).stream().map(row -> (String) row.get("slug")).toList();
    }

    private static int number(String query) {
        return database.read(
                (Handle sql) -> sql.select(query).mapTo(Integer.class).one());
    }

    private static long processor() {
        return java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static List<Map<String, Object>> read(String query) {
        return database.read((Handle sql) -> sql.createQuery(query).mapToMap().list());
    }
}
