package steward.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Optional;

/** The pages of a database file as they were last committed, read without SQLite: it refuses what is damaged. */
final class Pages implements Closeable {

    /** Of every file of ours: SQLite's own choice, never changed. */
    static final int SIZE = 4096;

    private static final String MAGIC = "SQLite format 3\0";

    private final FileChannel file;
    private final Optional<FileChannel> logFile;
    private final WriteAheadLog log;
    private final int count;

    private Pages(FileChannel file, Optional<FileChannel> logFile, WriteAheadLog log) throws IOException {
        this.file = file;
        this.logFile = logFile;
        this.log = log;
        int inFile = (int) Math.min(Integer.MAX_VALUE - 1, (file.size() + SIZE - 1) / SIZE);
        this.count = Math.max(log.pages(), inFile);
    }

    static Pages open(Path path) throws IOException {
        WriteAheadLog log = WriteAheadLog.of(path);
        Optional<FileChannel> logFile =
                log.offsets().isEmpty() ? Optional.empty() : Optional.of(FileChannel.open(WriteAheadLog.beside(path)));
        return new Pages(FileChannel.open(path), logFile, log);
    }

    int count() {
        return count;
    }

    /** A page, counted from 1; missing or cut off, its rest is zero. */
    ByteBuffer page(int number) throws IOException {
        Long inLog = log.offsets().get(number);
        ByteBuffer read = inLog == null
                ? WriteAheadLog.read(file, (number - 1L) * SIZE, SIZE)
                : WriteAheadLog.read(logFile.orElseThrow(), inLog, SIZE);
        return read.limit(SIZE);
    }

    /** The pages that hold nothing; empty when damage keeps that from being known. */
    Optional<BitSet> free() throws IOException {
        ByteBuffer first = page(1);
        if (!StandardCharsets.ISO_8859_1
                .decode(first.slice(0, MAGIC.length()))
                .toString()
                .equals(MAGIC)) {
            return Optional.empty();
        }
        BitSet free = new BitSet();
        for (int trunk = first.getInt(32); trunk != 0; trunk = page(trunk).getInt(0)) {
            if (trunk < 0 || trunk > count || free.get(trunk)) return Optional.empty();
            free.set(trunk);
            ByteBuffer list = page(trunk);
            int leaves = list.getInt(4);
            if (leaves < 0 || leaves > SIZE / 4 - 2) return Optional.empty();
            for (int i = 0; i < leaves; i++) {
                int leaf = list.getInt(8 + 4 * i);
                if (leaf <= 0) return Optional.empty();
                free.set(leaf);
            }
        }
        return free.cardinality() == first.getInt(36) ? Optional.of(free) : Optional.empty();
    }

    @Override
    public void close() throws IOException {
        file.close();
        if (logFile.isPresent()) logFile.get().close();
    }
}
