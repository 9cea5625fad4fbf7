package steward.people;

/** Characters nobody sees. */
final class Texts {

    private Texts() {}

    /** Without white space and invisible characters around it. */
    static String clean(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && surrounds(text.charAt(from))) from++;
        while (to > from && surrounds(text.charAt(to - 1))) to--;
        return text.substring(from, to);
    }

    static boolean blank(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!surrounds(text.charAt(i))) return false;
        }
        return true;
    }

    /** Turns the reading direction, joins, or is not drawn at all. */
    static boolean hidden(int c) {
        return Character.getType(c) == Character.FORMAT
                || c == 0xFEFF
                || (c >= 0x115F && c <= 0x1160)
                || c == 0x3164
                || (Character.getType(c) == Character.CONTROL && !Character.isWhitespace(c));
    }

    static boolean hidesSomething(String text) {
        return text.codePoints().anyMatch(Texts::hidden);
    }

    static String withoutHidden(String text) {
        StringBuilder seen = new StringBuilder(text.length());
        text.codePoints().filter(c -> !hidden(c)).forEach(seen::appendCodePoint);
        return seen.toString();
    }

    private static boolean surrounds(char c) {
        return c <= ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c) || hidden(c);
    }
}
