package steward.app.shell;

import java.util.function.BooleanSupplier;
import steward.app.control.UndoBar;
import steward.app.notice.Notice;
import steward.app.notice.Notices;

/** Tells only while its organization is the one shown: no word of one may stand in the window of another. */
record ScopedNotices(Notices notices, BooleanSupplier current) implements Notices {
    @Override
    public void tell(Notice notice) {
        if (current.getAsBoolean()) {
            notices.tell(notice);
        }
    }

    @Override
    public void offerUndo(UndoBar.Offer offer) {
        if (current.getAsBoolean()) {
            notices.offerUndo(offer);
        }
    }

    @Override
    public void clear() {
        if (current.getAsBoolean()) {
            notices.clear();
        }
    }
}
