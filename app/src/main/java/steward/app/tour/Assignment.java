package steward.app.tour;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import steward.api.Json;

/**
 * What one start of the app has to show; a file, since the app runs in a process of its own.
 *
 * @param sitting which start: 1 or 2
 * @param pictures where the pictures go
 * @param firstPicture the number of the first of them
 * @param scratch for files the app is given, and the report
 */
public record Assignment(
        int sitting, String server, String accounts, String pictures, int firstPicture, String scratch) {

    public static Assignment read(Path file) throws IOException {
        return Json.mapper().readValue(Files.readAllBytes(file), Assignment.class);
    }

    Path write() throws IOException {
        return Files.write(
                Path.of(scratch, "sitting-" + sitting + ".json"), Json.mapper().writeValueAsBytes(this));
    }

    /** Written anew after each step, so that it tells how far a start came that died. */
    void report(List<Outcome> outcomes) throws IOException {
        Files.write(reportFile(), Json.mapper().writeValueAsBytes(outcomes));
    }

    List<Outcome> reported() throws IOException {
        return Files.exists(reportFile())
                ? List.of(Json.mapper().readValue(Files.readAllBytes(reportFile()), Outcome[].class))
                : List.of();
    }

    private Path reportFile() {
        return Path.of(scratch, "report-" + sitting + ".json");
    }
}
