package steward.app.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import steward.app.control.DataColumn;
import steward.app.control.DataTable;
import steward.app.dialog.FilePick;
import steward.app.i18n.Messages;
import steward.app.notice.Notice;
import steward.people.SafeCsv;

/** Saves a table as it is shown, filter, columns and order, as a CSV in which no formula runs. On the FX thread. */
public final class TableExport {

    private TableExport() {}

    /** @param name proposed for the file, without its ending */
    public static <T> void save(OrganizationContext context, DataTable<T> table, String name) {
        List<List<String>> lines = lines(table);
        var pick = new FilePick(
                Messages.text("shell.export.title"),
                name + ".csv",
                Messages.text("shell.export.kind"),
                List.of("*.csv"));
        context.window().dialogs().saveFile(pick, target -> write(context, target, lines));
    }

    private static void write(OrganizationContext context, Path target, List<List<String>> lines) {
        context.background()
                .start("export", () -> writeFile(target, lines))
                .onSuccess(done -> context.window()
                        .notices()
                        .tell(Notice.done(
                                Messages.text("shell.export.done", lines.size() - 1),
                                target.getFileName().toString())))
                .onFailure(problem -> context.window()
                        .notices()
                        .tell(Notice.problem(
                                Messages.text("shell.export.failed"), Messages.text("shell.export.failedText"), null)));
    }

    private static void writeFile(Path target, List<List<String>> lines) throws IOException {
        try (var writer = Files.newBufferedWriter(
                target, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            SafeCsv.write(writer, lines);
        }
    }

    private static <T> List<List<String>> lines(DataTable<T> table) {
        List<DataColumn<T>> columns = table.dataColumns();
        List<List<String>> lines = new ArrayList<>();
        lines.add(columns.stream().map(DataColumn::getText).toList());
        for (T row : table.getItems()) {
            lines.add(columns.stream().map(column -> column.textOf(row)).toList());
        }
        return lines;
    }
}
