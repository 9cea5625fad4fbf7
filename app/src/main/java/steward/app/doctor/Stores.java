package steward.app.doctor;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import steward.store.Checkup;
import steward.store.Checkup.FileState;
import steward.store.OperationState;
import steward.store.StoreException;

/** How it stands with what is kept of one account, which is told by its number. */
record Stores(int number, Path folder) {
    private static final Duration LONG = Duration.ofDays(1);
    private static final int KIBI = 1024;

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        List<FileState> files = Checkup.files(folder);
        for (FileState each : files) {
            findings.add(finding(each));
        }
        for (Path aside : Checkup.keptAside(folder)) {
            findings.add(Finding.note("store.aside", number, aside.toString()));
        }
        boolean readable =
                files.stream().anyMatch(each -> each.file().endsWith("work.db") && each.state() == Checkup.State.SOUND);
        if (readable) {
            findings.add(outbox());
        }
        return findings;
    }

    private Finding finding(FileState state) {
        String file = state.file().toString();
        return switch (state.state()) {
            case SOUND ->
                Finding.ok(
                        "store.sound",
                        number,
                        folder.relativize(state.file()).toString(),
                        state.bytes() / KIBI,
                        state.version());
            case DAMAGED -> Finding.broken("store.damaged", number, file);
            case NEWER -> Finding.broken("store.newer", file);
            case UNREADABLE -> Finding.broken("store.unreadable", file);
        };
    }

    private Finding outbox() {
        try {
            Checkup.Work work = Checkup.work(folder);
            Object[] counts = {
                number,
                count(work, OperationState.HELD),
                count(work, OperationState.QUEUED),
                count(work, OperationState.IN_FLIGHT),
                count(work, OperationState.ATTENTION),
                work.drafts(),
                hours(work.oldestUnsent())
            };
            boolean waitsLong = work.oldestUnsent() != null
                    && work.oldestUnsent().isBefore(Instant.now().minus(LONG));
            return waitsLong || count(work, OperationState.ATTENTION) > 0
                    ? Finding.note("outbox", counts)
                    : Finding.ok("outbox", counts);
        } catch (StoreException e) {
            return Finding.broken("store.unreadable", e.file().toString());
        }
    }

    private static int count(Checkup.Work work, OperationState state) {
        return work.operations().getOrDefault(state, 0);
    }

    private static long hours(Instant oldest) {
        return oldest == null ? -1 : Duration.between(oldest, Instant.now()).toHours();
    }
}
