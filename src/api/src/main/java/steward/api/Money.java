package steward.api;

import java.math.BigInteger;

/**
 * An exact amount.
 *
 * @param minor in minor units of the currency; negative for a credit
 * @param currency ISO 4217
 */
public record Money(long minor, String currency) {
    public Money {
        Check.text("currency", currency, 3, 3);
    }

    public Money plus(Money other) {
        if (!currency.equals(other.currency)) throw new IllegalArgumentException("different currencies");
        return new Money(Math.addExact(minor, other.minor), currency);
    }

    /** The share {@code part/whole} of it, rounded half up (away from zero), once. */
    public Money share(long part, long whole) {
        if (part < 0 || whole <= 0) throw new IllegalArgumentException("a share has a part >= 0 and a whole > 0");
        BigInteger doubled = BigInteger.valueOf(Math.abs(minor))
                .multiply(BigInteger.valueOf(part))
                .shiftLeft(1)
                .add(BigInteger.valueOf(whole));
        long rounded = doubled.divide(BigInteger.valueOf(whole).shiftLeft(1)).longValueExact();
        return new Money(minor < 0 ? -rounded : rounded, currency);
    }
}
