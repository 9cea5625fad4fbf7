package steward.app.shell;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import steward.app.control.UndoBar;
import steward.app.fx.Background;
import steward.app.fx.Job;
import steward.app.i18n.Messages;
import steward.app.notice.Notice;
import steward.app.notice.Notices;
import steward.store.AccountStore;
import steward.store.Outbox;
import steward.store.Request;

/** Puts changes of one organization into the outbox, with ten seconds to take them back. On the FX thread. */
public final class Staging {
    /** How long a change waits on this machine (sync.md). */
    public static final Duration UNDO_WINDOW = Duration.ofSeconds(10);

    private final UUID orgId;
    private final AccountStore store;
    private final Background background;
    private final Notices notices;
    private final Clock clock;

    public Staging(UUID orgId, AccountStore store, Background background, Notices notices, Clock clock) {
        this.orgId = orgId;
        this.store = store;
        this.background = background;
        this.notices = notices;
        this.clock = clock;
    }

    /** @param whatHappened in words, from a bundle: "3 people removed" */
    public void stage(List<? extends Request> requests, String whatHappened) {
        stage(requests, whatHappened, null, staged -> {});
    }

    /**
     * As above, for many.
     *
     * @param sourceFile name of the imported file, or null
     * @param kept told once the changes are on disk
     * @return for a caller that must know of a failure; it is told to the user here
     */
    public Job<Outbox.Staged> stage(
            List<? extends Request> requests,
            String whatHappened,
            String sourceFile,
            java.util.function.Consumer<Outbox.Staged> kept) {
        Outbox outbox = store.outbox();
        return background
                .run("stage", () -> outbox.stage(orgId, requests, UNDO_WINDOW, sourceFile))
                .onSuccess(staged -> {
                    offerUndo(staged, whatHappened);
                    kept.accept(staged);
                })
                .onFailure(problem -> notices.tell(Notice.problem(
                        Messages.text("shell.staging.failed"),
                        Messages.text("shell.staging.failedText", FailureWords.of(problem)),
                        null)));
    }

    private void offerUndo(Outbox.Staged staged, String whatHappened) {
        Instant now = clock.instant();
        notices.offerUndo(new UndoBar.Offer(
                whatHappened,
                seconds -> Messages.text("shell.staging.leaves", seconds),
                now,
                now.plus(UNDO_WINDOW),
                () -> takeBack(staged)));
    }

    private void takeBack(Outbox.Staged staged) {
        Outbox outbox = store.outbox();
        background
                .run("undo", () -> outbox.cancel(staged.operationIds()))
                .onSuccess(taken -> tellOutcome(staged.operationIds().size(), taken.size()))
                .onFailure(problem -> notices.tell(Notice.problem(
                        Messages.text("shell.staging.undoFailed"),
                        Messages.text("shell.staging.undoFailedText"),
                        null)));
    }

    private void tellOutcome(int staged, int taken) {
        notices.tell(
                taken == staged
                        ? Notice.done(
                                Messages.text("shell.staging.undone", taken), Messages.text("shell.staging.undoneText"))
                        : new Notice(
                                steward.app.control.Tone.WARNING,
                                Messages.text("shell.staging.tooLate", staged - taken),
                                Messages.text("shell.staging.tooLateText"),
                                null));
    }
}
