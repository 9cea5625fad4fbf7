package steward.sync;

import feign.Feign;
import feign.RequestTemplate;
import feign.RetryableException;
import feign.jackson3.Jackson3Encoder;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.UnaryOperator;
import okhttp3.OkHttpClient;
import steward.api.Ids;
import steward.api.Json;
import steward.store.Operation;

/** Bugs that a run over faults and kills must notice: an engine with one of them, or with none. */
public enum Planted {
    NOTHING,
    /** What is sent again has another key. */
    FRESH_KEYS,
    /** The answer is not waited for. */
    DONE_BEFORE_SENT,
    /** Feign as it comes: its own retryer on its own reading of what failed. */
    FEIGNS_RETRYER;

    /** An engine whose waits are drawn from a seed. */
    public Engine open(EngineOptions options, URI server, String token, long seed) {
        return LocalEngine.open(options, new Random(seed), courier(server, token));
    }

    private UnaryOperator<Courier> courier(URI server, String token) {
        return switch (this) {
            case NOTHING -> given -> given;
            case FRESH_KEYS -> FreshKeys::new;
            case DONE_BEFORE_SENT -> DoneBeforeSent::new;
            case FEIGNS_RETRYER -> _ -> new FeignsRetryer(server, token);
        };
    }

    record FreshKeys(Courier wire) implements Courier {
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

    record DoneBeforeSent(Courier wire) implements Courier {
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

    /** Nothing stands between Feign and the wire, so that it sees each failure and sends again by itself. */
    private static final class FeignsRetryer implements Courier {
        private final Courier wire;

        FeignsRetryer(URI server, String token) {
            wire = new WireCourier(make(WriteCalls.class, server, token), make(PlatformCalls.class, server, token));
        }

        private static <T> T make(Class<T> type, URI server, String token) {
            return Feign.builder()
                    .client(new feign.okhttp.OkHttpClient(new OkHttpClient()))
                    .encoder(new Jackson3Encoder(Json.mapper()))
                    .decoder(new AnswerDecoder())
                    .requestInterceptor((RequestTemplate sent) -> sent.header("Authorization", "Bearer " + token))
                    .target(type, server.toString());
        }

        @Override
        public List<Receipt> deliver(UUID orgId, List<Operation> operations) {
            try {
                return wire.deliver(orgId, operations);
            } catch (RetryableException givenUp) {
                throw Failures.notTheContract(givenUp);
            }
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
