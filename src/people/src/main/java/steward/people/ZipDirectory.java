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
    private static final int LOCAL_HEADER = 30;
    private static final int END_SIZE = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int LARGEST = 1 << 20;

    /** @param offset where its local header begins */
    record Entry(String name, long packed, long size, long offset, boolean encrypted) {}

    private ZipDirectory() {}

    static List<Entry> checked(Path path) throws UnreadableFileException {
        try (SeekableByteChannel file = Files.newByteChannel(path)) {
            ByteBuffer end = end(file);
            int count = end.getShort(10) & 0xFFFF;
            long size = end.getInt(12) & 0xFFFFFFFFL;
            long offset = end.getInt(16) & 0xFFFFFFFFL;
            // 0xFFFF stands for the larger kind of directory, which no honest workbook of this size needs.
            if (count > Limits.ZIP_ENTRIES) throw new UnreadableFileException(Kind.TOO_MANY_PARTS, Limits.ZIP_ENTRIES);
            if (size > LARGEST) throw new UnreadableFileException(Kind.PART_NAME);
            if (offset + size > file.size()) throw new UnreadableFileException(Kind.BROKEN_WORKBOOK);
            List<Entry> entries = entries(read(file, offset, (int) size), count);
            check(entries, offset);
            return entries;
        } catch (IOException e) {
            throw Source.failed(e);
        }
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
            if (at + 46 > directory.limit() || directory.getInt(at) != ENTRY_SIGNATURE) {
                throw new UnreadableFileException(Kind.BROKEN_WORKBOOK);
            }
            int nameLength = directory.getShort(at + 28) & 0xFFFF;
            if (at + 46 + nameLength > directory.limit()) throw new UnreadableFileException(Kind.BROKEN_WORKBOOK);
            byte[] name = new byte[nameLength];
            directory.get(at + 46, name);
            entries.add(new Entry(
                    new String(name, StandardCharsets.UTF_8),
                    directory.getInt(at + 20) & 0xFFFFFFFFL,
                    directory.getInt(at + 24) & 0xFFFFFFFFL,
                    directory.getInt(at + 42) & 0xFFFFFFFFL,
                    (directory.getShort(at + 8) & 1) != 0));
            at += 46 + nameLength + (directory.getShort(at + 30) & 0xFFFF) + (directory.getShort(at + 32) & 0xFFFF);
        }
        return entries;
    }

    private static void check(List<Entry> entries, long directory) throws UnreadableFileException {
        Set<String> names = new HashSet<>();
        long total = 0;
        for (Entry entry : entries) {
            if (entry.encrypted()) throw new UnreadableFileException(Kind.ENCRYPTED);
            if (!honest(entry.name()) || !names.add(entry.name())) throw new UnreadableFileException(Kind.PART_NAME);
            total += entry.size();
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
            end = entry.offset() + LOCAL_HEADER + name + entry.packed();
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
