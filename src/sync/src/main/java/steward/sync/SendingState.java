package steward.sync;

import java.time.Instant;
import java.util.UUID;

/**
 * What sending for one organization waits for.
 *
 * @param until when it goes on, or null when a person must act
 */
public record SendingState(UUID orgId, Wait state, Instant until, int inFlight) {

    /** Why nothing is being sent, or that it is. */
    public enum Wait {
        NOTHING_TO_SEND,
        SENDING,
        UNDO_WINDOW,
        BACK_OFF,
        SERVER_ASKED,
        /** What became of operations cannot be written down here: the disk is full or broken. */
        DISK,
        OFFLINE,
        PAUSED_BY_PERSON,
        /** 403 for the organization. */
        NOT_ALLOWED,
        SIGNED_OUT,
        /** The whole call was not understood; a person must look. */
        STOPPED,
        /** All that waits stands behind something that needs a person. */
        BEHIND_ATTENTION,
        /** The server was restored from a backup: nothing is resent silently. */
        SERVER_RESTORED
    }
}
