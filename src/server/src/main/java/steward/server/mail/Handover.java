package steward.server.mail;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.mapper.RowMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steward.server.Part;
import steward.server.Platform;
import steward.server.db.Actor;
import steward.server.db.Rows;
import steward.server.http.Routes;

/**
 * Takes every written mail to the postbox, at least once: first there, then it is noted here, so a server that dies in
 * between does it again and nothing is left out. Thread-safe.
 */
public final class Handover implements Part {
    private static final Logger LOG = LoggerFactory.getLogger(Handover.class);
    private static final int AT_ONCE = 50;
    /** A sweep that takes longer would keep meetings from ending. */
    private static final int A_SWEEP = 20;

    private static final RowMapper<Mail> ROW = (row, context) -> new Mail(
            Rows.id(row, "org_id"),
            Rows.id(row, "id"),
            row.getString("message_id"),
            row.getString("recipient"),
            row.getString("subject"),
            row.getString("body"),
            Rows.time(row, "created_at"));

    private final Platform platform;
    private final Postbox postbox;
    private boolean failed;

    public Handover(Platform platform) {
        this.platform = platform;
        this.postbox = platform.options().postbox();
    }

    @Override
    public List<Routes> routes() {
        return List.of();
    }

    @Override
    public synchronized void sweep() {
        Instant begun = platform.clock().instant();
        try {
            for (int i = 0; i < A_SWEEP && (i == 0 || isQuietSince(begun)); i++) {
                List<Mail> waiting = waiting();
                if (waiting.isEmpty()) break;
                postbox.take(waiting);
                note(waiting);
            }
            failed = false;
        } catch (ClosedByInterruptException e) {
            // the server is stopping: what was not noted is taken again at its next start
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            // They stay written and are taken again at the next sweep; told once, not every two seconds.
            if (!failed) LOG.warn("mails cannot be handed over for now", e);
            failed = true;
        }
    }

    /** A server that lived for one command only has mails to hand over, too. */
    @Override
    public void end() {
        sweep();
    }

    /** While invitations are written, mails take a little of the disk only: who waits for an answer goes first. */
    private boolean isQuietSince(Instant begun) {
        return platform.database().read(sql -> sql.select("SELECT MAX(created_at) FROM mail WHERE handed_at IS NULL")
                .mapTo(Instant.class)
                .findFirst()
                .map(last -> !last.isAfter(begun))
                .orElse(true));
    }

    private List<Mail> waiting() {
        return platform.database()
                .read(sql -> sql.select("SELECT org_id, id, message_id, recipient, subject, body, created_at FROM mail"
                                + " WHERE handed_at IS NULL ORDER BY created_at, id LIMIT " + AT_ONCE)
                        .map(ROW)
                        .list());
    }

    private void note(List<Mail> taken) {
        platform.database().write(Actor.PLATFORM, tx -> {
            for (Mail mail : taken) {
                tx.sql()
                        .execute(
                                "UPDATE mail SET handed_at = ? WHERE org_id = ? AND id = ?",
                                tx.now(),
                                mail.orgId(),
                                mail.id());
            }
            return null;
        });
    }
}
