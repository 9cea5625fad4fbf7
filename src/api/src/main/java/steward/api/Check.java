package steward.api;

import java.util.regex.Pattern;

/** The checks records make of themselves. */
final class Check {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST_SLUG = 60;

    private Check() {}

    static void present(String field, Object value) {
        if (value == null) throw new InvalidFieldException(field, "is missing");
    }

    static void text(String field, String value, int shortest, int longest) {
        present(field, value);
        if (value.length() < shortest || (shortest > 0 && value.isBlank())) {
            throw new InvalidFieldException(field, "is empty");
        }
        optionalText(field, value, longest);
    }

    static void optionalText(String field, String value, int longest) {
        if (value != null && value.codePointCount(0, value.length()) > longest) {
            throw new InvalidFieldException(field, "is longer than " + longest + " characters");
        }
    }

    static void slug(String field, String value) {
        present(field, value);
        if (value.length() > LONGEST_SLUG || !SLUG.matcher(value).matches()) {
            throw new InvalidFieldException(field, "takes lowercase letters, digits and single hyphens, up to 60");
        }
    }

    static void range(String field, long value, long least, long most) {
        if (value < least || value > most) {
            throw new InvalidFieldException(field, "must be from " + least + " to " + most);
        }
    }
}
