package steward.people;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import steward.people.UnreadableFileException.Kind;

/**
 * Reads the directory of a zip file and refuses it before anything is unpacked: too many entries, too large, too
 * compressed, names that climb out or come twice, entries that share bytes. What the directory only claims (a size) is
 * held again while unpacking.
 */
final class ZipDirectory {
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int ENTRY_SIGNATURE = 0x02014b50;
    private static final int LOCATOR_SIGNATURE = 0x07064b50;
    private static final int LARGE_SIGNATURE = 0x06064b50;
    private static final int LOCATOR_SIZE = 20;
    private static final int LARGE_END = 56;
    /** Stands for: too large for this field, look into the larger one. */
    private static final long SATURATED = 0xFFFFFFFFL;

    private static final int ENTRY = 46;
    private static final int LOCAL_HEADER = 30;
    private static final int END_SIZE = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int LARGEST = 1 << 20;

    /** @param offset where its local header begins */
    record Entry(String name, long packed, long size, long offset, boolean encrypted) {}

    private ZipDirectory() {}

    static List<Entry> checked(Path path) throws UnreadableFileException {
        try (SeekableByteChannel file = Files.newByteChannel(path)) {
            Directory directory = directory(file);
            if (directory.count() > Limits.ZIP_ENTRIES) {
                throw new UnreadableFileException(Kind.TOO_MANY_PARTS, Limits.ZIP_ENTRIES);
            }
            if (directory.size() > LARGEST) throw new UnreadableFileException(Kind.PART_NAME);
            long offset = directory.offset();
            if (offset < 0 || offset > file.size() || directory.size() > file.size() - offset) {
                throw new UnreadableFileException(Kind.BROKEN_WORKBOOK);
            }
            int count = (int) directory.count();
            int size = (int) directory.size();
            List<Entry> entries = entries(read(file, offset, size), count);
            check(entries, offset);
            return entries;
        } catch (IOException e) {
            throw Source.failed(e);
        }
    }

    private record Directory(long count, long size, long offset) {}

    /** Some writers always use the larger form of the directory, which is found by a locator before the end. */
    private static Directory directory(SeekableByteChannel file) throws IOException, UnreadableFileException {
        ByteBuffer tail = end(file);
        int count = tail.getShort(10) & 0xFFFF;
        long offset = tail.getInt(16) & SATURATED;
        if (count != 0xFFFF && offset != SATURATED) return new Directory(count, tail.getInt(12) & SATURATED, offset);
        long locator = file.size() - tail.limit() - LOCATOR_SIZE;
        ByteBuffer large = read(file, Math.max(0, locator), LOCATOR_SIZE);
        if (large.limit() < LOCATOR_SIZE || large.getInt(0) != LOCATOR_SIGNATURE) {
            throw new UnreadableFileException(Kind.BROKEN_WORKBOOK);
        }
        long at = large.getLong(8);
        if (at < 0 || at > file.size() - LARGE_END) throw new UnreadableFileException(Kind.BROKEN_WORKBOOK);
        ByteBuffer end = read(file, at, LARGE_END);
        if (end.getInt(0) != LARGE_SIGNATURE || end.getLong(32) < 0 || end.getLong(40) < 0) {
            throw new UnreadableFileException(Kind.BROKEN_WORKBOOK);
        }
        return new Directory(end.getLong(32), end.getLong(40), end.getLong(48));
    }

    private static ByteBuffer end(SeekableByteChannel file) throws IOException, UnreadableFileException {
        int length = (int) Math.min(file.size(), END_SIZE + LONGEST_COMMENT);
        ByteBuffer tail = read(file, file.size() - length, length);
        for (int i = length - END_SIZE; i >= 0; i--) {
            if (tail.getInt(i) == END_SIGNATURE) {
                return tail.slice(i, length - i).order(ByteOrder.LITTLE_ENDIAN);
            }
        }
        throw new UnreadableFileException(Kind.BROKEN_WORKBOOK);
    }

