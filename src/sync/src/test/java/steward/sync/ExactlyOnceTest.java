package steward.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import steward.api.Ids;
import steward.store.Operation;

/** Whatever is lost, doubled or cut on the way, and whenever the program ends: each operation has exactly one effect. */
class ExactlyOnceTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyOperationHasExactlyOneEffect(long seed) throws Exception {
        assertThat(ExactlyOnceRun.of(folder, seed, given -> given)).isEmpty();
    }

    /** Control: the same run must notice a client that makes a new key for each attempt. */
    @Test
    void noticesAFreshKeyForEachRetry() throws Exception {
        assertThat(ExactlyOnceRun.of(folder, 1, FreshKeys::new)).anyMatch(each -> each.contains("too often"));
    }

    /** Control: the same run must notice a client that calls it done before it was sent. */
    @Test
    void noticesDoneBeforeSent() throws Exception {
        assertThat(ExactlyOnceRun.of(folder, 1, DoneBeforeSent::new)).anyMatch(each -> each.contains("lost"));
    }

    /** A planted bug: what is sent again has another key. */
    private record FreshKeys(Courier wire) implements Courier {
        @Override
        public List<Receipt> deliver(UUID orgId, List<Operation> operations) {
            Map<UUID, UUID> real = new HashMap<>();
            List<Operation> disguised = operations.stream()
                    .map(each -> {
                        UUID fresh = Ids.next();
                        real.put(fresh, each.id());
                        return withId(each, fresh);
                    })
                    .toList();
            return wire.deliver(orgId, disguised).stream()
                    .map(each -> new Receipt(
                            real.get(each.operationId()),
                            each.status(),
                            each.outcome(),
                            each.problem(),
                            each.changeSeq(),
                            each.etag()))
                    .toList();
        }
    }

    /** A planted bug: the answer is not waited for. */
    private record DoneBeforeSent(Courier wire) implements Courier {
        @Override
        public List<Receipt> deliver(UUID orgId, List<Operation> operations) {
            Thread.ofVirtual().start(() -> {
                try {
                    wire.deliver(orgId, operations);
                } catch (SyncException lost) {
                    // that is the bug
                }
            });
            return operations.stream()
                    .map(each -> new Receipt(each.id(), 200, null, null, 1L, null))
                    .toList();
        }
    }

    private static Operation withId(Operation o, UUID id) {
        return new Operation(
                o.seq(),
                id,
                o.orgId(),
                o.batchId(),
                o.kind(),
                o.objectId(),
                o.subject(),
                o.payload(),
                o.baseEtag(),
                o.base(),
                o.state(),
                o.notBefore(),
                o.attempts(),
                o.nextAttemptAt(),
                o.firstSentAt(),
                o.answeredAt(),
                o.resultStatus(),
                o.outcome(),
                o.problem(),
                o.changeSeq(),
                o.sourceFile(),
                o.sourceRow(),
                o.actor(),
                o.createdAt());
    }
}
