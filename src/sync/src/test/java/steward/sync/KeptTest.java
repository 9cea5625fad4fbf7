package steward.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.store.NewerStoreException;

/** What is kept between two starts, and what is not. */
class KeptTest {

    /** Where SQLite keeps {@code user_version}. */
    private static final long VERSION_OFFSET = 60;

    @TempDir
    Path folder;

    World world;

    @BeforeEach
    void start() throws Exception {
        world = new World(folder);
    }

    @AfterEach
    void stop() throws Exception {
        world.close();
    }

    @Test
    void resumesARememberedAccountOnly() {
        world.openEngine().signIn(world.proxy.address(), world.ownerToken, true);
        world.engine.signIn(world.proxy.address(), world.adminToken, false);
        assertThat(world.engine.accounts()).hasSize(2).allMatch(world.engine::isTokenKept);
        world.engine.close();
        Engine again = world.openEngine();
        assertThat(again.accounts()).hasSize(2);
        for (Engine.KnownAccount each : again.accounts()) {
            boolean remembered = each.account().equals(world.owner);
            assertThat(each.remembered()).isEqualTo(remembered);
            assertThat(again.isTokenKept(each)).isEqualTo(remembered);
            assertThat(again.resume(each).isPresent()).isEqualTo(remembered);
        }
    }

    /** What is staged later would wait without a word, and the window would have no button that ends it. */
    @Test
    void saysThatItIsPausedThoughNothingWaits() {
        Session session = world.signIn();
        session.pause(world.org, true);
        awaitSending(session, SendingState.Wait.PAUSED_BY_PERSON);
        Session again = world.restart();
        awaitSending(again, SendingState.Wait.PAUSED_BY_PERSON);
        again.pause(world.org, false);
        awaitSending(again, SendingState.Wait.NOTHING_TO_SEND);
    }

    @Test
    void signsInThoughTheKeychainWaitsForAPerson() {
        CountDownLatch never = new CountDownLatch(1);
        world.tokens = new KeychainTokens(() -> {
            never.await();
            return null;
        });
        Session session = world.signIn();
        assertThat(world.engine.tokenPlace()).isEqualTo(Engine.TokenPlace.MEMORY);
        World.await("connected", () -> session.connection().state() == Connection.State.CONNECTED);
        assertThat(world.engine.resume(world.engine.accounts().getFirst())).isPresent();
        never.countDown();
    }

    @Test
    void leavesTheDataOfANewerProgramAsItIs() throws Exception {
        Session session = world.signIn();
        session.open(world.org);
        World.await("pull", () -> session.store().organization(world.org).known());
        world.engine.close();
        Path work;
        try (Stream<Path> files = Files.walk(folder.resolve("data"))) {
            work = files.filter(each -> each.endsWith("work.db")).findFirst().orElseThrow();
        }
        try (RandomAccessFile file = new RandomAccessFile(work.toFile(), "rw")) {
            file.seek(VERSION_OFFSET);
            file.writeInt(Short.MAX_VALUE);
        }
        Map<String, String> before = contents();
        assertThatThrownBy(() -> world.openEngine())
                .isInstanceOfSatisfying(
                        NewerStoreException.class, e -> assertThat(e.file()).isEqualTo(work));
        assertThat(contents()).isEqualTo(before);
        world.engine = null;
    }

    private void awaitSending(Session session, SendingState.Wait wait) {
        World.await(wait.name(), () -> session.sending(world.org).state() == wait);
    }

    private Map<String, String> contents() throws IOException {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder.resolve("data"))) {
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                all.put(each.toString(), java.util.Arrays.hashCode(Files.readAllBytes(each)) + "");
            }
        }
        return all;
    }
}
