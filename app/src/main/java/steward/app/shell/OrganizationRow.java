package steward.app.shell;

import java.util.List;
import java.util.UUID;
import org.kordamp.ikonli.feather.Feather;
import steward.api.BillingState;
import steward.api.OrganizationFigures;
import steward.api.OrganizationSummary;
import steward.api.Role;
import steward.app.control.IconWord;
import steward.app.control.Tone;
import steward.app.i18n.Folded;
import steward.app.i18n.Messages;
import steward.store.Directory;
import steward.store.OperationKind;

/**
 * An organization as switcher, palette and top bar show it; equal by what it shows.
 *
 * @param conflicts changes of it that need a decision
 */
public record OrganizationRow(Directory.Entry entry, Folded name, Folded slug, int conflicts) {

    static OrganizationRow of(Directory.Entry entry, int conflicts) {
        var organization = entry.organization();
        return new OrganizationRow(entry, Folded.of(organization.name()), Folded.of(organization.slug()), conflicts);
    }

    public UUID id() {
        return entry.organization().id();
    }

    public OrganizationSummary organization() {
        return entry.organization();
    }

    public Role role() {
        return organization().role();
    }

    boolean matches(List<String> words) {
        return words.stream().allMatch(word -> name.contains(word) || slug.contains(word));
    }

    /** What needs somebody there, worst first, or null. */
    public IconWord alert() {
        if (entry.pending() != null) {
            boolean leaving = entry.pending().kind() == OperationKind.LEAVE_ORGANIZATION;
            return new IconWord(
                    Feather.UPLOAD_CLOUD,
                    Tone.ACCENT,
                    Messages.text(leaving ? "shell.switcher.leaving" : "shell.switcher.notSent"));
        }
        OrganizationFigures figures = organization().figures();
        if (figures == null) {
            return new IconWord(Feather.LOCK, Tone.MUTED, Messages.text("shell.switcher.adminsOnly"));
        }
        if (figures.billingState() != BillingState.ACTIVE) {
            return new IconWord(Feather.ALERT_OCTAGON, Tone.DANGER, Messages.text("shell.switcher.paymentFailed"));
        }
        return figures(figures);
    }

    private IconWord figures(OrganizationFigures figures) {
        if (conflicts > 0) {
            return new IconWord(
                    Feather.GIT_PULL_REQUEST, Tone.ACCENT, Messages.text("shell.switcher.conflicts", conflicts));
        }
        if (figures.refusedStarts7Days() > 0) {
            return new IconWord(
                    Feather.ZAP_OFF,
                    Tone.WARNING,
                    Messages.text("shell.switcher.refused", figures.refusedStarts7Days()));
        }
        int left = figures.licensesOwned() - figures.licensesInUse();
        return left <= 1 && figures.licensesOwned() > 1
                ? new IconWord(
                        Feather.KEY, Tone.WARNING, Messages.text("shell.switcher.licensesLeft", Math.max(0, left)))
                : null;
    }

    /** "nordlys-kraft, 312 members", or the short name alone where members are not known. */
    public String below() {
        var figures = organization().figures();
        return figures == null
                ? organization().slug()
                : Messages.text("shell.switcher.below", organization().slug(), figures.members());
    }
}
