package steward.people;

/** Characters nobody sees. */
final class Texts {
    private static final String RULER = "-=_+:|─━═│┼";
    private static final int SHORTEST_RULER = 3;
    /** How far the letters of full width stand from the others. */
    private static final int WIDE = 0xFEE0;

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

    /** A line drawn with signs. */
    static boolean ruler(String text) {
        int signs = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (RULER.indexOf(c) >= 0) signs++;
            else if (!surrounds(c)) return false;
        }
        return signs >= SHORTEST_RULER;
    }

    /** Letters of full width, as East Asian keyboards write them, as the letters they are. */
    static String narrow(String text) {
        if (text.chars().noneMatch(Texts::wide)) return text;
        StringBuilder narrow = new StringBuilder(text.length());
        for (char c : text.toCharArray()) narrow.append(wide(c) ? (char) (c - WIDE) : c);
        return narrow.toString();
    }

    private static boolean wide(int c) {
        return c >= '!' + WIDE && c <= '~' + WIDE;
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
