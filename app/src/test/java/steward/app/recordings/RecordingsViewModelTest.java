package steward.app.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.api.CollectionName;
import steward.api.Ids;
import steward.api.Recording;
import steward.api.RecordingState;
import steward.api.Role;
import steward.app.control.State;
import steward.app.testing.Haven;
import steward.app.testing.TestOnline;
import steward.app.testing.TestOrganization;
import steward.store.Operation;
import steward.store.OperationKind;
import steward.sync.Connection;

class RecordingsViewModelTest {
    @TempDir
    Path folder;

    private final TestOnline online = new TestOnline();
    private Haven haven;
    private TestOrganization organization;
    private RecordingsViewModel model;

    @BeforeEach
    void open() {
        haven = new Haven(folder);
        organization = haven.organization;
        organization.session.online(online);
        model = new RecordingsViewModel(organization.context(Role.ADMIN));
    }

    @AfterEach
    void close() {
        model.close();
        haven.close();
    }

    @Test
    void theBinStandsApartAndCountsAsStorage() {
        assertThat(model.recordings().shown()).extracting(RecordingRow::id).containsExactly(Haven.KEPT);
        model.recordings().filterProperty().set(RecordingFilter.BIN);
        assertThat(model.recordings().shown()).extracting(RecordingRow::id).containsExactly(Haven.BINNED);
        assertThat(model.storageProperty().get())
                .isEqualTo(new StorageUse(1_100_000_000L, 1_100_000_000L, 2_000_000_000_000L));
        assertThat(model.subtitleProperty().get()).isEqualTo("1 recording, 2.2\u00a0GB of 2\u00a0TB");
    }

    @Test
    void renamesDeletesAndRestoresThroughTheOutbox() {
        model.rename(row(Haven.KEPT), " Open day ");
        assertThat(operations()).as("the same title is no change").isEmpty();
        model.rename(row(Haven.KEPT), "Open day, main quad");
        assertThat(row(Haven.KEPT).recording().title()).isEqualTo("Open day, main quad");
        model.delete(List.of(row(Haven.KEPT), row(Haven.BINNED)));
        model.restore(List.of(row(Haven.BINNED)));
        assertThat(operations())
                .extracting(Operation::kind)
                .containsExactly(
                        OperationKind.RENAME_RECORDING,
                        OperationKind.DELETE_RECORDING,
                        OperationKind.RESTORE_RECORDING);
        assertThat(row(Haven.KEPT).inBin()).isTrue();
        assertThat(row(Haven.BINNED).inBin()).isFalse();
    }

    @Test
    void aTitleHasOneTo200Characters() {
        assertThat(model.titleFault("  ")).isPresent();
        assertThat(model.titleFault("x".repeat(200))).isEmpty();
        assertThat(model.titleFault("x".repeat(201))).isPresent();
    }

    @Test
    void aFailedOneIsRenamedAndDeletedButNotDownloaded() {
        var failed = pull(RecordingState.FAILED, 0, Haven.ago(24));
        var processing = pull(RecordingState.PROCESSING, 0, Haven.ago(1));
        assertThat(model.downloadRefusal(row(failed)))
                .hasValueSatisfying(why -> assertThat(why).contains("failed"));
        assertThat(model.downloadRefusal(row(processing))).isPresent();
        assertThat(model.downloadRefusal(row(Haven.KEPT))).isEmpty();
        model.rename(row(failed), "Kept for its name");
        assertThat(operations()).hasSize(1);
        assertThat(model.recordings().countsProperty().get())
                .containsEntry(RecordingFilter.FAILED, 1L)
                .containsEntry(RecordingFilter.PROCESSING, 1L);
    }

    @Test
    void cleansUpWhatIsOldOrLargeOutsideTheBin() {
        var old = pull(RecordingState.READY, 5, Haven.ago(24 * 61));
        var large = pull(RecordingState.READY, 1_100_000_001L, Haven.ago(1));
        assertThat(model.olderThan(Duration.ofDays(60)))
                .extracting(RecordingRow::id)
                .containsExactly(old);
        assertThat(model.largerThan(1_100_000_000L))
                .extracting(RecordingRow::id)
                .containsExactly(large);
    }

    @Test
    void downloadsAndPurgesOnlyOnline() {
        model.download(row(Haven.KEPT), folder.resolve("open-day.mp4"));
        assertThat(online.downloads).hasSize(1);
        assertThat(model.downloadProperty().get()).as("done").isNull();
        model.purge(List.of(row(Haven.KEPT), row(Haven.BINNED)));
        assertThat(online.purged).as("only from the bin").containsExactly(Haven.BINNED);
        assertThat(organization.session.refreshed).containsExactly(organization.orgId);
        organization.session.connection(Connection.State.OFFLINE_BY_CHOICE);
        assertThat(model.onlineRefusalProperty().get()).isNotEmpty();
        assertThat(model.refusalProperty().get())
                .as("renaming waits in the outbox")
                .isEmpty();
        model.download(row(Haven.KEPT), folder.resolve("again.mp4"));
        assertThat(online.downloads).hasSize(1);
    }

    @Test
    void supportOnlyLooks() {
        try (var reading = new RecordingsViewModel(organization.context(Role.SUPPORT))) {
            assertThat(reading.refusalProperty().get()).isNotEmpty();
            assertThat(reading.onlineRefusalProperty().get()).isNotEmpty();
        }
    }

    @Test
    void emptyLeadsToTheRooms() {
        try (var fresh = new TestOrganization(folder.resolve("fresh"));
                var empty = new RecordingsViewModel(fresh.context(Role.OWNER))) {
            assertThat(empty.recordings().stateProperty().get()).isEqualTo(State.awaited());
            fresh.pull(CollectionName.RECORDINGS, List.of());
            var message = (State.Message) empty.recordings().stateProperty().get();
            message.actions().getFirst().run().run();
            assertThat(fresh.visited).containsExactly(steward.app.shell.Place.ROOMS);
        }
    }

    private java.util.UUID pull(RecordingState state, long bytes, Instant started) {
        var id = Ids.next();
        organization.pull(
                CollectionName.RECORDINGS,
                List.of(new Recording(
                        id,
                        "Lab safety",
                        Ids.next(),
                        null,
                        null,
                        "Kwame Mensah",
                        started,
                        60,
                        bytes,
                        state,
                        null,
                        null,
                        1)));
        return id;
    }

    private RecordingRow row(java.util.UUID id) {
        return model.recordings().all().stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private List<Operation> operations() {
        return organization.store().outbox().list();
    }
}
