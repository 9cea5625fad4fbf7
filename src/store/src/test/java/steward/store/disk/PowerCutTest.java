package steward.store.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The short form of {@link PowerCuts}; strace is a tool of Linux. */
@EnabledOnOs(OS.LINUX)
class PowerCutTest {

    private static final int CUTS = 24;

    @TempDir
    Path folder;

    @Test
    void nothingAcknowledgedIsLost() throws Exception {
        PowerCuts.Recording recording = PowerCuts.record(folder.resolve("full"), 2, 60, false);
        PowerCuts.Result result = PowerCuts.replay(recording, folder, 2, CUTS);
        assertThat(result.examples()).isEmpty();
        assertThat(result.atRisk()).as("cuts that could lose something").isPositive();
    }

    /** Control: the same replay must notice commits that are acknowledged before they are synced. */
    @Test
    void noticesAnUnsyncedCommit() throws Exception {
        PowerCuts.Recording recording = PowerCuts.record(folder.resolve("normal"), 2, 60, true);
        PowerCuts.Result result = PowerCuts.replay(recording, folder, 2, CUTS);
        assertThat(result.lost()).isPositive();
        assertThat(result.damaged()).isZero();
    }
}
