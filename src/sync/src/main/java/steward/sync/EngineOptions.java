package steward.sync;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;

/**
 * How an engine is opened.
 *
 * @param dataFolder holds everything; one engine at a time
 * @param laterStart told the arguments of a later start on the same folder, on a thread of its own
 */
public record EngineOptions(
        Path dataFolder,
        InstantSource clock,
        TokenStore tokens,
        Network network,
        Pace pace,
        Function<List<String>, SingleInstance.Reply> laterStart) {

    /** As people start it: system clock, keychain and proxy. */
    public static EngineOptions of(Path dataFolder) {
        return new EngineOptions(
                dataFolder,
                InstantSource.system(),
                TokenStore.system(),
                Network.SYSTEM,
                Pace.NORMAL,
                arguments -> new SingleInstance.Reply(0, ""));
    }

    public EngineOptions with(TokenStore other) {
        return new EngineOptions(dataFolder, clock, other, network, pace, laterStart);
    }

    public EngineOptions with(Network other) {
        return new EngineOptions(dataFolder, clock, tokens, other, pace, laterStart);
    }

    public EngineOptions with(Pace other) {
        return new EngineOptions(dataFolder, clock, tokens, network, other, laterStart);
    }

    public EngineOptions with(InstantSource other) {
        return new EngineOptions(dataFolder, other, tokens, network, pace, laterStart);
    }

    public EngineOptions onLaterStart(Function<List<String>, SingleInstance.Reply> other) {
        return new EngineOptions(dataFolder, clock, tokens, network, pace, other);
    }
}
