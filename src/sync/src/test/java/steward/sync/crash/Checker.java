package steward.sync.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Compares what was asked for in a send with what stands in the server's own rows. */
final class Checker {

    private static final String INVITE = "INVITE_PERSON";

    private final List<String> lost = new ArrayList<>();
    private final List<String> duplicated = new ArrayList<>();
    private final List<String> stuck = new ArrayList<>();
    private final List<String> forgotten = new ArrayList<>();
    private final List<String> unclaimed = new ArrayList<>();
    private final List<String> misreported = new ArrayList<>();
    private final People people;
    private final List<WorkFile.Row> rows;

    /** @param rows the outbox as it stands at the end */
    Checker(People people, List<WorkFile.Row> rows) {
        this.people = people;
        this.rows = rows;
    }

    Verdict verdict() {
        return new Verdict(lost, duplicated, stuck, forgotten, unclaimed, misreported);
    }

    /** Everything prepared is still there once, and has ended. */
    void outbox() {
        Map<String, Integer> invited = new HashMap<>();
        for (WorkFile.Row each : rows) {
            if (each.kind().equals(INVITE)) invited.merge(each.email(), 1, Integer::sum);
            if (!each.is("DONE") && !each.is("CANCELED")) stuck.add(each.toString());
            String expected = each.kind().equals(INVITE) ? "CREATED" : "RESENT";
            if (each.is("DONE") && !expected.equals(each.outcome())) misreported.add(each.toString());
        }
        for (int row = 0; row < people.rows(); row++) count(people.email(row) + " prepared", 1, invited);
    }

    /** One invitation a person and one mail an operation; none of what was canceled, none of anything else. */
    void server(Path database, UUID orgId) throws IOException {
        Map<String, Integer> invitations = new HashMap<>();
        Map<String, Integer> mails = new HashMap<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database)) {
            count(connection, "SELECT id || ' ' || email FROM invitation WHERE org_id = ?", orgId, invitations);
            count(connection, "SELECT invitation_id || ' ' || recipient FROM mail WHERE org_id = ?", orgId, mails);
        } catch (SQLException e) {
            throw new IOException(e);
        }
        Map<String, Integer> expectedInvitations = new HashMap<>();
        Map<String, Integer> expectedMails = new HashMap<>();
        for (WorkFile.Row each : rows) {
            if (each.is("CANCELED")) continue;
            String of = each.objectId() + " " + each.email();
            expectedMails.merge(of, 1, Integer::sum);
            if (each.kind().equals(INVITE)) expectedInvitations.merge(of, 1, Integer::sum);
        }
        compare("invitation ", expectedInvitations, invitations);
        compare("mail ", expectedMails, mails);
    }

    /** What had been canceled stayed so. */
    void canceled(Set<UUID> acknowledged) {
        for (WorkFile.Row each : rows) {
            if (acknowledged.contains(each.id()) && !each.is("CANCELED")) forgotten.add("canceled " + each);
        }
    }

    /** Each time an operation left, it had been taken in flight before. */
    void sent(Map<UUID, Integer> sent) {
        Map<UUID, Integer> left = new HashMap<>(sent);
        for (WorkFile.Row each : rows) {
            Integer times = left.remove(each.id());
            if (times != null && times > each.attempts()) unclaimed.add(times + " times: " + each);
        }
        left.forEach((key, times) -> unclaimed.add("nobody's key: " + key));
    }

    void forgotten(List<String> found) {
        forgotten.addAll(found);
    }

    void stuck(String found) {
        stuck.add(found);
    }

    private void compare(String what, Map<String, Integer> expected, Map<String, Integer> actual) {
        expected.forEach((of, times) -> {
            Integer found = actual.remove(of);
            if (found == null || found < times) lost.add(what + of);
            else if (found > times) duplicated.add(what + of);
        });
        actual.keySet().forEach(of -> duplicated.add("unasked " + what + of));
    }

    private void count(String what, int expected, Map<String, Integer> invited) {
        int found = invited.getOrDefault(what.substring(0, what.indexOf(' ')), 0);
        if (found < expected) lost.add(what);
        if (found > expected) duplicated.add(what);
    }

    private static void count(Connection connection, String sql, UUID orgId, Map<String, Integer> into)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, orgId.toString());
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) into.merge(row.getString(1), 1, Integer::sum);
            }
        }
    }
}
