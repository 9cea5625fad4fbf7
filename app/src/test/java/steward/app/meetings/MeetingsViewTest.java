package steward.app.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.api.CollectionName;
import steward.api.Ids;
import steward.api.Meeting;
import steward.api.Role;
import steward.app.control.DataTable;
import steward.app.testing.CssWarnings;
import steward.app.testing.Haven;
import steward.app.testing.Stages;
import steward.app.testing.TabWindow;
import steward.app.testing.TestOnline;
import steward.app.testing.TestOrganization;
import steward.sync.Connection;

class MeetingsViewTest {
    @TempDir
    Path folder;

    private final TestOnline online = new TestOnline();
    private Haven haven;
    private TestOrganization organization;
    private TabWindow window;

    @BeforeEach
    void open() {
        haven = new Haven(folder);
        organization = haven.organization;
        organization.session.online(online);
        organization.store().cacheWriter(organization.orgId).markLive(Haven.NOW);
        window = TabWindow.open(organization, Role.OWNER, MeetingsTab::new);
    }

    @AfterEach
    void close() {
        window.close();
        haven.close();
        assertThat(CssWarnings.seen()).isEmpty();
    }

    @Test
    void endsWithNoticeAndAMessage() {
        window.run(() -> table().show(Haven.MEETING));
        window.click("meetings-end-with-notice");
        assertThat(window.focused().getId()).as("never the destructive one").isEqualTo("dialog-cancel");
        assertThat(text("dialog-end")).isEqualTo("End in 10 minutes");
        window.run(() -> window.<TextInputControl>find("meetings-end-minutes").setText("5"));
        window.run(() -> window.<TextInputControl>find("meetings-end-message").setText("Please finish by 14:40."));
        window.picture("meetings-end");
        window.click("dialog-end");
        assertThat(online.ended).containsExactly(new TestOnline.Ended(Haven.MEETING, 5, "Please finish by 14:40."));
    }

    @Test
    void endsAtOnceWithoutTheMessageOfTheOtherChoice() {
        window.run(() -> table().show(Haven.MEETING));
        window.run(() -> table().requestFocus());
        window.type(KeyCode.DELETE);
        window.click("meetings-end-later");
        window.run(() -> window.<TextInputControl>find("meetings-end-minutes").setText("500"));
        assertThat(window.find("dialog-end").isDisabled()).isTrue();
        assertThat(window.shows("meetings-end-fault")).isTrue();
        window.click("meetings-end-now");
        assertThat(window.find("dialog-end").isDisabled()).isFalse();
        assertThat(text("dialog-end")).isEqualTo("End now");
        window.click("dialog-end");
        assertThat(online.ended).containsExactly(new TestOnline.Ended(Haven.MEETING, 0, null));
    }

    @Test
    void aLostStreamShowsItsAgeAndWhyNothingCanBeEnded() {
        window.run(this::fill);
        window.run(() -> table().show(Haven.MEETING));
        window.run(() -> organization.session.connection(Connection.State.UNREACHABLE));
        window.run(() -> organization.forward(Duration.ofSeconds(34)));
        assertThat(window.shows("meetings-banner")).isTrue();
        assertThat(running()).isEqualTo("1 h 39");
        window.run(() -> organization.forward(Duration.ofMinutes(4)));
        assertThat(running()).as("no longer ticking").isEqualTo("1 h 39");
        assertThat(window.find("meetings-end").isDisabled()).isTrue();
        assertThat(window.find("meetings-end").getAccessibleHelp()).isNotBlank();
        assertThat(window.<javafx.scene.layout.HBox>find("meetings-banner").getChildren())
                .anyMatch(each -> each instanceof javafx.scene.control.Label label
                        && label.getText().equals("Last known, 4 min ago."));
        window.picture("meetings-lost");
        window.click("meetings-try-now");
        assertThat(organization.session.refreshed).containsExactly(organization.orgId);
    }

    @Test
    void runningTimesTickWhileTheStreamIsAlive() {
        window.run(() -> organization.store().cacheWriter(organization.orgId).markLive(Haven.NOW.plusSeconds(60)));
        window.run(() -> organization.forward(Duration.ofSeconds(61)));
        assertThat(running()).isEqualTo("1 h 40");
        assertThat(window.shows("meetings-banner")).isFalse();
    }

    @Test
    void looksRight() {
        window.run(this::fill);
        window.picture("meetings");
        window.run(() -> table().show(Haven.MEETING));
        window.picture("meetings-panel");
        window.type(KeyCode.ESCAPE);
        assertThat(window.shows("meetings-panel")).isFalse();
        window.close();
        window = TabWindow.small(organization, Role.SUPPORT, MeetingsTab::new);
        window.run(() -> table().show(Haven.MEETING));
        window.picture("meetings-small");
        assertThat(window.find("meetings-end").isDisabled()).isTrue();
        window.close();
        try (var fresh = new TestOrganization(folder.resolve("fresh"))) {
            fresh.pull(CollectionName.MEETINGS, List.of());
            var unknown = TabWindow.open(fresh, Role.OWNER, MeetingsTab::new);
            unknown.picture("meetings-unknown");
            assertThat(unknown.shows("meetings-state-message")).isTrue();
            unknown.close();
        }
        window = TabWindow.open(organization, Role.OWNER, MeetingsTab::new);
    }

    private void fill() {
        String[] titles = {
            "Open day, main quad", "Faculty board", "量子力学 II, 第8回", "Admissions interviews", "Budget 2027, first read",
            "ورشة الخط العربي", "Tutorial group 4", "Seminário de linguística", "Семинар по химии", "IT service desk",
            "A meeting whose title is much longer than any column could ever show in one line"
        };
        List<Meeting> all = new ArrayList<>();
        for (int i = 0; i < titles.length; i++) {
            all.add(Haven.meeting(
                    Ids.next(),
                    titles[i],
                    i % 3 == 0 ? null : Haven.AULA,
                    3 + 8 * i,
                    new int[] {15, 60, 90, 180}[i % 4]));
        }
        organization.pull(CollectionName.MEETINGS, all);
        organization.store().cacheWriter(organization.orgId).markLive(Haven.NOW);
    }

    private String running() {
        return Stages.fx(() -> table().dataColumns().stream()
                .filter(column -> column.getId().equals("meetings-column-running"))
                .findFirst()
                .orElseThrow()
                .textOf(table().getItems().stream()
                        .filter(row -> row.id().equals(Haven.MEETING))
                        .findFirst()
                        .orElseThrow()));
    }

    private String text(String id) {
        return window.<Button>find(id).getText();
    }

    private DataTable<MeetingRow> table() {
        return window.find("meetings-table");
    }
}
