package steward.app.recordings;

import java.util.List;

/**
 * How the pooled storage is used, in bytes.
 *
 * @param limit what plan and add-ons give, or 0 when not known
 */
record StorageUse(long kept, long bin, long limit) {

    static StorageUse of(List<RecordingRow> rows, long limit) {
        long bin = rows.stream()
                .filter(RecordingRow::inBin)
                .mapToLong(row -> row.recording().bytes())
                .sum();
        long all = rows.stream().mapToLong(row -> row.recording().bytes()).sum();
        return new StorageUse(all - bin, bin, limit);
    }

    long used() {
        return kept + bin;
    }
}
