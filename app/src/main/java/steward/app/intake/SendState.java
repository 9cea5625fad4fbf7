package steward.app.intake;

import java.util.EnumSet;
import java.util.Set;
import steward.api.BatchOutcome;
import steward.app.i18n.Messages;
import steward.people.Report;
import steward.store.Operation;

/** What became of an invitation on its way, in the order of the progress bar. */
public enum SendState {
    INVITED(Report.State.SENT),
    NOTHING_TO_DO(Report.State.NOTHING_TO_DO),
    ATTENTION(Report.State.REFUSED),
    IN_FLIGHT(Report.State.WAITING),
    WAITING(Report.State.WAITING),
    CANCELED(Report.State.CANCELED);

    private static final Set<BatchOutcome> NOTHING =
            EnumSet.of(BatchOutcome.ALREADY_INVITED, BatchOutcome.ALREADY_MEMBER, BatchOutcome.ALREADY_CANCELED);

    private final Report.State reported;

    SendState(Report.State reported) {
        this.reported = reported;
    }

    public static SendState of(Operation operation) {
        return switch (operation.state()) {
            case HELD, QUEUED -> WAITING;
            case IN_FLIGHT -> IN_FLIGHT;
            case ATTENTION -> ATTENTION;
            case CANCELED -> CANCELED;
            case DONE -> operation.outcome() != null && NOTHING.contains(operation.outcome()) ? NOTHING_TO_DO : INVITED;
        };
    }

    public Report.State reported() {
        return reported;
    }

    public String word() {
        return Messages.text("intake.sent." + name());
    }
}
