package steward.app.testing;

import java.util.ArrayList;
import java.util.List;
import steward.app.control.UndoBar;
import steward.app.notice.Notice;
import steward.app.notice.Notices;

/** Notices that show nothing; each is kept. */
public final class RecordingNotices implements Notices {
    public final List<Notice> told = new ArrayList<>();
    public final List<UndoBar.Offer> offers = new ArrayList<>();

    @Override
    public void tell(Notice notice) {
        told.add(notice);
    }

    @Override
    public void offerUndo(UndoBar.Offer offer) {
        offers.add(offer);
    }

    @Override
    public void clear() {
        told.clear();
    }
}
