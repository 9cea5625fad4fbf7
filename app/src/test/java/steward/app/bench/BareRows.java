package steward.app.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.sqlite.SQLiteConfig;
import steward.api.Ids;
import steward.store.Outbox;

/**
 * The least that puts the rows of a file into the outbox's own table: FastCSV, one prepared statement, one transaction, with
 * {@code synchronous=FULL}; nothing is checked. Prints the seconds.
 */
final class BareRows {
    private static final String INSERT = """
            INSERT INTO op (op_id, org_id, batch_id, kind, object_id, aggregate, subject, payload, fingerprint, state,
              due, src_file, src_row, actor, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final int CHUNK = 1000;

    private BareRows() {}

    public static void main(String[] args) throws Exception {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setCacheSize(-65_536);
        try (Connection db = config.createConnection("jdbc:sqlite:" + args[1])) {
            schema(db);
            db.setAutoCommit(false);
            long begin = System.nanoTime();
            try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(Path.of(args[0]))) {
                insert(db, csv);
            }
            db.commit();
            double seconds = (System.nanoTime() - begin) / 1e9;
            verify(db, Integer.parseInt(args[2]));
            System.out.println(seconds);
        }
    }

    /** The very schema of the work store, so that the baseline has every index the product has. */
    private static void schema(Connection db) throws Exception {
        try (InputStream in = Outbox.class.getResourceAsStream("/steward/store/work/V1__work.sql");
                Statement statement = db.createStatement()) {
            statement.executeUpdate(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static void insert(Connection db, CsvReader<CsvRecord> csv) throws SQLException {
        String organization = Ids.next().toString();
        String batch = Ids.next().toString();
        String actor = Ids.next().toString();
        long now = System.currentTimeMillis();
        try (PreparedStatement insert = db.prepareStatement(INSERT)) {
            int row = 0;
            for (CsvRecord each : csv) {
                if (row++ == 0) continue;
                UUID key = Ids.next();
                String email = each.getField(0);
                insert.setString(1, key.toString());
                insert.setString(2, organization);
                insert.setString(3, batch);
                insert.setString(4, "INVITE_PERSON");
                insert.setString(5, Ids.next().toString());
                insert.setString(6, email);
                insert.setString(7, email);
                insert.setString(8, payload(each));
                insert.setString(9, key.toString().substring(4));
                insert.setString(10, "QUEUED");
                insert.setLong(11, 0);
                insert.setString(12, "people.csv");
                insert.setLong(13, row);
                insert.setString(14, actor);
                insert.setLong(15, now);
                insert.addBatch();
                if (row % CHUNK == 0) insert.executeBatch();
            }
            insert.executeBatch();
        }
    }

    private static String payload(CsvRecord row) {
        return "{\"email\":\"" + row.getField(0) + "\",\"role\":\"member\",\"name\":\"" + row.getField(1)
                + "\",\"note\":\"" + row.getField(2) + "\"}";
    }

    private static void verify(Connection db, int expected) throws SQLException {
        try (Statement statement = db.createStatement();
                ResultSet count = statement.executeQuery("SELECT count(*) FROM op WHERE state = 'QUEUED'")) {
            count.next();
            if (count.getInt(1) != expected) throw new IllegalStateException(count.getInt(1) + " rows inserted");
        }
    }
}
