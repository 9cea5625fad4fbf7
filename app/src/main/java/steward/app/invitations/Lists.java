package steward.app.invitations;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.text.DecimalFormatSymbols;
import steward.app.i18n.Formats;
import steward.app.i18n.Messages;
import steward.app.notice.Notice;

/** What all lists written to a file have in common. */
final class Lists {
    private Lists() {}

    /** Where a comma is part of a number, spreadsheets put semicolons between cells. */
    static char delimiter() {
        char decimal =
                DecimalFormatSymbols.getInstance(Formats.current().locale()).getDecimalSeparator();
        return decimal == ',' ? ';' : ',';
    }

    static Notice notWritten(Throwable failure, Path file) {
        String why = failure instanceof FileAlreadyExistsException
                ? Messages.text("invitations.write.exists", file.toString())
                : Messages.text("invitations.write.failedText", file.toString());
        return Notice.problem(Messages.text("invitations.write.failed"), why, null);
    }
}
