package steward.app.members;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import steward.api.AuditRecord;
import steward.api.Meeting;
import steward.api.Recording;
import steward.api.RecordingState;
import steward.store.OrganizationData;
import steward.store.Shown;

/**
 * What this machine knows of one person beyond their row. Read off the FX thread.
 *
 * @param meeting they are in now, or null
 * @param recordings how many are theirs, and their bytes
 * @param records of the audit log that are by or about them, newest first
 */
record Activity(Meeting meeting, int recordings, long recordedBytes, List<AuditRecord> records) {

    private static final int SHOWN = 50;

    static Activity read(OrganizationData data, PersonRow row) {
        Optional<Meeting> running = data.meetings().stream()
                .filter(meeting -> isIn(meeting, row.email()))
                .findFirst();
        List<Recording> own = data.recordings().stream()
                .map(Shown::now)
                .filter(recording -> recording.deletedAt() == null && recording.state() != RecordingState.FAILED)
                .filter(recording -> row.isMember() && recording.ownerName().equals(row.name()))
                .toList();
        Stream<AuditRecord> about = data.audit().stream().filter(each -> concerns(each, row));
        return new Activity(
                running.orElse(null),
                own.size(),
                own.stream().mapToLong(Recording::bytes).sum(),
                about.limit(SHOWN).toList());
    }

    private static boolean isIn(Meeting meeting, String email) {
        return meeting.endedAt() == null
                && meeting.participants().stream()
                        .anyMatch(each -> each.leftAt() == null && email.equalsIgnoreCase(each.email()));
    }

    private static boolean concerns(AuditRecord audit, PersonRow row) {
        return audit.objectId().equals(row.id())
                || audit.actorEmail().equalsIgnoreCase(row.email())
                || audit.objectName().equalsIgnoreCase(row.email());
    }

    /** When the newest record was made, or null. */
    Instant latest() {
        return records.isEmpty() ? null : records.getFirst().at();
    }
}
