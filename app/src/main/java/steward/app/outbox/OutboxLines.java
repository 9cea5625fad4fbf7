package steward.app.outbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import steward.store.Directory;
import steward.store.Operation;
import steward.sync.SendingState;

/** Arranges operations by organization and state; those staged together stand as one line. */
final class OutboxLines {

    /** Operations of one batch, kind and state are one line. */
    private record Together(UUID batch, Object kind, Object state) {}

    private OutboxLines() {}

    /** @param sums of all there is; empty when only some were looked for */
    static List<OutboxLine> of(
            List<Operation> operations,
            OutboxSums sums,
            Function<UUID, Directory.Entry> entries,
            Function<UUID, SendingState> sending,
            Predicate<UUID> sentShown) {
        Map<UUID, Map<OutboxGroup, List<Operation>>> arranged = new LinkedHashMap<>();
        for (Operation operation : operations) {
            arranged.computeIfAbsent(operation.orgId(), id -> new EnumMap<>(OutboxGroup.class))
                    .computeIfAbsent(OutboxGroup.of(operation), group -> new ArrayList<>())
                    .add(operation);
        }
        List<OutboxLine> lines = new ArrayList<>();
        arranged.forEach((orgId, groups) -> {
            lines.add(new OutboxLine.Organization(orgId, entries.apply(orgId), sending.apply(orgId)));
            groups.forEach((group, members) -> {
                boolean open = group != OutboxGroup.SENT || sentShown.test(orgId);
                lines.add(new OutboxLine.Heading(
                        orgId, group, Math.max(members.size(), sums.of(orgId, group)), last(members), open));
                if (open) lines.addAll(items(members, sums));
            });
        });
        return lines;
    }

    /** When the newest was answered, or null. */
    private static Instant last(List<Operation> operations) {
        return operations.stream()
                .map(Operation::answeredAt)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(null);
    }

    private static List<OutboxLine.Item> items(List<Operation> operations, OutboxSums sums) {
        Map<Object, List<Operation>> together = new LinkedHashMap<>();
        for (Operation operation : operations) {
            Object key = operation.batchId() == null || OutboxGroup.of(operation) == OutboxGroup.ATTENTION
                    ? operation.id()
                    : new Together(operation.batchId(), operation.kind(), operation.state());
            together.computeIfAbsent(key, each -> new ArrayList<>()).add(operation);
        }
        return together.values().stream()
                .map(all -> all.size() == 1
                        ? new OutboxLine.Item(all)
                        : new OutboxLine.Item(all, Math.max(all.size(), sums.like(all.getFirst()))))
                .toList();
    }
}
