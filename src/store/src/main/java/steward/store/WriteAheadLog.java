package steward.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Which pages the log beside a database replaces, as far as its checksums hold; read without SQLite, which forgets a log
 * whose begin is damaged without a word.
 *
 * @param offsets where the last committed form of a page begins in the log
 * @param pages how many pages the database has after the last commit; 0 when there is none
 * @param damaged whether it is longer than its begin and that begin is none
 */
record WriteAheadLog(Map<Integer, Long> offsets, int pages, boolean damaged) {

    private static final WriteAheadLog NONE = new WriteAheadLog(Map.of(), 0, false);
    private static final int HEADER = 32;
    private static final int FRAME = 24;
    private static final int MAGIC = 0x377f0682;

    static Path beside(Path file) {
        return file.resolveSibling(file.getFileName() + "-wal");
    }

    static WriteAheadLog of(Path file) throws IOException {
        Path log = beside(file);
        if (!Files.isRegularFile(log) || Files.size(log) < HEADER + FRAME + Pages.SIZE) return NONE;
        try (FileChannel in = FileChannel.open(log)) {
            ByteBuffer header = read(in, 0, HEADER);
            // the last bit of the magic number tells how numbers are read for the sums
            Sum sum = new Sum((header.getInt(0) & 1) == 1 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
            sum.add(header, 0, FRAME);
            boolean sound = (header.getInt(0) & ~1) == MAGIC && header.getInt(8) == Pages.SIZE && sum.is(header, FRAME);
            return sound ? frames(in, header.getLong(16), sum) : new WriteAheadLog(Map.of(), 0, true);
        }
    }

    private static WriteAheadLog frames(FileChannel in, long salt, Sum sum) throws IOException {
        Map<Integer, Long> committed = new HashMap<>();
        Map<Integer, Long> open = new HashMap<>();
        int pages = 0;
        for (long at = HEADER; at + FRAME + Pages.SIZE <= in.size(); at += FRAME + Pages.SIZE) {
            ByteBuffer frame = read(in, at, FRAME + Pages.SIZE);
            sum.add(frame, 0, 8);
            sum.add(frame, FRAME, Pages.SIZE);
            if (frame.getLong(8) != salt || !sum.is(frame, 16)) break;
            open.put(frame.getInt(0), at + FRAME);
            int size = frame.getInt(4);
            if (size == 0) continue;
            committed.putAll(open);
            open.clear();
            pages = size;
        }
        return new WriteAheadLog(committed, pages, false);
    }

    static ByteBuffer read(FileChannel in, long at, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining() && in.read(bytes, at + bytes.position()) >= 0)
            ;
        return bytes.flip();
    }

    /** The running sum of SQLite's file format. */
    private static final class Sum {
        private final ByteOrder order;
        private int first;
        private int second;

        Sum(ByteOrder order) {
            this.order = order;
        }

        void add(ByteBuffer bytes, int from, int length) {
            ByteBuffer numbers = bytes.duplicate().order(order);
            for (int i = from; i < from + length; i += 8) {
                first += numbers.getInt(i) + second;
                second += numbers.getInt(i + 4) + first;
            }
        }

        boolean is(ByteBuffer bytes, int at) {
            return bytes.getInt(at) == first && bytes.getInt(at + 4) == second;
        }
    }
}
