package steward.store.disk;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import steward.store.AccountStore;
import steward.store.StoreException;

/** What a {@link Worker} was told to be saved, held against what its folder holds. */
final class Acknowledged {

    /** What is wrong with a folder: not sound, or lacking what was acknowledged, or holding what was refused. */
    record Findings(List<String> damage, List<String> lost, List<String> surplus) {
        boolean isEmpty() {
            return damage.isEmpty() && lost.isEmpty() && surplus.isEmpty();
        }
    }

    private record Kept(String state, boolean wasSent) {}

    private final List<String[]> lines;
    private final Map<String, Kept> operations = new HashMap<>();
    private final Map<String, Integer> batches = new HashMap<>();
    private final Map<String, Integer> drafts = new HashMap<>();
    private final Findings findings = new Findings(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());

    private Acknowledged(List<String> lines) {
        this.lines = lines.stream().map(line -> line.split(" ")).toList();
    }

    /** Opens the folder with the real store first, as the next start would, and looks at the file after. */
    static Findings check(Path folder, List<String> acknowledged) throws SQLException {
        Acknowledged check = new Acknowledged(acknowledged);
        try (AccountStore store = AccountStore.open(folder, Worker.ACCOUNT, InstantSource.system())) {
            store.damage().ifPresent(damage -> check.findings.damage().add("the store set its file aside"));
        } catch (StoreException e) {
            check.findings.damage().add("the store does not open: " + e.reason());
            return check.findings;
        }
        try (Connection file = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("work.db"))) {
            check.read(file);
        }
        for (String[] line : check.lines) check.hold(line);
        check.countStaged();
        return check.findings;
    }

    private void read(Connection file) throws SQLException {
        try (Statement sql = file.createStatement()) {
            each(sql, "PRAGMA integrity_check", row -> {
                if (!row.getString(1).equals("ok")) findings.damage().add(row.getString(1));
            });
            each(
                    sql,
                    "SELECT op_id, state, first_sent_at IS NOT NULL FROM op",
                    row -> operations.put(row.getString(1), new Kept(row.getString(2), row.getBoolean(3))));
            each(sql, "SELECT b.id, b.size, (SELECT count(*) FROM op WHERE op.batch_id = b.id) FROM batch b", row -> {
                batches.put(row.getString(1), row.getInt(3));
                if (row.getInt(2) != row.getInt(3)) findings.damage().add("half a batch: " + row.getString(1));
            });
            each(
                    sql,
                    "SELECT id, (SELECT count(*) FROM draft_row WHERE draft_id = id) FROM draft",
                    row -> drafts.put(row.getString(1), row.getInt(2)));
        }
    }

    private void hold(String[] line) {
        switch (line[0]) {
            case "staged" -> need(line, Objects.equals(batches.get(line[1]), Integer.valueOf(line[2])));
            case "draft" -> need(line, drafts.getOrDefault(line[1], -1) >= Integer.parseInt(line[2]));
            case "sent" -> each(line, kept -> kept.wasSent());
            case "done" -> each(line, kept -> kept.state().equals("DONE"));
            case "canceled" -> each(line, kept -> kept.state().equals("CANCELED"));
            default -> {}
        }
    }

    private void each(String[] line, java.util.function.Predicate<Kept> holds) {
        boolean all = true;
        for (int i = 1; i < line.length; i++) {
            Kept kept = operations.get(line[i]);
            all &= kept != null && holds.test(kept);
        }
        need(line, all);
    }

    private void need(String[] line, boolean holds) {
        if (!holds) findings.lost().add(line[0] + " " + line[1]);
    }

    private void countStaged() {
        List<String> told = lines.stream()
                .filter(line -> line[0].equals("staged"))
                .map(line -> line[1])
                .toList();
        batches.keySet().stream().filter(batch -> !told.contains(batch)).forEach(findings.surplus()::add);
    }

    private interface Row {
        void take(ResultSet row) throws SQLException;
    }

    private static void each(Statement sql, String query, Row row) throws SQLException {
        try (ResultSet rows = sql.executeQuery(query)) {
            while (rows.next()) row.take(rows);
        }
    }
}
