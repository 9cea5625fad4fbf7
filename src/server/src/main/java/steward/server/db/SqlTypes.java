package steward.server.db;

import java.sql.Types;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.spi.JdbiPlugin;

/** How values stand in columns: ids as text, times as milliseconds, enumerations as the contract writes them. */
final class SqlTypes implements JdbiPlugin {
    @Override
    public void customizeJdbi(Jdbi jdbi) {
        jdbi.registerArgument(new Ids());
        jdbi.registerArgument(new Times());
        jdbi.registerArgument(enumerations());
        jdbi.registerColumnMapper(UUID.class, (rows, column, context) -> {
            String text = rows.getString(column);
            return text == null ? null : UUID.fromString(text);
        });
        jdbi.registerColumnMapper(Instant.class, (rows, column, context) -> {
            long millis = rows.getLong(column);
            return rows.wasNull() ? null : Instant.ofEpochMilli(millis);
        });
    }

    private static ArgumentFactory enumerations() {
        return (type, value, config) -> value instanceof Enum<?> constant
                ? java.util.Optional.of((position, statement, context) ->
                        statement.setString(position, constant.name().toLowerCase(Locale.ROOT)))
                : java.util.Optional.empty();
    }

    private static final class Ids extends AbstractArgumentFactory<UUID> {
        Ids() {
            super(Types.VARCHAR);
        }

        @Override
        protected Argument build(UUID value, ConfigRegistry config) {
            return (position, statement, context) -> statement.setString(position, value.toString());
        }
    }

    private static final class Times extends AbstractArgumentFactory<Instant> {
        Times() {
            super(Types.BIGINT);
        }

        @Override
        protected Argument build(Instant value, ConfigRegistry config) {
            return (position, statement, context) -> statement.setLong(position, value.toEpochMilli());
        }
    }
}
