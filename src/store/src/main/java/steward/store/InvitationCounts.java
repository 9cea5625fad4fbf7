package steward.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import steward.api.Invitation;
import steward.api.InvitationState;

/**
 * How many invitations are shown.
 *
 * @param all in whatever state
 * @param pending neither accepted, canceled nor told to be expired
 * @param valid pending, and good for some time yet
 * @param expiring valid, but only until the moment asked about
 */
public record InvitationCounts(int all, int pending, int valid, int expiring) {

    /** @param fresh how many more were made here when, and never left */
    static InvitationCounts of(List<Shown<Invitation>> shown, Map<Instant, Integer> fresh, Instant now, Instant soon) {
        int[] sums = new int[4];
        for (Shown<Invitation> each : shown) {
            Invitation it = each.now();
            add(sums, 1, it.state() == InvitationState.PENDING, it.expiresAt(), now, soon);
        }
        fresh.forEach((madeAt, count) -> add(sums, count, true, madeAt.plus(Overlay.INVITATION), now, soon));
        return new InvitationCounts(sums[0], sums[1], sums[2], sums[3]);
    }

    private static void add(int[] sums, int count, boolean pending, Instant expiresAt, Instant now, Instant soon) {
        boolean valid = pending && expiresAt.isAfter(now);
        sums[0] += count;
        if (pending) sums[1] += count;
        if (valid) sums[2] += count;
        if (valid && expiresAt.isBefore(soon)) sums[3] += count;
    }
}
