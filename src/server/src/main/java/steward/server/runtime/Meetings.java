package steward.server.runtime;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import steward.api.CollectionName;
import steward.api.Meeting;
import steward.api.RefusedStart;
import steward.server.Part;
import steward.server.Platform;
import steward.server.billing.Billing;
import steward.server.db.Actor;
import steward.server.http.Answer;
import steward.server.http.Call;
import steward.server.http.Handlers;
import steward.server.http.Routes;
import steward.server.recording.Recordings;
import steward.server.usage.Usage;

/** Meetings and their runtime as a part of the platform. Thread-safe. */
public final class Meetings implements Part, Routes {
    private final Platform platform;
    private final Usage usage;
    private final Starting starting;
    private final Presence presence;
    private final RecordingSwitch recording;
    private final Ending ending;

    public Meetings(Platform platform, Usage usage, Billing billing, Recordings recordings) {
        this.platform = platform;
        this.usage = usage;
        Live live = new Live(platform, usage);
        this.recording = new RecordingSwitch(live, recordings, billing, platform.audit());
        this.starting = new Starting(platform.changes(), live, recording);
        this.presence = new Presence(live);
        this.ending = new Ending(live, recording, platform.audit());
        platform.changes().loader(CollectionName.MEETINGS, MeetingTable::running);
        platform.changes().loader(CollectionName.REFUSED_STARTS, Meetings::refusedStarts);
    }

    /** The meetings that run in an organization, newest first. */
    public static List<Meeting> running(Handle sql, UUID orgId) {
        return MeetingTable.page(sql, orgId, false, Integer.MAX_VALUE - 1, Optional.empty())
                .items();
    }

    @Override
    public List<Routes> routes() {
        return List.of(this);
    }

    @Override
    public void register(Handlers on) {
        on.read("listMeetings", (call, sql) -> {
            boolean ended = call.query("state").map("ended"::equals).orElse(false);
            return Answer.ok(MeetingTable.page(sql, call.orgId(), ended, call.limit(), call.cursor()));
        });
        on.read("getMeeting", Meetings::get);
        on.write("startMeeting", starting::start);
        on.write("joinMeeting", presence::join);
        on.write("leaveMeeting", presence::leave);
        on.write("recordMeeting", recording::record);
        on.write("endMeeting", ending::end);
    }

    /** Nothing outlives a server that was down: meetings ended when it stopped looking, and usage since is not known. */
    @Override
    public void resume() {
        usage.downSince(platform.clock().instant())
                .ifPresent(stopped -> platform.database().write(Actor.PLATFORM, tx -> {
                    usage.unknownSince(tx, stopped);
                    Ending.running(tx.sql()).forEach(meeting -> ending.close(tx, meeting, stopped));
                    return null;
                }));
        // a server may live shorter than it takes to its first sweep
        usage.sweep();
    }

    /** Ends what was announced to end by now. */
    @Override
    public void sweep() {
        Instant now = platform.clock().instant();
        List<Ending.Due> due = platform.database().read(sql -> Ending.due(sql, now));
        if (due.isEmpty()) return;
        platform.database().write(Actor.PLATFORM, tx -> {
            Ending.due(tx.sql(), tx.now()).forEach(meeting -> ending.close(tx, meeting, tx.now()));
            return null;
        });
    }

    private static Answer get(Call call, Handle sql) {
        Meeting meeting = Running.any(call, sql);
        return Answer.ok(meeting, meeting.version());
    }

    private static Map<UUID, RefusedStart> refusedStarts(Handle sql, UUID orgId, Collection<UUID> ids) {
        return sql
                .createQuery("SELECT * FROM refused_start WHERE org_id = :org AND id IN (<ids>)")
                .bind("org", orgId)
                .bindList("ids", List.copyOf(ids))
                .map((row, _) -> new RefusedStart(
                        UUID.fromString(row.getString("id")),
                        Instant.ofEpochMilli(row.getLong("at")),
                        row.getString("who"),
                        row.getString("room_name"),
                        row.getInt("in_use"),
                        row.getInt("owned")))
                .stream()
                .collect(Collectors.toMap(RefusedStart::id, Function.identity()));
    }
}
