package steward.sync;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * How an engine is opened.
 *
 * @param dataFolder holds everything; one engine at a time
 * @param sends whether the outbox is sent; without, everything is read only and the work store is left as it is
 * @param laterStart told of a later start on the same folder, on a thread of its own
 * @param firstCall done when servers may be called: what is on this computer is shown before
 */
public record EngineOptions(
        Path dataFolder,
        InstantSource clock,
        TokenStore tokens,
        Network network,
        Pace pace,
        boolean sends,
        Function<LaterStart, SingleInstance.Reply> laterStart,
        Future<?> firstCall) {

    /** As people start it: system clock, keychain and proxy. */
    public static EngineOptions of(Path dataFolder) {
        return new EngineOptions(
                dataFolder,
                InstantSource.system(),
                TokenStore.system(),
                Network.SYSTEM,
                Pace.NORMAL,
                true,
                start -> new SingleInstance.Reply(0, ""),
                CompletableFuture.completedFuture(null));
    }

    public EngineOptions with(TokenStore other) {
        return new EngineOptions(dataFolder, clock, other, network, pace, sends, laterStart, firstCall);
    }

    public EngineOptions with(Network other) {
        return new EngineOptions(dataFolder, clock, tokens, other, pace, sends, laterStart, firstCall);
    }

    public EngineOptions with(Pace other) {
        return new EngineOptions(dataFolder, clock, tokens, network, other, sends, laterStart, firstCall);
    }

    public EngineOptions with(InstantSource other) {
        return new EngineOptions(dataFolder, other, tokens, network, pace, sends, laterStart, firstCall);
    }

    /** Nothing leaves the outbox, whatever waits in it. */
    public EngineOptions withoutSending() {
        return new EngineOptions(dataFolder, clock, tokens, network, pace, false, laterStart, firstCall);
    }

    public EngineOptions onLaterStart(Function<LaterStart, SingleInstance.Reply> other) {
        return new EngineOptions(dataFolder, clock, tokens, network, pace, sends, other, firstCall);
    }

    /** No server is called before {@code other} is done, or a few seconds have passed. */
    public EngineOptions callingAfter(Future<?> other) {
        return new EngineOptions(dataFolder, clock, tokens, network, pace, sends, laterStart, other);
    }
}
