package steward.app.notice;

import steward.app.control.UndoBar;

/** Tells the user what happened, beside the content and never over it. On the FX thread. */
public interface Notices {
    /** Replaces the notice shown before it. */
    void tell(Notice notice);

    /** Offers to take a change back until it leaves this machine. */
    void offerUndo(UndoBar.Offer offer);

    /** Takes the notice away, as when its cause is gone. */
    void clear();
}
