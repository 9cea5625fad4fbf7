package steward.api;

/** When few licenses are left (domain.md, Licences and meetings: alerts by what remains). */
public final class LicenseAlert {

    private LicenseAlert() {}

    /** With so many licenses left, or fewer, somebody should look. */
    public static int threshold(int owned) {
        if (owned <= 15) return 1;
        if (owned <= 25) return 2;
        if (owned <= 99) return roundedUp(owned, 10);
        if (owned <= 999) return roundedUp(owned, 8);
        return roundedUp(owned, 5);
    }

    /** Whether so few are left that somebody should look; never while none is in use, as with the one of a Free plan. */
    public static boolean isLow(int inUse, int owned) {
        return inUse > 0 && owned - inUse <= threshold(owned);
    }

    private static int roundedUp(int owned, int percent) {
        return Math.ceilDiv(owned * percent, 100);
    }
}
