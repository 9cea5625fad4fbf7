package steward.store.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The short form of {@link BadDisks}; strace is a tool of Linux. */
@EnabledOnOs(OS.LINUX)
class BrokenDiskTest {

    /** The last of them stages, so that what was refused would stand last in the log. */
    private static final int STEPS = 22;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "pwrite64, ENOSPC, 20+7, DISK_FULL",
        "pwrite64, EIO, 20+7, DISK_FAULT",
        "fsync, EIO, 5+3, DISK_FAULT",
        // not synced, refused, and written whole all the same: the next start must not find it
        "fsync, EIO, 6+, DISK_FAULT"
    })
    void isNeverCalledSavedAndDamagesNothing(String call, String error, String when, String reason) throws Exception {
        BrokenDisk.Result result =
                BrokenDisk.run(folder.resolve("data"), new BrokenDisk.Fault(call, error, when), 1, STEPS);
        assertThat(result.wrong()).isEmpty();
        assertThat(result.injected()).isPositive();
        assertThat(result.saved()).isPositive();
        assertThat(result.refused()).isNotEmpty().allMatch(line -> line.endsWith(reason));
    }
}
