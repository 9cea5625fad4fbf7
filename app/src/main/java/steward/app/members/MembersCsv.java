package steward.app.members;

import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The table as a CSV file that a spreadsheet opens as it is meant: marked UTF-8, and no cell runs as a formula. */
final class MembersCsv {
    private static final String HEADER = "name,email,role,state,since,last active,invited by,note";
    private static final String FORMULA = "=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20";

    private MembersCsv() {}

    static void write(Writer out, List<PersonRow> rows) throws IOException {
        out.write("\uFEFF" + HEADER + "\r\n");
        for (PersonRow row : rows) {
            out.write(cells(row).stream().map(MembersCsv::cell).collect(Collectors.joining(",")));
            out.write("\r\n");
        }
    }

    private static List<String> cells(PersonRow row) {
        String invitedBy = row.isMember()
                ? row.member().now().invitedBy()
                : row.invitation().now().invitedBy();
        String note = row.isMember()
                ? row.member().now().note()
                : row.invitation().now().note();
        return List.of(
                row.name(),
                row.email(),
                row.role().name().toLowerCase(Locale.ROOT),
                row.state().name().toLowerCase(Locale.ROOT),
                time(row.since()),
                time(row.lastActive()),
                invitedBy == null ? "" : invitedBy,
                note == null ? "" : note);
    }

    private static String time(Instant time) {
        return time == null ? "" : time.toString();
    }

    /** Quoted; what a spreadsheet would run gets an apostrophe before it. */
    static String cell(String text) {
        String safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
