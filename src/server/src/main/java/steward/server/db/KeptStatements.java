package steward.server.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Keeps the prepared statements of one connection for the next time: the driver would have the same few compiled anew for
 * every item of a batch. One in use is not handed out twice. Not thread-safe, as its connection.
 */
final class KeptStatements extends DefaultStatementBuilder {
    private static final int MOST = 200;

    private final Map<String, PreparedStatement> idle = new LinkedHashMap<>();
    private final Map<Statement, String> used = new HashMap<>();

    @Override
    public PreparedStatement create(Connection connection, String sql, StatementContext context) throws SQLException {
        if (context.isReturningGeneratedKeys() || context.isConcurrentUpdatable()) {
            return super.create(connection, sql, context);
        }
        PreparedStatement kept = idle.remove(sql);
        PreparedStatement statement = kept == null ? super.create(connection, sql, context) : kept;
        used.put(statement, sql);
        return statement;
    }

    @Override
    public void close(Connection connection, String sql, Statement statement) throws SQLException {
        String key = used.remove(statement);
        if (key == null || idle.containsKey(key) || !(statement instanceof PreparedStatement prepared)) {
            statement.close();
            return;
        }
        prepared.clearBatch();
        prepared.clearParameters();
        idle.put(key, prepared);
        if (idle.size() > MOST) idle.remove(idle.keySet().iterator().next()).close();
    }

    @Override
    public void close(Connection connection) {
        idle.clear();
        used.clear();
    }
}
