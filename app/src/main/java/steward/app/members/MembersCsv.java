package steward.app.members;

import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import steward.people.SafeCsv;

/** People as a CSV file for other programs: codes instead of words, whole times, and no cell runs as a formula. */
final class MembersCsv {
    private static final List<String> HEADER =
            List.of("name", "email", "role", "state", "since", "last active", "invited by", "note");

    private MembersCsv() {}

    static void write(Writer out, List<PersonRow> rows) throws IOException {
        List<List<String>> lines = new ArrayList<>(rows.size() + 1);
        lines.add(HEADER);
        rows.forEach(row -> lines.add(cells(row)));
        SafeCsv.write(out, lines);
    }

    private static List<String> cells(PersonRow row) {
        boolean member = row.isMember();
        return List.of(
                row.name(),
                row.email(),
                row.role().name().toLowerCase(Locale.ROOT),
                row.state().name().toLowerCase(Locale.ROOT),
                time(row.since()),
                time(row.lastActive()),
                text(
                        member
                                ? row.member().now().invitedBy()
                                : row.invitation().now().invitedBy()),
                text(member ? row.member().now().note() : row.invitation().now().note()));
    }

    private static String time(Instant time) {
        return time == null ? "" : time.toString();
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
