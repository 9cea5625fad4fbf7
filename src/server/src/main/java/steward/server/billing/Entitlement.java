package steward.server.billing;

import steward.api.PlanChoice;

/** What a choice gives. */
public record Entitlement(int licenses, long storageBytes, int participants, int meetingMinutes) {
    public static Entitlement of(PlanChoice choice) {
        return Prices.gives(choice);
    }

    boolean atLeast(Entitlement other) {
        return licenses >= other.licenses
                && storageBytes >= other.storageBytes
                && participants >= other.participants
                && meetingMinutes >= other.meetingMinutes;
    }
}
