package steward.server.recording;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import steward.api.CollectionName;
import steward.api.Ids;
import steward.api.Meeting;
import steward.api.ProblemType;
import steward.api.Recording;
import steward.api.RecordingState;
import steward.api.TitleChange;
import steward.server.Part;
import steward.server.Platform;
import steward.server.billing.Entitlement;
import steward.server.change.Audit;
import steward.server.db.Actor;
import steward.server.db.Tx;
import steward.server.http.Answer;
import steward.server.http.Call;
import steward.server.http.Handlers;
import steward.server.http.ProblemException;
import steward.server.http.Routes;

/** Recordings as a part of the platform: the list, the bin, the file, and how they come to be. Thread-safe. */
public final class Recordings implements Part, Routes {
    static final Duration BIN = Duration.ofDays(30);
    private static final Duration PROCESSING = Duration.ofSeconds(45);
    /** 1.8 Mbit/s, a meeting with a shared screen. */
    private static final long BYTES_A_SECOND = 230_000;

    private final Platform platform;
    private final RecordingTable table;

    public Recordings(Platform platform) {
        this.platform = platform;
        this.table = new RecordingTable(platform.changes());
        platform.changes().loader(CollectionName.RECORDINGS, RecordingTable::load);
    }

    /** Whether no new recording may begin. */
    public boolean full(Handle sql, UUID orgId) {
        return RecordingTable.bytes(sql, orgId)
                >= Entitlement.inForce(sql, orgId).storageBytes();
    }

    /** What was recorded of a meeting; it is processed for a while. */
    public void finish(Tx tx, UUID orgId, Meeting meeting, Instant since, Instant until) {
        long seconds = Math.max(1, Duration.between(since, until).toSeconds());
        Recording recording = new Recording(
                Ids.next(),
                meeting.title(),
                meeting.id(),
                meeting.roomId(),
                meeting.roomName(),
                meeting.hostName(),
                since,
                seconds,
                seconds * BYTES_A_SECOND,
                RecordingState.PROCESSING,
                null,
                null,
                1);
        table.insert(tx, orgId, recording, tx.now().plus(PROCESSING));
    }

    @Override
    public List<Routes> routes() {
        return List.of(this);
    }

    @Override
    public void register(Handlers on) {
        on.read(
                "listRecordings",
                (call, sql) -> Answer.ok(RecordingTable.page(sql, call.orgId(), call.limit(), call.cursor())));
        on.read("getRecording", (call, sql) -> shown(found(sql, call)));
        on.read("downloadRecording", Recordings::download);
        on.write("renameRecording", this::rename);
        on.write("deleteRecording", this::delete);
        on.write("restoreRecording", this::restore);
        on.write("purgeRecording", this::purge);
    }

    /** What was processed is ready; what was in the bin long enough is gone. */
    @Override
    public void sweep() {
        Instant now = platform.clock().instant();
        if (!platform.database().read(sql -> RecordingTable.anyDue(sql, now))) return;
        platform.database().write(Actor.PLATFORM, tx -> {
            table.makeReady(tx);
            table.purgeDue(tx, (orgId, gone) -> purged(tx, orgId, gone));
            return null;
        });
    }

    private static Answer download(Call call, Handle sql) {
        Recording recording = found(sql, call);
        if (recording.state() != RecordingState.READY) {
            throw ProblemException.of(ProblemType.CONFLICT, "The recording is not ready yet. Try again in a minute.");
        }
        return Answer.bytes("video/mp4", Video.of(recording));
    }

    private Answer rename(Call call, Tx tx) {
        Recording before = found(tx.sql(), call);
        call.matches(before.version(), before);
        String title = call.body(TitleChange.class).title();
        if (title.equals(before.title())) return shown(before);
        Recording after = table.rename(tx, call.orgId(), before.id(), title);
        platform.audit().changed(tx, call.orgId(), fact("recording.rename", after), before, after);
        return shown(after);
    }

    private Answer delete(Call call, Tx tx) {
        Recording before = found(tx.sql(), call);
        if (before.deletedAt() != null) return shown(before);
        Recording after = table.move(tx, call.orgId(), before.id(), tx.now());
        platform.audit().changed(tx, call.orgId(), fact("recording.delete", after), before, after);
        return shown(after);
    }

    private Answer restore(Call call, Tx tx) {
        Recording before = found(tx.sql(), call);
        if (before.deletedAt() == null) return shown(before);
        Recording after = table.move(tx, call.orgId(), before.id(), null);
        platform.audit().changed(tx, call.orgId(), fact("recording.restore", after), before, after);
        return shown(after);
    }

    private Answer purge(Call call, Tx tx) {
        Recording before = found(tx.sql(), call);
        if (before.deletedAt() == null) {
            throw ProblemException.current(
                    ProblemType.CONFLICT, "Only what is in the bin can be removed for good. Delete it first.", before);
        }
        table.purge(tx, call.orgId(), before.id());
        purged(tx, call.orgId(), before);
        return Answer.done();
    }

    private void purged(Tx tx, UUID orgId, Recording gone) {
        platform.audit().removed(tx, orgId, fact("recording.purge", gone), gone);
    }

    private static Recording found(Handle sql, Call call) {
        return RecordingTable.find(sql, call.orgId(), call.id("recordingId")).orElseThrow(ProblemException::notFound);
    }

    private static Answer shown(Recording recording) {
        return Answer.ok(recording, recording.version());
    }

    private static Audit.Fact fact(String action, Recording recording) {
        return new Audit.Fact(action, "recording", recording.id(), recording.title());
    }
}
