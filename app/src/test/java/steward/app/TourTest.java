package steward.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.api.Json;
import steward.app.settings.PolicyFile;
import tools.jackson.databind.JsonNode;

/** The whole main job, as a person would do it: the app started twice, the server asked what came of it. */
class TourTest {
    private static final int PICTURES = 20;

    @TempDir
    Path folder;

    @Test
    void doesTheMainJob() throws IOException {
        int exit = Main.run(PolicyFile.ofThisComputer(), "--tour", folder.toString());

        List<JsonNode> steps = new ArrayList<>();
        Json.mapper().readTree(Files.readAllBytes(folder.resolve("tour.json"))).forEach(steps::add);
        assertThat(steps).allSatisfy(step -> assertThat(step.get("ok").asBoolean())
                .as(step.toString())
                .isTrue());
        assertThat(exit).isZero();
        assertThat(steps.stream().filter(step -> !step.get("checked").isEmpty()))
                .as("steps with facts of the server")
                .hasSizeGreaterThan(PICTURES);
        for (String theme : List.of("light", "dark")) {
            List<Path> pictures = pictures(theme);
            assertThat(pictures).hasSize(steps.size()).hasSizeGreaterThanOrEqualTo(PICTURES);
            for (Path each : pictures) {
                BufferedImage picture = ImageIO.read(each.toFile());
                assertThat(List.of(picture.getWidth(), picture.getHeight()))
                        .as(each.toString())
                        .containsExactly(1280, 800);
            }
        }
    }

    private List<Path> pictures(String theme) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("\\d\\d-[a-z-]+-" + theme + "\\.png"))
                    .toList();
        }
    }
}
