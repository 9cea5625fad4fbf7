package steward.api;

import java.util.List;

/** A whole collection, or the items of a batch. */
public record Items<T>(List<T> items) {
    public Items {
        items = List.copyOf(items);
    }
}
