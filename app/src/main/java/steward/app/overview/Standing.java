package steward.app.overview;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import steward.api.Invitation;
import steward.api.InvitationState;
import steward.api.Meeting;
import steward.api.Member;
import steward.api.Recording;
import steward.api.RefusedStart;
import steward.api.Role;
import steward.api.Subscription;
import steward.api.UsageSample;
import steward.app.shell.LiveAge;
import steward.app.shell.UsageShown;
import steward.store.InvitationCounts;
import steward.store.OrganizationData;
import steward.store.Outbox;
import steward.store.Shown;

/**
 * Everything the overview shows, read at once; null where it is not known.
 *
 * @param invited as of the moment it was read
 * @param attention operations of this organization that need a person
 * @param licensesSeen whether somebody looked at the licenses on this computer
 */
record Standing(
        boolean known,
        List<Member> members,
        InvitationCounts invited,
        int rooms,
        Live live,
        List<Recording> recordings,
        Subscription subscription,
        int paymentMethods,
        List<RefusedStart> refused,
        boolean hasLogo,
        int attention,
        boolean licensesSeen) {

    /**
     * What moves by the minute.
     *
     * @param sample or null
     * @param age since it was last right, by the stream or a pull
     */
    record Live(List<Meeting> meetings, UsageShown usage, UsageSample sample, LiveAge age) {}

    private static final Duration SOON = Duration.ofHours(48);

    static Standing read(OrganizationData data, Outbox.Counts counts, boolean licensesSeen, Live live, Instant now) {
        return new Standing(
                data.known(),
                data.members().stream().map(Shown::now).toList(),
                data.invitationCounts(now, now.plus(SOON)),
                data.rooms().size(),
                live,
                data.recordings().stream().map(Shown::now).toList(),
                data.subscription().orElse(null),
                data.paymentMethods().size(),
                data.refusedStarts(),
                data.logo().isPresent(),
                counts.attention(),
                licensesSeen);
    }

    UsageSample sample() {
        return live.sample();
    }

    /** Running, as last known; empty as well when nothing is known. */
    List<Meeting> meetings() {
        return live.meetings();
    }

    /** Whether an invitation is pending and expires within 48 hours. */
    static boolean isExpiring(Invitation invitation, Instant now) {
        return invitation.state() == InvitationState.PENDING
                && invitation.expiresAt().isAfter(now)
                && invitation.expiresAt().isBefore(now.plus(SOON));
    }

    long owners() {
        return members.stream().filter(member -> member.role() == Role.OWNER).count();
    }

    long admins() {
        return members.stream().filter(member -> member.role() == Role.ADMIN).count();
    }

    long joinedSince(Instant since) {
        return members.stream()
                .filter(member -> member.joinedAt().isAfter(since))
                .count();
    }

    long storedBytes() {
        return recordings.stream()
                .filter(recording -> recording.deletedAt() == null)
                .mapToLong(Recording::bytes)
                .sum();
    }

    long binBytes() {
        return recordings.stream()
                .filter(recording -> recording.deletedAt() != null)
                .mapToLong(Recording::bytes)
                .sum();
    }

    long keptRecordings() {
        return recordings.stream()
                .filter(recording -> recording.deletedAt() == null)
                .count();
    }
}
