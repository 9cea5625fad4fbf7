package steward.app.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.api.CollectionName;
import steward.api.Ids;
import steward.api.Meeting;
import steward.api.Role;
import steward.app.control.State;
import steward.app.testing.Haven;
import steward.app.testing.TestOnline;
import steward.app.testing.TestOrganization;
import steward.sync.Connection;
import steward.sync.SyncException;

class MeetingsViewModelTest {
    @TempDir
    Path folder;

    private final TestOnline online = new TestOnline();
    private Haven haven;
    private TestOrganization organization;
    private MeetingsViewModel model;

    @BeforeEach
    void open() {
        haven = new Haven(folder);
        organization = haven.organization;
        organization.session.online(online);
        live(Haven.NOW);
        model = new MeetingsViewModel(organization.context(Role.ADMIN));
    }

    @AfterEach
    void close() {
        model.close();
        haven.close();
    }

    @Test
    void countsWhoIsInsideAndWhatRunsOver() {
        MeetingRow row = row(Haven.MEETING);
        assertThat(row.inside()).as("one has left").hasSize(2);
        assertThat(row.over(Haven.NOW)).isEqualTo(Duration.ofMinutes(39));
        assertThat(model.subtitleProperty().get()).isEqualTo("1 of 20 licenses, 2 people");
        assertThat(model.meetings().countsProperty().get())
                .containsEntry(MeetingFilter.OVER_TIME, 1L)
                .containsEntry(MeetingFilter.RECORDED, 1L)
                .containsEntry(MeetingFilter.ONE_PERSON, 0L);
    }

    @Test
    void overTimeIsBeyondThePlannedLengthOrThePlansLimit() {
        Meeting planned = Haven.meeting(Ids.next(), "Planned", null, 70, 60);
        assertThat(new MeetingRow(planned, 2400).over(Haven.NOW)).isEqualTo(Duration.ofMinutes(10));
        assertThat(new MeetingRow(planned, 40).over(Haven.NOW)).isEqualTo(Duration.ofMinutes(30));
        Meeting within = Haven.meeting(Ids.next(), "Within", null, 60, 60);
        assertThat(new MeetingRow(within, 2400).isOver(Haven.NOW)).isFalse();
    }

    @Test
    void aMeetingComesToRunOverWithoutAnyNews() {
        var soon = Ids.next();
        organization.pull(CollectionName.MEETINGS, List.of(Haven.meeting(soon, "Soon", null, 59, 60)));
        assertThat(model.meetings().countsProperty().get()).containsEntry(MeetingFilter.OVER_TIME, 1L);
        live(Haven.NOW.plusSeconds(120));
        organization.forward(Duration.ofSeconds(121));
        assertThat(model.meetings().countsProperty().get()).containsEntry(MeetingFilter.OVER_TIME, 2L);
    }

    @Test
    void aLostStreamStopsTheClockAndSaysHowOldTheListIs() {
        organization.forward(Duration.ofSeconds(20));
        assertThat(model.ageProperty().get().lost()).isFalse();
        assertThat(model.now()).isEqualTo(Haven.NOW.plusSeconds(20));
        organization.session.connection(Connection.State.UNREACHABLE);
        organization.forward(Duration.ofMinutes(5));
        assertThat(model.ageProperty().get().lost()).isTrue();
        assertThat(model.now()).as("no longer ticking").isEqualTo(Haven.NOW);
        assertThat(model.meetings().shown()).as("the last known stay").hasSize(1);
    }

    @Test
    void nothingRunningIsSaidOnlyWhenItIsKnown() {
        organization.pull(CollectionName.MEETINGS, List.of(ended()));
        assertThat(title()).isEqualTo("No meeting is running");
        organization.session.connection(Connection.State.UNREACHABLE);
        assertThat(title()).isEqualTo("Not known what is running");
        organization.session.connection(Connection.State.CONNECTED);
        assertThat(title()).isEqualTo("No meeting is running");
    }

    @Test
    void underThePointerNoRowMoves() {
        model.hold(true);
        var first = Ids.next();
        organization.pull(
                CollectionName.MEETINGS, List.of(ended(), Haven.meeting(first, "Longest of all", null, 500, 600)));
        assertThat(model.meetings().shown()).extracting(MeetingRow::id).containsExactly(Haven.MEETING, first);
        assertThat(row(Haven.MEETING).ended()).isTrue();
        assertThat(model.subtitleProperty().get()).startsWith("1 of 20");
        model.hold(false);
        assertThat(model.meetings().shown()).extracting(MeetingRow::id).containsExactly(first);
    }

    @Test
    void endsNowAndWithNotice() {
        model.end(row(Haven.MEETING), 0, null);
        model.end(row(Haven.MEETING), 10, "Please finish");
        assertThat(online.ended)
                .containsExactly(
                        new TestOnline.Ended(Haven.MEETING, 0, null),
                        new TestOnline.Ended(Haven.MEETING, 10, "Please finish"));
        assertThat(organization.notices.told).hasSize(2);
    }

    @Test
    void aFailedEndIsSaidInWords() {
        online.failWith(new SyncException.Unreachable(
                SyncException.Unreachable.Reason.TIMED_OUT, new RuntimeException("late")));
        model.end(row(Haven.MEETING), 0, null);
        assertThat(organization.notices.told).hasSize(1);
        assertThat(organization.notices.told.getFirst().toString()).doesNotContain("Exception");
    }

    @Test
    void noticeAndMessageAreChecked() {
        assertThat(model.noticeFault("10")).isEmpty();
        assertThat(List.of("0", "61", "", "abc", "-5", "1.5"))
                .allMatch(each -> model.noticeFault(each).isPresent());
        assertThat(model.messageFault("x".repeat(281))).isPresent();
        assertThat(model.messageFault("x".repeat(280))).isEmpty();
    }

    @Test
    void endingNeedsTheServerAndTheRole() {
        assertThat(model.endRefusalProperty().get()).isEmpty();
        organization.session.connection(Connection.State.OFFLINE_BY_CHOICE);
        assertThat(model.endRefusalProperty().get()).isNotEmpty();
        organization.session.connection(Connection.State.CONNECTED);
        try (var support = new MeetingsViewModel(organization.context(Role.SUPPORT))) {
            assertThat(support.endRefusalProperty().get()).isNotEmpty();
        }
    }

    private Meeting ended() {
        Meeting one = Haven.meeting(Haven.MEETING, "Thesis defense", Haven.AULA, 99, 60);
        return new Meeting(
                one.id(),
                one.title(),
                one.roomId(),
                one.roomName(),
                null,
                one.hostName(),
                one.startedAt(),
                60,
                false,
                null,
                null,
                Haven.NOW,
                null,
                List.of(),
                5);
    }

    private void live(Instant at) {
        organization.store().cacheWriter(organization.orgId).markLive(at);
    }

    private String title() {
        return ((State.Message) model.meetings().stateProperty().get()).title();
    }

    private MeetingRow row(UUID id) {
        return model.meetings().all().stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
