package steward.app.shell;

import steward.app.control.ViewMemory;
import steward.app.dialog.Dialogs;
import steward.app.notice.Notices;

/** What a tab may ask of the window around it. */
public record Window(Dialogs dialogs, Notices notices, Navigator navigator, ViewMemory memory, Logos logos) {}
