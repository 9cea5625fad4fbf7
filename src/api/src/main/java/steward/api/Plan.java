package steward.api;

/**
 * A plan of the catalog; lengths in minutes, sizes in bytes, prices in minor units.
 */
public record Plan(
        PlanId id,
        long monthlyPrice,
        long yearlyPrice,
        int licenses,
        long storageBytes,
        int participants,
        int meetingMinutes,
        boolean addOnsAllowed) {
    public Plan {
        Check.present("id", id);
    }
}
