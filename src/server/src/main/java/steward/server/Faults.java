package steward.server;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** What a test lets go wrong with requests; never part of the contract. Thread-safe. */
public final class Faults {
    private final List<Planned> planned = new CopyOnWriteArrayList<>();

    /** What goes wrong with one request. */
    public sealed interface Fault {
        /** The line is cut before anything is read. */
        record Refuse() implements Fault {}

        /** Everything happens, later. */
        record Delay(Duration by) implements Fault {}

        /**
         * A problem instead of the work.
         *
         * @param retryAfter the header's text, or null
         */
        record Status(int status, String retryAfter) implements Fault {}

        /** 200 with a web page, as captive portals do. */
        record Html() implements Fault {}

        /** 200 and JSON by its header, noise by its body. */
        record Garbage() implements Fault {}

        /** The work is done, half of the answer arrives. */
        record Truncate() implements Fault {}

        /** The work is done and on disk, the answer is lost. */
        record DropAfterCommit() implements Fault {}

        /** The line is cut and the work undone. */
        record DropBeforeCommit() implements Fault {}

        /** The work is done but not committed while this is asked; on false, the line is cut and the work undone. */
        record Within(BooleanSupplier goesOn) implements Fault {}
    }

    /** What a predicate can look at. */
    public record Request(String method, String path, String operationId) {}

    private record Planned(Predicate<Request> which, AtomicInteger left, Fault fault) {}

    /** Plans a fault for the next {@code times} requests that match. */
    public void plan(Predicate<Request> which, int times, Fault fault) {
        planned.add(new Planned(which, new AtomicInteger(times), fault));
    }

    /** Plans a fault for the next request of an operation of the contract. */
    public void next(String operationId, Fault fault) {
        plan(request -> request.operationId().equals(operationId), 1, fault);
    }

    /** Whether every planned fault has met its requests. */
    public boolean isUsedUp() {
        return planned.stream().allMatch(each -> each.left().get() <= 0);
    }

    public void clear() {
        planned.clear();
    }

    /** The fault of a request, used up by this call. */
    public Optional<Fault> of(Request request) {
        for (Iterator<Planned> each = planned.iterator(); each.hasNext(); ) {
            Planned plan = each.next();
            if (plan.which().test(request) && plan.left().getAndDecrement() > 0) return Optional.of(plan.fault());
        }
        return Optional.empty();
    }
}
