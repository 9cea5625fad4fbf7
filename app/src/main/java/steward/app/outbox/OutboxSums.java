package steward.app.outbox;

import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import steward.store.Operation;
import steward.store.Outbox;

/** How many operations there are, of which very many are not all listed. Immutable. */
record OutboxSums(List<Outbox.Sum> sums) {
    static final OutboxSums NONE = new OutboxSums(List.of());

    long of(OutboxFilter filter) {
        return count(sum -> filter.holds(OutboxGroup.of(sum.state())));
    }

    int of(UUID orgId, OutboxGroup group) {
        return count(sum -> sum.orgId().equals(orgId) && OutboxGroup.of(sum.state()) == group);
    }

    /** Those that stand as one line with that one. */
    int like(Operation one) {
        return count(
                sum -> sum.batchId().equals(one.batchId()) && sum.kind() == one.kind() && sum.state() == one.state());
    }

    private int count(Predicate<Outbox.Sum> which) {
        return sums.stream().filter(which).mapToInt(Outbox.Sum::count).sum();
    }
}
