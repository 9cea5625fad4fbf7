package steward.store;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads rows out of the trees of a damaged database (SQLite's file format): a cell that is none is left out, a page that is
 * none too, and what is left is read. Remembers which pages it saw. Not thread-safe.
 */
final class BTree {

    /**
     * What stands in a cell.
     *
     * @param rowid of a table that has one, else null
     * @param values text, {@code Long}, {@code Double}, bytes or null
     */
    record Row(Long rowid, List<Object> values) {}

    private static final int INDEX_NODE = 2;
    private static final int TABLE_NODE = 5;
    private static final int INDEX_LEAF = 10;
    private static final int TABLE_LEAF = 13;
    private static final int FILE_HEADER = 100;
    /** No row of ours is longer by far; a length that is, is none. */
    private static final int LONGEST = 64 * 1024 * 1024;

    private final Pages pages;
    private final BitSet seen = new BitSet();
    private final BitSet chained = new BitSet();

    BTree(Pages pages) {
        this.pages = pages;
    }

    /** Hands over all rows under a page. */
    void walk(int root, Consumer<Row> rows) throws IOException {
        Deque<Integer> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            int number = open.pop();
            if (number < 1 || number > pages.count() || seen.get(number)) continue;
            seen.set(number);
            page(number, rows, open);
        }
    }

    /** Hands over the rows of pages that no tree led to: their parents are damaged. */
    void walkLost(BitSet free, Consumer<Row> rows) throws IOException {
        for (int number = 2; number <= pages.count(); number++) {
            if (!seen.get(number) && !chained.get(number) && !free.get(number)) walk(number, rows);
        }
    }

    private void page(int number, Consumer<Row> rows, Deque<Integer> below) throws IOException {
        ByteBuffer page = pages.page(number);
        int at = number == 1 ? FILE_HEADER : 0;
        int type = page.get(at);
        boolean node = type == INDEX_NODE || type == TABLE_NODE;
        if (!node && type != INDEX_LEAF && type != TABLE_LEAF) return;
        if (node) below.push(page.getInt(at + 8));
        int pointers = at + (node ? 12 : 8);
        int most = (Pages.SIZE - pointers) / 2;
        int cells = Math.min(page.getShort(at + 3) & 0xffff, most);
        for (int i = 0; i < cells; i++) {
            int cell = page.getShort(pointers + 2 * i) & 0xffff;
            if (cell < pointers || cell > Pages.SIZE - 4) continue;
            if (node) below.push(page.getInt(cell));
            if (type != TABLE_NODE)
                row(page.duplicate().position(node ? cell + 4 : cell), type).ifPresent(rows);
        }
    }

    private Optional<Row> row(ByteBuffer cell, int type) throws IOException {
        try {
            long length = varint(cell);
            if (length < 1 || length > Math.min(LONGEST, (long) pages.count() * Pages.SIZE)) return Optional.empty();
            Long rowid = type == TABLE_LEAF ? varint(cell) : null;
            Optional<ByteBuffer> payload = payload(cell, (int) length, type == TABLE_LEAF);
            return payload.isEmpty() ? Optional.empty() : Optional.of(new Row(rowid, values(payload.get())));
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            // no cell, or one that damage has hit
            return Optional.empty();
        }
    }

    /** What does not fit into a page goes on in a chain of others. */
    private Optional<ByteBuffer> payload(ByteBuffer cell, int length, boolean table) throws IOException {
        int most = table ? Pages.SIZE - 35 : (Pages.SIZE - 12) * 64 / 255 - 23;
        int least = (Pages.SIZE - 12) * 32 / 255 - 23;
        int spilled = least + (length - least) % (Pages.SIZE - 4);
        int here = length <= most ? length : spilled <= most ? spilled : least;
        if (here > cell.remaining()) return Optional.empty();
        ByteBuffer payload = ByteBuffer.allocate(length);
        payload.put(cell.slice(cell.position(), here));
        int next = length > here ? cell.getInt(cell.position() + here) : 0;
        while (payload.hasRemaining()) {
            if (next < 1 || next > pages.count()) return Optional.empty();
            chained.set(next);
            ByteBuffer page = pages.page(next);
            next = page.getInt();
            payload.put(page.slice(4, Math.min(payload.remaining(), Pages.SIZE - 4)));
        }
        return Optional.of(payload.flip());
    }

    private static List<Object> values(ByteBuffer payload) {
        long headerEnd = varint(payload);
        if (headerEnd > payload.limit()) throw new IllegalArgumentException("no record");
        List<Long> types = new ArrayList<>();
        while (payload.position() < headerEnd) types.add(varint(payload));
        List<Object> values = new ArrayList<>();
        for (long type : types) values.add(value(payload, type));
        if (payload.hasRemaining()) throw new IllegalArgumentException("no record");
        return values;
    }

    private static Object value(ByteBuffer in, long type) {
        if (type < 0 || type > 2L * LONGEST) throw new IllegalArgumentException("no type");
        return switch ((int) type) {
            case 0 -> null;
            case 1, 2, 3, 4 -> number(in, (int) type);
            case 5 -> number(in, 6);
            case 6 -> in.getLong();
            case 7 -> in.getDouble();
            case 8 -> 0L;
            case 9 -> 1L;
            case 10, 11 -> throw new IllegalArgumentException("no type");
            default -> bytes(in, (int) type);
        };
    }

    private static Object bytes(ByteBuffer in, int type) {
        int length = (type - 12) / 2;
        if (length > in.remaining()) throw new BufferUnderflowException();
        byte[] bytes = new byte[length];
        in.get(bytes);
        return type % 2 == 0 ? bytes : new String(bytes, StandardCharsets.UTF_8);
    }

    private static long number(ByteBuffer in, int bytes) {
        long value = in.get();
        for (int i = 1; i < bytes; i++) value = value << 8 | in.get() & 0xff;
        return value;
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (int i = 0; i < 8; i++) {
            byte next = in.get();
            value = value << 7 | next & 0x7f;
            if (next >= 0) return value;
        }
        return value << 8 | in.get() & 0xff;
    }
}
