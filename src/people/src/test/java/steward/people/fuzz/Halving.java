package steward.people.fuzz;

import java.io.IOException;
import java.util.Arrays;

/** Makes an input smaller as long as it goes wrong: takes pieces out, large ones first, then ever smaller ones. */
final class Halving {
    private Halving() {}

    /** Whether an input still goes wrong. */
    @FunctionalInterface
    interface Wrong {
        boolean test(byte[] input) throws IOException;
    }

    static byte[] smallest(byte[] input, Wrong wrong) throws IOException {
        byte[] small = input;
        for (int piece = Math.max(1, input.length / 2); piece > 0; piece /= 2) {
            for (int from = 0; from < small.length; ) {
                byte[] less = without(small, from, piece);
                if (wrong.test(less)) small = less;
                else from += piece;
            }
        }
        return small;
    }

    private static byte[] without(byte[] input, int from, int length) {
        int to = Math.min(input.length, from + length);
        byte[] less = Arrays.copyOf(input, input.length - (to - from));
        System.arraycopy(input, to, less, from, input.length - to);
        return less;
    }
}
