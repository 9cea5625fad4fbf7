package steward.people;

import java.util.Optional;
import java.util.regex.Pattern;

/** Mends slips of the hand in an address, where only one thing can have been meant. */
final class Repair {
    private static final Pattern TWICE_AT = Pattern.compile("@{2,}");
    private static final Pattern TWICE_DOT = Pattern.compile("\\.{2,}");
    private static final Pattern DOT_AT = Pattern.compile("\\.?@\\.?");
    private static final Pattern AT_IN_WORDS =
            Pattern.compile("\\s*(\\(at\\)|\\[at]|\\{at}|\\sat\\s)\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern DOT_IN_WORDS =
            Pattern.compile("\\s*(\\(dot\\)|\\[dot]|\\{dot}|\\sdot\\s)\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00A0]+");
    private static final int LONGEST = 400;

    private Repair() {}

    static Optional<String> of(String email) {
        if (email.length() > LONGEST || email.isBlank()) return Optional.empty();
        String mended = AT_IN_WORDS.matcher(Texts.withoutHidden(email)).replaceAll("@");
        mended = DOT_IN_WORDS.matcher(mended).replaceAll(".");
        mended = SPACE.matcher(mended).replaceAll("");
        mended = TWICE_AT.matcher(mended).replaceAll("@");
        mended = TWICE_DOT.matcher(mended).replaceAll(".");
        mended = DOT_AT.matcher(mended).replaceAll("@");
        int at = mended.indexOf('@');
        if (at > 0) mended = mended.substring(0, at) + mended.substring(at).replace(',', '.');
        return !mended.equals(email) && AddressCell.isAddress(mended) ? Optional.of(mended) : Optional.empty();
    }
}
