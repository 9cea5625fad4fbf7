package steward.api;

/**
 * How many of each add-on.
 */
public record AddOns(int licenses, int storage, int participants) {
    public AddOns {
        Check.range("licenses", licenses, 0, 100000);
        Check.range("storage", storage, 0, 100000);
        Check.range("participants", participants, 0, 100000);
    }
}
