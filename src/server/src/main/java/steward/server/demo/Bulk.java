package steward.server.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Writes many rows quickly, values as the schema has them; what was not flushed is not written. Used by one thread. */
final class Bulk implements AutoCloseable {
    private static final int AT_ONCE = 500;

    private final Connection connection;
    private final List<Table> tables = new ArrayList<>();

    Bulk(Connection connection) {
        this.connection = connection;
    }

    /** @param columns parted by commas */
    Table into(String table, String columns) {
        int count = columns.split(",").length;
        String marks = String.join(", ", Collections.nCopies(count, "?"));
        try {
            Table made = new Table(
                    connection.prepareStatement("INSERT INTO " + table + " (" + columns + ") VALUES (" + marks + ")"));
            tables.add(made);
            return made;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot write to " + table, e);
        }
    }

    /** Writes the last rows. Not left to closing: after a full disk SQLite has ended the transaction, and they would stay. */
    void flush() {
        for (Table each : tables) {
            try {
                if (each.waiting > 0) each.flush();
            } catch (SQLException e) {
                throw new IllegalStateException("cannot write the last rows", e);
            }
        }
    }

    @Override
    public void close() {
        tables.forEach(Table::close);
    }

    /** The rows of one table. */
    static final class Table {
        private final PreparedStatement statement;
        private int waiting;

        private Table(PreparedStatement statement) {
            this.statement = statement;
        }

        void row(Object... values) {
            try {
                for (int i = 0; i < values.length; i++) bind(i + 1, values[i]);
                statement.addBatch();
                if (++waiting == AT_ONCE) flush();
            } catch (SQLException e) {
                throw new IllegalStateException("cannot write a row", e);
            }
        }

        private void bind(int at, Object value) throws SQLException {
            switch (value) {
                case null -> statement.setNull(at, Types.NULL);
                case String text -> statement.setString(at, text);
                case Integer number -> statement.setInt(at, number);
                case Long number -> statement.setLong(at, number);
                case Boolean flag -> statement.setInt(at, flag ? 1 : 0);
                case UUID id -> statement.setString(at, id.toString());
                case Instant time -> statement.setLong(at, time.toEpochMilli());
                case Enum<?> constant -> statement.setString(at, constant.name().toLowerCase(Locale.ROOT));
                default -> throw new IllegalArgumentException("no column holds " + value.getClass());
            }
        }

        private void flush() throws SQLException {
            statement.executeBatch();
            waiting = 0;
        }

        private void close() {
            try {
                statement.close();
            } catch (SQLException e) {
                throw new IllegalStateException("cannot close a statement", e);
            }
        }
    }
}
