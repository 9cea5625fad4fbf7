package steward.api;

import java.util.List;
import java.util.UUID;

/** Asks what became of operations. */
public record OperationLookup(List<UUID> opIds) {
    public OperationLookup {
        opIds = List.copyOf(opIds);
        Check.range("opIds", opIds.size(), 1, 500);
    }
}
