package steward.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GivenTokenTest {

    @Test
    void comesFromTheEnvironmentOrWhereThatSays() {
        InputStream input = new ByteArrayInputStream("stw_second \nmore".getBytes(StandardCharsets.UTF_8));
        assertThat(GivenToken.of(Map.of("STEWARD_TOKEN", " stw_first\n"), input))
                .contains("stw_first");
        assertThat(GivenToken.of(Map.of("STEWARD_TOKEN", "-"), input)).contains("stw_second");
        assertThat(GivenToken.of(Map.of("STEWARD_TOKEN", "-"), InputStream.nullInputStream()))
                .isEmpty();
        assertThat(GivenToken.of(Map.of("STEWARD_TOKEN", ""), input)).isEmpty();
    }

    @Test
    void leavesAnInputAloneThatIsNotSaidToHoldIt() {
        assertThat(GivenToken.of(Map.of(), new InputStream() {
                    @Override
                    public int read() {
                        throw new AssertionError("nobody may ever close it");
                    }
                }))
                .isEmpty();
    }
}
