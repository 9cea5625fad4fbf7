package steward.store.disk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import steward.store.disk.Trace.Event;

/**
 * A disk that promises only what was synced: a file's bytes since its last sync, and names since the folder's, may each
 * be there or not after a power cut, and a write may be there in part, a sector at a time.
 */
final class Platter {

    private static final int SECTOR = 512;

    /** A file's bytes; a name can come to stand for another. */
    private static final class Inode {
        private byte[] bytes;
        private int size;
        private final List<Event> unsynced = new ArrayList<>();

        Inode(byte[] bytes) {
            this.bytes = bytes;
            this.size = bytes.length;
        }

        void sync() {
            unsynced.forEach(this::apply);
            unsynced.clear();
        }

        void apply(Event event) {
            if (event instanceof Event.Write write) write(write, 0, write.bytes().length);
            else resize(((Event.Truncate) event).size());
        }

        void tear(Event.Write write, Random random) {
            int from = 0;
            while (from < write.bytes().length) {
                int to = Math.min(write.bytes().length, from + SECTOR - (write.offset() + from) % SECTOR);
                if (random.nextBoolean()) write(write, from, to);
                from = to;
            }
        }

        private void write(Event.Write write, int from, int to) {
            resize(Math.max(size, write.offset() + to));
            System.arraycopy(write.bytes(), from, bytes, write.offset() + from, to - from);
        }

        private void resize(int to) {
            if (to > bytes.length) bytes = Arrays.copyOf(bytes, to * 2);
            if (to < size) Arrays.fill(bytes, to, size, (byte) 0);
            size = to;
        }
    }

    private record Naming(String file, Inode inode) {}

    private final Map<String, Inode> seen = new HashMap<>();
    private final Map<String, Inode> names = new HashMap<>();
    private final List<Naming> unsyncedNames = new ArrayList<>();
    private int unsynced;

    /** @param before what is there, surely, before the first event */
    Platter(Map<String, byte[]> before) {
        before.forEach((name, bytes) -> names.put(name, new Inode(bytes.clone())));
        seen.putAll(names);
    }

    void happened(Event event) {
        switch (event) {
            case Event.Write write -> inode(write.file()).unsynced.add(write);
            case Event.Truncate truncate -> inode(truncate.file()).unsynced.add(truncate);
            case Event.Sync sync -> inode(sync.file()).sync();
            case Event.Create create -> {
                if (!seen.containsKey(create.file())) rename(create.file(), new Inode(new byte[0]));
            }
            case Event.Remove remove -> rename(remove.file(), null);
            case Event.SyncFolder _ -> {
                unsyncedNames.forEach(this::apply);
                unsyncedNames.clear();
            }
            case Event.Told _ -> {}
        }
    }

    /** Cuts the power: what the disk holds then. */
    Map<String, byte[]> cut(Random random) {
        int kept = random.nextInt(5);
        unsyncedNames.stream().filter(_ -> random.nextInt(4) < kept).forEach(this::apply);
        Map<String, byte[]> files = new HashMap<>();
        names.forEach((name, inode) -> {
            unsynced += inode.unsynced.size();
            for (Event each : inode.unsynced) {
                if (random.nextInt(4) < kept) inode.apply(each);
                else if (each instanceof Event.Write write && random.nextInt(3) == 0) inode.tear(write, random);
            }
            files.put(name, Arrays.copyOf(inode.bytes, inode.size));
        });
        return files;
    }

    /** How many calls were at risk when the power was cut. */
    int unsynced() {
        return unsynced;
    }

    private Inode inode(String file) {
        Inode inode = seen.get(file);
        if (inode == null) throw new IllegalStateException("never made: " + file);
        return inode;
    }

    private void rename(String file, Inode inode) {
        if (inode == null) seen.remove(file);
        else seen.put(file, inode);
        unsyncedNames.add(new Naming(file, inode));
    }

    private void apply(Naming naming) {
        if (naming.inode() == null) names.remove(naming.file());
        else names.put(naming.file(), naming.inode());
    }
}
