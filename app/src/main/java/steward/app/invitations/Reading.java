package steward.app.invitations;

import steward.app.intake.DraftImport;
import steward.people.Guess;
import steward.people.Policy;
import steward.people.Settings;
import steward.store.Drafts.Draft;

/**
 * How a draft is read just now. Immutable.
 *
 * @param guess or null, when the file is no longer there: then nothing of the reading can be changed
 * @param settings or null, with the guess
 * @param fixes rows changed by hand, which another reading would drop
 */
record Reading(Draft draft, Guess guess, Settings settings, Policy policy, int fixes) {

    static Reading of(DraftImport work) {
        return new Reading(
                work.draft(), work.guess().orElse(null), work.settings().orElse(null), work.policy(), work.fixes());
    }
}
