package steward.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.app.settings.Policy;
import steward.app.signin.NoDemo;
import steward.app.testing.DemoTown;
import steward.app.testing.Eventually;
import steward.server.Faults;
import steward.sync.Engine;
import steward.sync.EngineOptions;
import steward.sync.LaterStart;
import steward.sync.Session;
import steward.sync.SingleInstance;
import steward.sync.SingleInstance.Reply;
import steward.sync.TokenStore;

/** What comes over the loopback line to the program that holds the data folder. */
class LaterStartsTest {
    @TempDir
    Path folder;

    private final LaterStarts later = new LaterStarts(() -> new Reply(0, "window"));
    private DemoTown town;
    private Engine engine;

    @BeforeEach
    void open() throws IOException {
        town = new DemoTown(folder.resolve("server"));
        engine = Engine.open(EngineOptions.of(folder.resolve("data"))
                .with(TokenStore.memory())
                .onLaterStart(later::answer));
        Files.writeString(folder.resolve("people.csv"), "email\nann@new.example\nben@new.example\n");
    }

    @AfterEach
    void close() {
        engine.close();
        town.close();
    }

    @Test
    void theWindowIsShownAndOrdersWaitUntilTheyAreServed() {
        assertThat(handOver(LaterStart.of(List.of("--demo")))).isEqualTo(new Reply(0, "window"));
        assertThat(handOver(order(null)).exitCode()).isEqualTo(LaterStarts.BUSY);
        later.serve(new Invite(engine, new NoDemo(), Policy.NONE, InstantSource.system()));
        assertThat(InviteResult.ofReply(handOver(order(null)).output())
                        .figures()
                        .sent())
                .isEqualTo(2);
        later.close();
        assertThat(handOver(order(null)).exitCode()).isEqualTo(LaterStarts.BUSY);
    }

    @Test
    void whoWaitsIsToldWhenTheProgramEnds() {
        later.serve(new Invite(engine, new NoDemo(), Policy.NONE, InstantSource.system()));
        Session session = engine.enter(town.url(), town.token());
        UUID orgId = town.organization("Havenbrook University");
        town.faults.plan(request -> request.method().equals("POST"), 1000, new Faults.Fault.Status(503, "1"));
        CompletableFuture<Reply> waiting = CompletableFuture.supplyAsync(() -> handOver(order(0L)));
        Eventually.eventually(
                "staged", () -> session.store().outbox().counts(orgId).open() == 2);
        later.close();
        InviteResult told = InviteResult.ofReply(waiting.join().output());
        assertThat(told.exitCode()).isEqualTo(InviteResult.UNFINISHED);
        assertThat(told.figures().waiting()).isEqualTo(2);
        assertThat(told.error()).contains("closed");
    }

    private Reply handOver(LaterStart start) {
        return SingleInstance.handOver(folder.resolve("data"), start).orElseThrow();
    }

    /** @param wait seconds, or null */
    private LaterStart order(Long wait) {
        var order = new InviteOrder(
                folder.resolve("people.csv").toString(),
                "havenbrook-university",
                null,
                town.url().toString(),
                false,
                false,
                true,
                wait,
                null);
        return new LaterStart(order.toArguments(), town.token());
    }
}
