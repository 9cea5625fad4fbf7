package steward.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which rows hold the same address, in about 45 bytes a row: 128 bits of a cryptographic hash stand for the address, so
 * that two different people are never taken for one, by chance or on purpose. Rows of one address form a chain in their
 * order, so a changed row can leave one chain and join another. Not thread-safe.
 */
final class Repeats {
    private static final int NONE = -1;
    private final MessageDigest digest;
    private int[] slots = filled(1 << 10);
    private long[] high = new long[512];
    private long[] low = new long[512];
    private int[] firstRow = new int[512];
    private int[] lastRow = new int[512];
    private int addresses;
    private int[] addressOf = filled(512);
    private int[] nextRow = filled(512);

    Repeats() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * Puts a row under its address.
     *
     * @param normal the address in normal form, or null when the row has none that counts
     * @return the first row of that address, which may be the row itself; -1 without address
     */
    int put(int row, String normal) {
        ensureRow(row);
        int address = normal == null ? NONE : address(normal);
        if (addressOf[row] != address) {
            leave(row);
            if (address != NONE) join(row, address);
        }
        return address == NONE ? NONE : firstRow[address];
    }

    /** The other rows under the address this row is under now. */
    List<Integer> others(int row) {
        List<Integer> others = new ArrayList<>();
        if (row >= addressOf.length || addressOf[row] == NONE) return others;
        for (int other = firstRow[addressOf[row]]; other != NONE; other = nextRow[other]) {
            if (other != row) others.add(other);
        }
        return others;
    }

    private void leave(int row) {
        int address = addressOf[row];
        if (address == NONE) return;
        if (firstRow[address] == row) {
            firstRow[address] = nextRow[row];
        } else {
            int before = firstRow[address];
            while (nextRow[before] != row) before = nextRow[before];
            nextRow[before] = nextRow[row];
            if (lastRow[address] == row) lastRow[address] = before;
        }
        nextRow[row] = NONE;
        addressOf[row] = NONE;
    }

    private void join(int row, int address) {
        addressOf[row] = address;
        int first = firstRow[address];
        if (first == NONE || row < first) {
            nextRow[row] = first;
            firstRow[address] = row;
            if (first == NONE) lastRow[address] = row;
            return;
        }
        // Rows mostly come in order: then the chain need not be walked, however often an address repeats.
        int before = lastRow[address] < row ? lastRow[address] : first;
        while (nextRow[before] != NONE && nextRow[before] < row) before = nextRow[before];
        nextRow[row] = nextRow[before];
        nextRow[before] = row;
        if (nextRow[row] == NONE) lastRow[address] = row;
    }

    private int address(String normal) {
        byte[] hash = digest.digest(normal.getBytes(StandardCharsets.UTF_8));
        long h = bits(hash, 0);
        long l = bits(hash, 8);
        int slot = slot(h, l);
        if (slots[slot] != NONE) return slots[slot];
        if (addresses == high.length) grow();
        if ((addresses + 1) * 3L > slots.length * 2L) rehash();
        high[addresses] = h;
        low[addresses] = l;
        firstRow[addresses] = NONE;
        slots[slot(h, l)] = addresses;
        return addresses++;
    }

    private int slot(long h, long l) {
        int mask = slots.length - 1;
        int slot = (int) h & mask;
        while (slots[slot] != NONE && (high[slots[slot]] != h || low[slots[slot]] != l)) slot = (slot + 1) & mask;
        return slot;
    }

    private void rehash() {
        slots = filled(slots.length * 2);
        for (int i = 0; i < addresses; i++) slots[slot(high[i], low[i])] = i;
    }

    private void grow() {
        int more = high.length + (high.length >> 1);
        high = Arrays.copyOf(high, more);
        low = Arrays.copyOf(low, more);
        firstRow = Arrays.copyOf(firstRow, more);
        lastRow = Arrays.copyOf(lastRow, more);
    }

    private void ensureRow(int row) {
        int had = addressOf.length;
        if (row < had) return;
        int more = Math.max(row + 1, had + (had >> 1));
        addressOf = Arrays.copyOf(addressOf, more);
        nextRow = Arrays.copyOf(nextRow, more);
        Arrays.fill(addressOf, had, more, NONE);
        Arrays.fill(nextRow, had, more, NONE);
    }

    private static int[] filled(int size) {
        int[] array = new int[size];
        Arrays.fill(array, NONE);
        return array;
    }

    private static long bits(byte[] hash, int from) {
        long bits = 0;
        for (int i = from; i < from + 8; i++) bits = bits << 8 | hash[i] & 0xFF;
        return bits;
    }
}