    private static List<Entry> entries(ByteBuffer directory, int count) throws UnreadableFileException {
        List<Entry> entries = new ArrayList<>(count);
        int at = 0;
        for (int i = 0; i < count; i++) {
            if (at + ENTRY > directory.limit() || directory.getInt(at) != ENTRY_SIGNATURE) {
                throw new UnreadableFileException(Kind.BROKEN_WORKBOOK);
            }
            int name = directory.getShort(at + 28) & 0xFFFF;
            int extra = directory.getShort(at + 30) & 0xFFFF;
            int comment = directory.getShort(at + 32) & 0xFFFF;
            if (at + ENTRY + name + extra + comment > directory.limit()) {
                throw new UnreadableFileException(Kind.BROKEN_WORKBOOK);
            }
            entries.add(entry(directory.slice(at, ENTRY + name + extra).order(ByteOrder.LITTLE_ENDIAN), name));
            at += ENTRY + name + extra + comment;
        }
        return entries;
    }

    private static Entry entry(ByteBuffer entry, int nameLength) throws UnreadableFileException {
        byte[] name = new byte[nameLength];
        entry.get(ENTRY, name);
        // Size, packed size and offset, in the order in which the larger fields follow.
        long[] sizes = {entry.getInt(24) & SATURATED, entry.getInt(20) & SATURATED, entry.getInt(42) & SATURATED};
        enlarge(sizes, entry, ENTRY + nameLength);
        for (long size : sizes) {
            if (size < 0) throw new UnreadableFileException(Kind.BROKEN_WORKBOOK);
        }
        boolean encrypted = (entry.getShort(8) & 1) != 0;
        return new Entry(new String(name, StandardCharsets.UTF_8), sizes[1], sizes[0], sizes[2], encrypted);
    }

    private static void enlarge(long[] sizes, ByteBuffer entry, int from) {
        int at = from;
        while (at + 4 <= entry.limit()) {
            int id = entry.getShort(at) & 0xFFFF;
            int end = at + 4 + (entry.getShort(at + 2) & 0xFFFF);
            int field = at + 4;
            for (int i = 0; id == 1 && i < sizes.length; i++) {
                if (sizes[i] == SATURATED && field + 8 <= Math.min(end, entry.limit())) {
                    sizes[i] = entry.getLong(field);
                    field += 8;
                }
            }
            at = end;
        }
    }

    private static void check(List<Entry> entries, long directory) throws UnreadableFileException {
        Set<String> names = new HashSet<>();
        long total = 0;
        for (Entry entry : entries) {
            if (entry.encrypted()) throw new UnreadableFileException(Kind.ENCRYPTED);
            if (!honest(entry.name()) || !names.add(entry.name())) throw new UnreadableFileException(Kind.PART_NAME);
            total = Math.addExact(total, Math.min(entry.size(), Limits.ZIP_TOTAL + 1));
            if (total > Limits.ZIP_TOTAL) throw new UnreadableFileException(Kind.TOO_LARGE_INSIDE, Limits.ZIP_TOTAL);
            boolean dense = entry.size() > Limits.ZIP_RATIO_FROM
                    && entry.size() / Math.max(1, entry.packed()) > Limits.ZIP_RATIO;
            if (dense) throw new UnreadableFileException(Kind.TOO_COMPRESSED, Limits.ZIP_RATIO);
        }
        List<Entry> inOrder = new ArrayList<>(entries);
        inOrder.sort(Comparator.comparingLong(Entry::offset));
        long end = 0;
        for (Entry entry : inOrder) {
            if (entry.offset() < end) throw new UnreadableFileException(Kind.PARTS_OVERLAP);
            int name = entry.name().getBytes(StandardCharsets.UTF_8).length;
            end = entry.offset() + LOCAL_HEADER + name + Math.min(entry.packed(), SATURATED * 2);
        }
        if (end > directory) throw new UnreadableFileException(Kind.PARTS_OVERLAP);
    }

    private static boolean honest(String name) {
        return !name.isEmpty()
                && name.length() <= Limits.ZIP_NAME
                && !name.startsWith("/")
                && name.indexOf('\0') < 0
                && name.indexOf(':') < 0
                && !List.of(name.split("[/\\\\]")).contains("..");
    }

    private static ByteBuffer read(SeekableByteChannel file, long at, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        file.position(at);
        while (buffer.hasRemaining() && file.read(buffer) >= 0) {
            // until full or at the end
        }
        return buffer.flip();
    }
}
