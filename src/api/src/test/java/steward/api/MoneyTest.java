package steward.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {
    private static final int TRIES = 20_000;
    private static final long SEED = 20260301;

    @ParameterizedTest
    @CsvSource({
        "100, 1, 2, 50",
        "1, 1, 2, 1",
        "-1, 1, 2, -1",
        "3, 1, 2, 2",
        "-3, 1, 2, -2",
        "100, 1, 3, 33",
        "100, 2, 3, 67",
        "1, 0, 5, 0",
        "7, 5, 5, 7",
        "1, 1, 3, 0",
    })
    void roundsHalfAwayFromZero(long minor, long part, long whole, long expected) {
        assertThat(euros(minor).share(part, whole).minor()).isEqualTo(expected);
    }

    @Test
    void agreesWithExactArithmetic() {
        each((minor, part, whole) -> {
            long expected = BigDecimal.valueOf(minor)
                    .multiply(BigDecimal.valueOf(part))
                    .divide(BigDecimal.valueOf(whole), 0, RoundingMode.HALF_UP)
                    .longValueExact();
            return euros(minor).share(part, whole).minor() == expected;
        });
    }

    @Test
    void isTheSameForACreditAsForADebit() {
        each((minor, part, whole) -> euros(-minor).share(part, whole).minor()
                == -euros(minor).share(part, whole).minor());
    }

    @Test
    void partsDifferFromTheWholeByLessThanOneEach() {
        each((minor, part, whole) -> {
            long used = Math.min(part, whole);
            long sum = euros(minor).share(used, whole).minor()
                    + euros(minor).share(whole - used, whole).minor();
            return Math.abs(sum - minor) <= 1;
        });
    }

    @Test
    void neverFallsAsThePartGrows() {
        each((minor, part, whole) -> euros(Math.abs(minor)).share(part, whole).minor()
                <= euros(Math.abs(minor)).share(part + 1, whole).minor());
    }

    @Test
    void refusesWhatIsNoShareAndOverflow() {
        assertThatThrownBy(() -> euros(1).share(1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> euros(1).share(-1, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> euros(Long.MAX_VALUE).share(2, 1)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> euros(Long.MAX_VALUE).plus(euros(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> euros(1).plus(new Money(1, "USD"))).isInstanceOf(IllegalArgumentException.class);
    }

    private interface Property {
        boolean holds(long minor, long part, long whole);
    }

    /** Tries a property on amounts and shares of every size; a failure is made small before it is told. */
    private static void each(Property property) {
        Random random = new Random(SEED);
        for (int i = 0; i < TRIES; i++) {
            long minor = random.nextLong() >> random.nextInt(24, 64);
            long whole = 1 + (random.nextLong() >>> random.nextInt(32, 64));
            long part = random.nextLong(whole + 1);
            if (!property.holds(minor, part, whole)) {
                long small = shrink(minor, each -> !property.holds(each, part, whole));
                throw new AssertionError("minor " + small + " part " + part + " whole " + whole);
            }
        }
    }

    /** Halves as long as it still fails. */
    private static long shrink(long failing, LongPredicate fails) {
        long smallest = failing;
        while (smallest != 0 && fails.test(smallest / 2)) smallest /= 2;
        return smallest;
    }

    private static Money euros(long minor) {
        return new Money(minor, "EUR");
    }
}
