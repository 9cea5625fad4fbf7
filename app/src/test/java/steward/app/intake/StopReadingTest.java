package steward.app.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.api.Role;
import steward.app.testing.TestOrganization;
import steward.people.UnreadableFileException;

class StopReadingTest {
    @TempDir
    Path folder;

    @AfterEach
    void clear() {
        Thread.interrupted();
    }

    @Test
    void aFileStoppedWhileItIsReadLeavesNoDraft() throws Exception {
        Path file = Files.writeString(
                folder.resolve("staff.csv"), "email\na@haven.example\nb@haven.example\nc@haven.example\n");
        try (var organization = new TestOrganization(folder.resolve("account"))) {
            var desk = new DraftImport.Desk(
                    organization.store(), organization.orgId, Role.OWNER, () -> TestOrganization.NOW);
            List<Long> seen = new ArrayList<>();
            assertThatThrownBy(() -> DraftImport.ofFile(desk, file, rows -> {
                        seen.add(rows);
                        if (rows == 2) {
                            Thread.currentThread().interrupt();
                        }
                    }))
                    .isInstanceOf(UnreadableFileException.class);
            Thread.interrupted();
            assertThat(seen).containsExactly(1L, 2L);
            assertThat(desk.drafts().list(organization.orgId)).isEmpty();
            DraftImport.ofFile(desk, file).close();
            assertThat(desk.drafts().list(organization.orgId)).hasSize(1);
        }
    }
}
