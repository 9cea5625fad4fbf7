package steward.sync.crash;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import steward.api.Ids;
import steward.api.Invitation;
import steward.api.InvitationState;
import steward.api.Role;
import steward.store.Request;

/** Who is invited in a send, and who of them is sent the mail once more. */
record People(String nonce, int rows) {

    /** Far apart from the size of a batch, so that kinds meet in every part of a send. */
    private static final int CHUNK = 1000;

    String email(int row) {
        return "p" + row + "@" + nonce + ".example";
    }

    /** Sending again is what only the key protects: there is no natural key to fall back on. */
    static boolean isSentAgain(int row) {
        return row % 10 == 7;
    }

    /** What is staged, in the order of staging. */
    List<List<Request>> requests() {
        List<List<Request>> all = new ArrayList<>();
        for (int from = 0; from < rows; from += CHUNK) {
            List<Request> invited = new ArrayList<>();
            List<Request> again = new ArrayList<>();
            for (int row = from; row < Math.min(rows, from + CHUNK); row++) {
                UUID id = Ids.next();
                invited.add(new Request.InvitePerson(id, email(row), Role.MEMBER, "Person " + row, null, (long) row));
                if (isSentAgain(row)) again.add(new Request.ResendInvitation(shown(id, email(row))));
            }
            all.add(invited);
            all.add(again);
        }
        return all;
    }

    private static Invitation shown(UUID id, String email) {
        Instant now = Instant.EPOCH;
        return new Invitation(id, email, Role.MEMBER, null, null, InvitationState.PENDING, "Owner", now, now, now, 1);
    }
}
