package steward.server.change;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import steward.api.Action;
import steward.api.Items;
import steward.api.OperationLookup;
import steward.api.OperationState;
import steward.api.ProblemType;
import steward.server.Platform;
import steward.server.account.Tokens;
import steward.server.http.Access;
import steward.server.http.Answer;
import steward.server.http.Call;
import steward.server.http.EventLine;
import steward.server.http.Handlers;
import steward.server.http.ProblemException;
import steward.server.http.Replay;
import steward.server.http.Routes;

/** Delta pulls, the live stream, and what became of keys. */
public final class SyncRoutes implements Routes {
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final Platform platform;
    private final Tokens tokens;
    private final Replay replay;
    private final Snapshots snapshots = new Snapshots();

    public SyncRoutes(Platform platform, Tokens tokens, Replay replay) {
        this.platform = platform;
        this.tokens = tokens;
        this.replay = replay;
    }

    @Override
    public void register(Handlers on) {
        on.read("getChanges", this::changes);
        on.stream("streamEvents", this::stream);
        on.read("lookupOperations", this::lookup);
    }

    private Answer changes(Call call, Handle sql) {
        long after = Long.parseLong(call.query("after").orElseThrow());
        UUID orgId = call.orgId();
        UUID tokenId = call.caller().tokenId();
        long head = Changes.head(sql, orgId);
        if (after == 0) {
            snapshots.begin(orgId, tokenId, head);
        } else {
            long needed = Math.max(Changes.pruned(sql, orgId), call.access().roleSeq());
            boolean old = after < needed && !snapshots.covers(orgId, tokenId, needed);
            if (old || after > head) {
                throw ProblemException.of(
                        ProblemType.SNAPSHOT_NEEDED,
                        "What you hold is too old to be brought up to date. Drop it and start from after=0.");
            }
        }
        return Answer.ok(platform.changes().page(sql, orgId, after, call.limit()));
    }

    private Answer lookup(Call call, Handle sql) {
        List<OperationState> states = call.body(OperationLookup.class).opIds().stream()
                .map(id ->
                        replay.state(sql, List.of(call.orgId(), call.account().id()), id))
                .toList();
        return Answer.ok(new Items<>(states));
    }

    private void stream(Call call, EventLine line) {
        UUID orgId = call.orgId();
        try (Subscriber subscriber = platform.events()
                .subscribe(orgId, call.account().id(), call.caller().tokenId())) {
            long head = platform.database().read(sql -> Changes.head(sql, orgId));
            line.send(head > seen(line.lastEventId()) ? Events.frame(head) : ": here\n\n");
            while (!subscriber.isClosed()) {
                List<String> frames = subscriber.await(HEARTBEAT);
                if (frames.isEmpty() && (subscriber.isClosed() || !stillAllowed(call))) return;
                line.send(frames.isEmpty() ? ": here\n\n" : String.join("", frames));
            }
        } catch (IOException e) {
            // The client has gone; it resumes by its last id.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean stillAllowed(Call call) {
        return platform.database()
                .read(sql -> tokens.stands(sql, call.caller().tokenId())
                        && Access.of(sql, call.account(), call.orgId())
                                .filter(access -> !access.runtime() && Action.OPEN_PANEL.allowedTo(access.role()))
                                .isPresent());
    }

    /** The change a resuming client saw last; what is no number counts as none. */
    private static long seen(String lastEventId) {
        return lastEventId != null && lastEventId.matches("[0-9]{1,18}") ? Long.parseLong(lastEventId) : -1;
    }
}
