package steward.api;

import java.util.List;

/**
 * A page of a collection.
 *
 * @param nextCursor opaque, or null on the last page
 */
public record Page<T>(List<T> items, String nextCursor) {
    public Page {
        items = List.copyOf(items);
    }
}
