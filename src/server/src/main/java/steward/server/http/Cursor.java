package steward.server.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import steward.api.InvalidFieldException;
import steward.api.Page;
import steward.server.contract.SchemaCheck;

/**
 * Where a page ends: the sort key and id of its last item.
 *
 * @param key milliseconds or another number the collection is sorted by
 */
public record Cursor(long key, UUID id) {
    static Cursor parse(String text) {
        String plain;
        try {
            plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
        } catch (IllegalArgumentException e) {
            throw bad();
        }
        String[] parts = plain.split(" ", -1);
        if (parts.length != 2 || !parts[0].matches("-?[0-9]{1,18}") || !SchemaCheck.isUuid(parts[1])) throw bad();
        return new Cursor(Long.parseLong(parts[0]), UUID.fromString(parts[1]));
    }

    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((key + " " + id).getBytes(StandardCharsets.US_ASCII));
    }

    /** A page from one row more than was asked for. */
    public static <T> Page<T> page(List<T> oneMore, int limit, Function<T, Cursor> cursor) {
        if (oneMore.size() <= limit) return new Page<>(oneMore, null);
        List<T> items = oneMore.subList(0, limit);
        return new Page<>(items, cursor.apply(items.getLast()).text());
    }

    private static InvalidFieldException bad() {
        return new InvalidFieldException("cursor", "is not one this server gave");
    }
}
