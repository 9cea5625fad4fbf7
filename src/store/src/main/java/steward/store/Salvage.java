package steward.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Copies out of a damaged work store every row that can still be read. Rows that were deleted and still stand in a page are
 * not taken: an invitation that was taken back must not be sent.
 */
final class Salvage {

    private static final List<String> TABLES =
            List.of("batch", "op", "paused", "mark", "preference", "draft", "draft_row");
    private static final String DRAFTS_BY_ORGANIZATION = "draft_org";

    private final BTree tree;
    private final Path file;
    private final Connection target;
    private final Map<String, Integer> roots;
    private final Map<String, List<String>> columns = new LinkedHashMap<>();

    private Salvage(BTree tree, Path file, Connection target, Map<String, Integer> roots) throws SQLException {
        this.tree = tree;
        this.file = file;
        this.target = target;
        this.roots = roots;
        for (String table : TABLES) columns.put(table, columns(table));
    }

    /** The damaged file stays as it is. */
    static void copy(Path damaged, SqliteFile target) {
        if (!Files.isRegularFile(damaged)) return;
        try (Pages pages = Pages.open(damaged)) {
            target.write(handle -> {
                try {
                    copy(pages, handle, damaged);
                    return null;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Pages pages, Handle handle, Path damaged) throws IOException, SQLException {
        handle.execute("PRAGMA defer_foreign_keys = ON");
        BTree tree = new BTree(pages);
        // a file always has its tables where a new one has them, if only its list of tables is damaged
        Map<String, Integer> roots = new HashMap<>();
        handle.createQuery("SELECT name, rootpage FROM sqlite_master WHERE rootpage > 0")
                .map((row, _) -> roots.put(row.getString(1), row.getInt(2)))
                .list();
        tree.walk(1, row -> root(row, roots));
        Salvage salvage = new Salvage(tree, damaged, handle.getConnection(), roots);
        salvage.tables();
        salvage.headless();
        Optional<BitSet> free = pages.free();
        if (free.isPresent()) salvage.lost(free.get());
        new Legibility(handle).removeIllegible();
        handle.execute("DELETE FROM draft_row WHERE draft_id NOT IN (SELECT id FROM draft)");
    }

    private static void root(BTree.Row row, Map<String, Integer> roots) {
        List<Object> values = row.values();
        if (values.size() == 5 && values.get(1) instanceof String name && values.get(3) instanceof Long page) {
            roots.computeIfPresent(name, (_, _) -> page.intValue());
        }
    }

    private void tables() throws IOException {
        for (String table : TABLES) tree.walk(roots.get(table), row -> insert(table, row));
    }

    /** Of a draft whose own row is lost an index still says whose it was; the old file lends it a name. */
    private void headless() throws IOException {
        tree.walk(roots.get(DRAFTS_BY_ORGANIZATION), row -> {
            if (row.values().size() != 2) return;
            List<Object> draft = new ArrayList<>(row.values().reversed());
            draft.add(file.getFileName().toString());
            draft.addAll(Arrays.asList(null, null, null, 0L));
            insert("draft", new BTree.Row(null, draft));
        });
        for (Map.Entry<String, Integer> other : roots.entrySet()) tree.walk(other.getValue(), _ -> {});
    }

    private void lost(BitSet free) throws IOException {
        tree.walkLost(free, row -> {
            if (row.rowid() != null) {
                if (row.values().size() == columns.get("op").size()) insert("op", row);
                return;
            }
            ofShape(row.values()).ifPresent(table -> insert(table, row));
        });
    }

    /** Which table's row it is that stands in a page nobody knows; entries of indexes look like none of them. */
    private Optional<String> ofShape(List<Object> values) {
        if (values.isEmpty() || !isId(values.get(0))) return Optional.empty();
        int size = values.size();
        if (size == columns.get("draft_row").size()) return Optional.of("draft_row");
        if (size == columns.get("draft").size() && isId(values.get(1))) return Optional.of("draft");
        boolean batch = size == columns.get("batch").size() && isId(values.get(1)) && values.get(3) instanceof Long;
        return batch ? Optional.of("batch") : Optional.empty();
    }

    private static boolean isId(Object value) {
        return value instanceof String text && text.matches(Legibility.ID);
    }

    /** Values stand as the columns do: tables without a row id begin with their key. */
    private void insert(String table, BTree.Row row) {
        List<Object> values = row.values();
        List<String> names = columns.get(table);
        if (values.size() > names.size()) return;
        String sql = "INSERT OR IGNORE INTO " + table + " (" + String.join(", ", names.subList(0, values.size()))
                + ") VALUES (" + String.join(", ", Collections.nCopies(values.size(), "?")) + ")";
        try (PreparedStatement insert = target.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) insert.setObject(i + 1, values.get(i));
            // the key of op is its row id, and stands there
            if (row.rowid() != null) insert.setLong(1, row.rowid());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new StoreException(file, e);
        }
    }

    private List<String> columns(String table) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = target.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA table_info(" + table + ")")) {
            while (row.next()) names.add(row.getString("name"));
        }
        return names;
    }
}
