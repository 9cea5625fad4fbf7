package steward.app.overview;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.kordamp.ikonli.feather.Feather;
import steward.api.Dunning;
import steward.api.LicenseAlert;
import steward.api.Meeting;
import steward.api.RefusedStart;
import steward.app.control.Tone;
import steward.app.i18n.Formats;
import steward.app.i18n.Messages;
import steward.app.shell.Navigator;
import steward.app.shell.Place;

/** Finds what needs somebody, the most urgent first. */
final class Needs {

    private static final double NEARLY_FULL = 0.9;

    private final Navigator navigator;
    private final Runnable resend;

    /** @param resend sends the invitations that expire soon again */
    Needs(Navigator navigator, Runnable resend) {
        this.navigator = navigator;
        this.resend = resend;
    }

    List<Need> of(Standing standing, Instant now) {
        List<Need> needs = new ArrayList<>();
        payment(standing, now).ifPresent(needs::add);
        refused(standing, now).ifPresent(needs::add);
        fewLicenses(standing).ifPresent(needs::add);
        overTime(standing, now).ifPresent(needs::add);
        storage(standing).ifPresent(needs::add);
        expiring(standing).ifPresent(needs::add);
        attention(standing).ifPresent(needs::add);
        return needs;
    }

    private Optional<Need> payment(Standing standing, Instant now) {
        if (standing.subscription() == null || standing.subscription().dunning() == null) return Optional.empty();
        Dunning dunning = standing.subscription().dunning();
        String amount = Formats.current()
                .money(dunning.amount(), standing.subscription().currency());
        return Optional.of(new Need(
                "payment",
                Feather.ALERT_OCTAGON,
                Tone.DANGER,
                Messages.text("overview.need.payment", dunning.invoiceNumber(), amount),
                Messages.text(
                        "overview.need.paymentText",
                        Formats.current().date(dunning.suspendAt()),
                        Formats.current().ahead(dunning.suspendAt(), now)),
                Messages.text("overview.need.paymentAction"),
                () -> navigator.show(Place.BILLING)));
    }

    private Optional<Need> refused(Standing standing, Instant now) {
        ZoneId zone = Formats.current().zone();
        Instant midnight = LocalDate.ofInstant(now, zone).atStartOfDay(zone).toInstant();
        List<RefusedStart> today = standing.refused().stream()
                .filter(start -> start.at().isAfter(midnight))
                .toList();
        if (today.isEmpty()) return Optional.empty();
        String times = today.stream()
                .limit(3)
                .map(start -> Formats.current().clock(start.at()))
                .reduce((one, other) -> one + ", " + other)
                .orElseThrow();
        return Optional.of(new Need(
                "refused",
                Feather.ZAP_OFF,
                Tone.WARNING,
                Messages.text("overview.need.refused", today.size()),
                Messages.text(
                        "overview.need.refusedText", times, today.getFirst().owned()),
                Messages.text("overview.need.refusedAction"),
                () -> navigator.show(Place.LICENSES)));
    }

    private Optional<Need> fewLicenses(Standing standing) {
        if (standing.sample() == null || standing.live().age().lost()) return Optional.empty();
        int left = standing.sample().owned() - standing.sample().inUse();
        if (!LicenseAlert.isLow(standing.sample().inUse(), standing.sample().owned())) return Optional.empty();
        return Optional.of(new Need(
                "licenses",
                Feather.KEY,
                Tone.WARNING,
                Messages.text("overview.need.licenses", Math.max(0, left)),
                Messages.text("overview.need.licensesText", standing.sample().owned()),
                Messages.text("overview.need.refusedAction"),
                () -> navigator.show(Place.LICENSES)));
    }

    private Optional<Need> overTime(Standing standing, Instant now) {
        if (standing.live().age().lost()) return Optional.empty();
        return standing.meetings().stream()
                .filter(meeting -> over(meeting, now).toMinutes() >= 15)
                .max(Comparator.comparing(meeting -> over(meeting, now)))
                .map(meeting -> new Need(
                        "over-time",
                        Feather.CLOCK,
                        Tone.WARNING,
                        Messages.text(
                                "overview.need.overTime",
                                meeting.title(),
                                Formats.current().duration(over(meeting, now))),
                        Messages.text(
                                "overview.need.overTimeText",
                                meeting.hostName(),
                                Formats.current().duration(Duration.ofMinutes(meeting.plannedMinutes()))),
                        Messages.text("overview.need.overTimeAction"),
                        () -> navigator.show(Place.MEETINGS, meeting.id())));
    }

    private static Duration over(Meeting meeting, Instant now) {
        return Duration.between(meeting.startedAt(), now).minusMinutes(meeting.plannedMinutes());
    }

    private Optional<Need> storage(Standing standing) {
        if (standing.subscription() == null || standing.subscription().storageBytes() == 0) return Optional.empty();
        double share = (double) (standing.storedBytes() + standing.binBytes())
                / standing.subscription().storageBytes();
        if (share < NEARLY_FULL) return Optional.empty();
        return Optional.of(new Need(
                "storage",
                Feather.FILM,
                Tone.WARNING,
                Messages.text("overview.need.storage", Formats.current().percent(share)),
                Messages.text("overview.need.storageText"),
                Messages.text("overview.need.storageAction"),
                () -> navigator.show(Place.RECORDINGS)));
    }

    private Optional<Need> expiring(Standing standing) {
        int soon = standing.invited().expiring();
        if (soon == 0) return Optional.empty();
        return Optional.of(new Need(
                "expiring",
                Feather.MAIL,
                Tone.ACCENT,
                Messages.text("overview.need.expiring", soon),
                Messages.text("overview.need.expiringText"),
                Messages.text("overview.need.expiringAction", soon),
                resend));
    }

    private Optional<Need> attention(Standing standing) {
        if (standing.attention() == 0) return Optional.empty();
        return Optional.of(new Need(
                "attention",
                Feather.GIT_PULL_REQUEST,
                Tone.ACCENT,
                Messages.text("overview.need.attention", standing.attention()),
                Messages.text("overview.need.attentionText"),
                Messages.text("overview.need.attentionAction"),
                () -> navigator.show(Place.OUTBOX)));
    }
}
