package steward.app.cli;

import steward.people.Outcome;
import steward.people.Tally;
import steward.store.Outbox;

/**
 * The numbers of a result, in the order they are printed in; all outcomes together are the rows, and what was sent, had
 * nothing to do, was refused or waits is what was ready.
 */
record Figures(
        long rows,
        long ready,
        long alreadyMember,
        long alreadyInvited,
        long repeated,
        long skipped,
        long attention,
        long notAllowed,
        long sent,
        long nothingToDo,
        long refused,
        long waiting) {

    static final Figures NONE = new Figures(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    static Figures of(Tally tally) {
        return new Figures(
                tally.rows(),
                tally.ready(),
                tally.of(Outcome.ALREADY_MEMBER),
                tally.of(Outcome.ALREADY_INVITED),
                tally.of(Outcome.REPEATED),
                tally.of(Outcome.SKIPPED),
                tally.of(Outcome.ATTENTION),
                tally.of(Outcome.NOT_ALLOWED),
                0,
                0,
                0,
                0);
    }

    /** With what became of the ready ones; one that a person took back on its way needs that person. */
    Figures with(Outbox.Batch batch) {
        return new Figures(
                rows,
                ready,
                alreadyMember,
                alreadyInvited,
                repeated,
                skipped,
                attention,
                notAllowed,
                batch.done(),
                batch.nothingToDo(),
                batch.attention() + batch.canceled(),
                batch.waiting());
    }

    boolean needPerson() {
        return attention + notAllowed + refused > 0;
    }
}
