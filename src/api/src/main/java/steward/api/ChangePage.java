package steward.api;

import java.util.List;

/**
 * A page of changes.
 */
public record ChangePage(List<Change> items, long nextAfter, boolean more) {
    public ChangePage {
        items = List.copyOf(items);
    }
}
