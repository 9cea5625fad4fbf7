package steward.server.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import steward.api.ItemResult;
import steward.server.contract.ContractFile;
import steward.server.contract.Operation;
import steward.server.db.Tx;

/** Which handler serves which operation. Filled at the start, then only read. */
public final class Handlers {
    private final ContractFile contract;
    private final Map<String, Handler> handlers = new LinkedHashMap<>();

    /** How an operation is served. */
    sealed interface Handler {
        record Reading(Read run) implements Handler {}

        record Writing(Write run) implements Handler {}

        record Batching(Item run) implements Handler {}

        record Streaming(Stream run) implements Handler {}
    }

    /** Answers from one consistent state. */
    @FunctionalInterface
    public interface Read {
        Answer answer(Call call, Handle sql);
    }

    /** Changes and answers in one transaction; with a key, the answer is kept in it. */
    @FunctionalInterface
    public interface Write {
        Answer answer(Call call, Tx tx);
    }

    /**
     * One item of a batch in its own savepoint; {@code call.body} is the item, already checked against its schema. The
     * result's opId, changeSeq and replayed are filled in by the caller.
     */
    @FunctionalInterface
    public interface Item {
        ItemResult answer(Call call, Tx tx);
    }

    /** Holds the line open for as long as it runs. */
    @FunctionalInterface
    public interface Stream {
        void run(Call call, EventLine line);
    }

    public Handlers(ContractFile contract) {
        this.contract = contract;
    }

    public void read(String operationId, Read handler) {
        put(operationId, new Handler.Reading(handler));
    }

    public void write(String operationId, Write handler) {
        put(operationId, new Handler.Writing(handler));
    }

    public void batch(String operationId, Item handler) {
        put(operationId, new Handler.Batching(handler));
    }

    public void stream(String operationId, Stream handler) {
        put(operationId, new Handler.Streaming(handler));
    }

    /** Operations of the contract that nobody serves. */
    public List<String> missing() {
        return contract.operations().stream()
                .map(Operation::id)
                .filter(id -> !handlers.containsKey(id))
                .toList();
    }

    Optional<Handler> of(Operation operation) {
        return Optional.ofNullable(handlers.get(operation.id()));
    }

    private void put(String operationId, Handler handler) {
        contract.operation(operationId);
        if (handlers.put(operationId, handler) != null) {
            throw new IllegalStateException("two handlers for " + operationId);
        }
    }
}
