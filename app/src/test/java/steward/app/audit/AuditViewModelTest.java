package steward.app.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.api.AuditRecord;
import steward.api.Ids;
import steward.api.Json;
import steward.api.Role;
import steward.app.control.State;
import steward.app.shell.FieldChange;
import steward.app.testing.Haven;
import steward.app.testing.TestOrganization;
import steward.sync.Connection;

class AuditViewModelTest {
    /** Facts of the audit log as the server writes them. */
    private static final Pattern CODE = Pattern.compile(
            "\"((?:member|invitation|ownership|meeting|recording|subscription)\\.[a-z_-]+|logo\\.(?:set|remove))\"");

    private static final Path SERVER = Path.of("..", "src", "server", "src", "main", "java");

    @TempDir
    Path folder;

    private Haven haven;
    private TestOrganization organization;
    private AuditViewModel model;

    @BeforeEach
    void open() {
        haven = new Haven(folder);
        organization = haven.organization;
        model = new AuditViewModel(organization.context(Role.OWNER));
    }

    @AfterEach
    void close() {
        model.close();
        haven.close();
    }

    @Test
    void noRecordsMeansNoneFetchedNeverThatNothingHappened() {
        assertThat(model.records().stateProperty().get()).isEqualTo(State.awaited());
        organization.session.connection(Connection.State.UNREACHABLE);
        assertThat(model.records().stateProperty().get()).isInstanceOf(State.Message.class);
        save(record("room.create", "room", "Aula B", null, "{\"name\":\"Aula B\"}"));
        assertThat(model.records().stateProperty().get()).isEqualTo(State.ready());
    }

    @Test
    void filtersByWhatWasActedOnAndSearchesWhoWhatAndObject() {
        save(
                record("room.edit", "room", "Aula B", null, null),
                record("meeting.announce-end", "meeting", "Thesis defense", null, null),
                record("subscription.change", "subscription", "Subscription", null, null));
        assertThat(model.records().countsProperty().get())
                .containsEntry(AuditFilter.ALL, 3L)
                .containsEntry(AuditFilter.ROOMS, 1L)
                .containsEntry(AuditFilter.BILLING, 1L);
        model.records().searchProperty().set("asa plan");
        assertThat(model.records().shown()).extracting(AuditRow::action).containsExactly("Changed the plan");
        model.records().searchProperty().set("nowhere");
        assertThat(model.records().stateProperty().get()).isInstanceOf(State.Message.class);
    }

    @Test
    void everyActionTheServerWritesHasWords() throws IOException {
        var codes = new TreeSet<>(
                List.of("organization.create", "organization.edit", "room.create", "room.edit", "room.delete"));
        try (Stream<Path> files = Files.walk(SERVER)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                CODE.matcher(Files.readString(file))
                        .results()
                        .map(found -> found.group(1))
                        .forEach(code -> codes.add(code.startsWith("logo.") ? "organization." + code : code));
            }
        }
        assertThat(codes).hasSizeGreaterThan(20);
        assertThat(codes).allSatisfy(code -> assertThat(row(code).action()).isNotEqualTo(code));
        assertThat(row("rocket.launch").action()).as("of a newer server").isEqualTo("rocket.launch");
    }

    @Test
    void tellsFieldsInWordsAndKeepsBookkeepingToItself() {
        var changes =
                FieldChange.between(Json.mapper().readTree("""
                        {"id":"1","settings":{"waitingRoom":false,"participantLimit":100},"deletedAt":null,"same":1}"""), Json.mapper().readTree("""
                        {"id":"2","settings":{"waitingRoom":true,"participantLimit":1250},
                         "deletedAt":"2026-11-24T14:32:00Z","same":1,"roomId":"x"}"""));
        assertThat(changes)
                .extracting(FieldChange::name, FieldChange::before, FieldChange::after)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Waiting room", "Off", "On"),
                        org.assertj.core.groups.Tuple.tuple("Participant limit", "100", "1,250"),
                        org.assertj.core.groups.Tuple.tuple(
                                "Deleted", "", changes.getLast().after()));
        assertThat(changes.getLast().after()).contains("24 Nov 2026");
    }

    private AuditRow row(String code) {
        return new AuditRow(record(code, "room", "Aula B", null, null));
    }

    private void save(AuditRecord... records) {
        organization.store().cacheWriter(organization.orgId).saveAudit(List.of(records), false);
    }

    static AuditRecord record(String action, String type, String object, String before, String after) {
        return new AuditRecord(
                Ids.next(),
                Haven.ago(3),
                "Åsa Lindqvist",
                "asa@haven.example",
                null,
                action,
                type,
                Ids.next(),
                object,
                before == null ? null : Json.mapper().readTree(before),
                after == null ? null : Json.mapper().readTree(after),
                "192.0.2.7");
    }
}
