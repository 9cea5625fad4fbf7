package steward.api;

/**
 * Figures of an organization in the switcher.
 */
public record OrganizationFigures(
        int members,
        int pendingInvitations,
        int licensesInUse,
        int licensesOwned,
        int refusedStarts7Days,
        BillingState billingState) {
    public OrganizationFigures {
        Check.present("billingState", billingState);
    }
}
