package steward.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is lost, doubled or cut on the way, and whenever the program ends: each operation has exactly one effect. */
class ExactlyOnceTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyOperationHasExactlyOneEffect(long seed) throws Exception {
        assertThat(ExactlyOnceRun.of(folder, seed, given -> given)).isEmpty();
    }

    /** Control: the same run must notice a client that makes a new key for each attempt. */
    @Test
    void noticesAFreshKeyForEachRetry() throws Exception {
        assertThat(ExactlyOnceRun.of(folder, 1, Planted.FreshKeys::new)).anyMatch(each -> each.contains("too often"));
    }

    /** Control: the same run must notice a client that calls it done before it was sent. */
    @Test
    void noticesDoneBeforeSent() throws Exception {
        assertThat(ExactlyOnceRun.of(folder, 1, Planted.DoneBeforeSent::new)).anyMatch(each -> each.contains("lost"));
    }
}
