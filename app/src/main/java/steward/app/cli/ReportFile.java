package steward.app.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import steward.app.i18n.Messages;
import steward.people.Report;

/** The report that was asked for; its place is taken before anything is sent, and given back when there is none. */
final class ReportFile implements AutoCloseable {
    private final Path path;
    private final Report report;
    private boolean begun;

    private ReportFile(Path path, Report report) {
        this.path = path;
        this.report = report;
    }

    /** @throws InviteException when it exists, or cannot be made */
    static ReportFile create(Path path) {
        try {
            return new ReportFile(path, Report.create(path));
        } catch (FileAlreadyExistsException e) {
            throw new InviteException(InviteResult.WRONG_USAGE, Messages.text("cli.report.exists", path));
        } catch (IOException e) {
            throw new InviteException(InviteResult.WRONG_USAGE, Messages.text("cli.report.cannot", path));
        }
    }

    void write(Report.Line line) {
        begun = true;
        report.write(line);
    }

    @Override
    public void close() throws IOException {
        report.close();
        if (!begun) {
            Files.delete(path);
        }
    }
}
