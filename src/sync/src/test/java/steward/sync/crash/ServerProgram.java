package steward.sync.crash;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import steward.server.Main;

/** The reference server, as people start it, but that it ends with the rig. */
public final class ServerProgram {

    private ServerProgram() {}

    public static void main(String[] args) throws InterruptedException {
        Thread.ofPlatform().daemon().start(ServerProgram::endWithTheRig);
        Main.main(args);
    }

    private static void endWithTheRig() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
            Runtime.getRuntime().halt(3);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
