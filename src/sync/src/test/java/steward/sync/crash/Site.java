package steward.sync.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import steward.sync.FaultProxy;

/**
 * What all sends of a run share.
 *
 * @param nonce of this run: what comes without it comes from another
 * @param disturbance of the sends
 * @param idleDisturbance of the starts with nothing pending
 */
record Site(
        Options options,
        String nonce,
        Path folder,
        Ground ground,
        ServerProcess server,
        FaultProxy proxy,
        History history,
        Tally tally,
        Disturbance disturbance,
        Disturbance idleDisturbance) {

    /** @param first who is invited at once, or empty */
    Child engine(Path data, UUID orgId, String first) throws IOException {
        EngineProcess.Orders orders = new EngineProcess.Orders(
                data, proxy.address(), ground.token(), orgId, nonce, options.planted(), !options.timed(), first);
        return new Child(EngineProcess.class, orders.arguments(), folder.resolve("engine-errors.log"));
    }

    /** What a line of an engine says, without the nonce. */
    String said(String line) {
        if (line.equals(Child.ENDED)) return line;
        if (!line.startsWith(nonce + " ")) throw new IllegalStateException("not of this run: " + line);
        return line.substring(nonce.length() + 1);
    }
}
