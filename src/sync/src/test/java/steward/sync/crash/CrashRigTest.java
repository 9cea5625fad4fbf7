package steward.sync.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.sync.Planted;

/** The rig in a short form, and that it turns red for each bug it is there to find. */
class CrashRigTest {

    @TempDir
    Path folder;

    @Test
    void nothingIsLostNorDoubledNorStuckWhateverDies() throws Exception {
        CrashRig.Outcome outcome = CrashRig.run(Options.brief(5, 1, 1000, 5), folder);
        assertThat(outcome.verdict()).isEqualTo(Verdict.CLEAN);
        assertThat(outcome.tally().kills()).hasSizeGreaterThanOrEqualTo(4);
        assertThat(outcome.tally().serverKills()).isPositive();
        assertThat(outcome.tally().early()).isZero();
        assertThat(outcome.tally().strangers()).isZero();
        assertThat(files("libsqlitejdbc")).as("kills leave no copies behind").hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void noticesAServerWithoutARowOfItsKeys() throws Exception {
        assertThat(verdict(control().withForgetfulServer()).duplicated()).anyMatch(each -> each.startsWith("mail"));
    }

    @Test
    void noticesAFreshKeyForEachRetry() throws Exception {
        assertThat(verdict(control().with(Planted.FRESH_KEYS)).duplicated()).anyMatch(each -> each.startsWith("mail"));
    }

    @Test
    void noticesDoneBeforeSent() throws Exception {
        assertThat(verdict(control().with(Planted.DONE_BEFORE_SENT)).lost()).anyMatch(each -> each.startsWith("mail"));
    }

    @Test
    void noticesFeignsOwnRetrying() throws Exception {
        assertThat(verdict(control().with(Planted.FEIGNS_RETRYER)).unclaimed()).isNotEmpty();
    }

    /** Of the engine's own data. */
    private List<Path> files(String part) throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("engine-0"))) {
            return all.filter(each -> each.toString().contains(part))
                    .filter(each -> !each.toString().endsWith(".lck"))
                    .toList();
        }
    }

    private static Options control() {
        // two writes of three are disturbed, so that none of them has to be waited for
        return Options.brief(1, 0, 400, 3);
    }

    private Verdict verdict(Options options) throws Exception {
        return CrashRig.run(options, folder).verdict();
    }
}
