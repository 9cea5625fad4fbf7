package steward.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.store.OperationState;
import steward.store.Outbox;

/** The work store refuses to write for a while, as on a full disk: nothing is lost, and sending goes on by itself. */
class DiskFaultTest {

    @TempDir
    Path folder;

    private World world;
    private Session session;

    @BeforeEach
    void start() throws Exception {
        world = new World(folder);
        session = world.signIn();
    }

    @AfterEach
    void stop() throws Exception {
        world.close();
    }

    /** The server has done it, and neither that nor that it is unknown can be written down. */
    @Test
    void goesOnWhenAnAnswerCanBeWrittenAgain() throws Exception {
        refuse("NEW.state <> 'IN_FLIGHT'");
        Outbox.Staged staged = stage();
        World.await("said so", () -> session.sending(world.org).state() == SendingState.Wait.DISK);
        assertThat(state(staged)).isEqualTo(OperationState.IN_FLIGHT);
        assertThat(world.rows("SELECT recipient FROM mail")).containsExactly("a@example.org");
        allow();
        World.await("sent", () -> state(staged) == OperationState.DONE);
        assertThat(world.rows("SELECT recipient FROM mail")).containsExactly("a@example.org");
    }

    /** Nothing leaves that could not be written down before. */
    @Test
    void sendsNothingThatItCannotKeep() throws Exception {
        refuse("NEW.state = 'IN_FLIGHT'");
        Outbox.Staged staged = stage();
        World.await("said so", () -> session.sending(world.org).state() == SendingState.Wait.DISK);
        assertThat(state(staged)).isEqualTo(OperationState.QUEUED);
        assertThat(world.proxy.writes()).isZero();
        allow();
        World.await("sent", () -> state(staged) == OperationState.DONE);
        assertThat(world.rows("SELECT recipient FROM mail")).containsExactly("a@example.org");
    }

    private Outbox.Staged stage() {
        return session.store()
                .outbox()
                .stage(world.org, List.of(World.invitation("a@example.org")), Duration.ZERO, null);
    }

    private OperationState state(Outbox.Staged staged) {
        return session.store()
                .outbox()
                .find(staged.operationIds().getFirst())
                .orElseThrow()
                .state();
    }

    private void refuse(String changes) throws Exception {
        work("CREATE TRIGGER refuse BEFORE UPDATE ON op WHEN " + changes + " BEGIN SELECT RAISE(ABORT, 'no'); END");
    }

    private void allow() throws Exception {
        work("DROP TRIGGER refuse");
    }

    private void work(String sql) throws IOException, SQLException {
        Path file;
        try (Stream<Path> all = Files.walk(folder.resolve("data"))) {
            file = all.filter(each -> each.endsWith("work.db")).findFirst().orElseThrow();
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 5000");
            statement.execute(sql);
        }
    }
}
