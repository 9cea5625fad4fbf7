package steward.people.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of the fuzzer, always of the same seed; and that it finds what is there to be found. */
class FuzzTest {
    private static final int EXECUTIONS = 300;

    @TempDir
    Path folder;

    @Test
    void nothingIsReadWrongOrEndsInAnError() throws IOException {
        Campaign campaign = new Campaign(folder, Trial::of, 1);
        for (int i = 0; i < EXECUTIONS; i++) campaign.run();

        assertThat(campaign.findings()).isEmpty();
        // Inputs that are all refused, or all read, would test half of it only.
        assertThat(campaign.refused()).isBetween(EXECUTIONS / 10L, EXECUTIONS * 9L / 10);
        assertThat(campaign.workbooks()).isGreaterThan(EXECUTIONS / 5);
    }

    @Test
    void aPlantedFaultIsFoundAndMadeSmall() throws IOException {
        Campaign campaign = new Campaign(folder, FuzzTest::faulty, 2);
        while (campaign.findings().isEmpty() && campaign.executions() < 5_000) campaign.run();

        assertThat(campaign.findings()).hasSize(1);
        assertThat(campaign.findings().getFirst().file()).hasContent("=1+1");
    }

    /** A reader that cannot bear a formula. */
    private static Trial faulty(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            return new Trial(text.contains("=1+1") ? "ran a formula" : null, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
