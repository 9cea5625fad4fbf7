package steward.api;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;

/**
 * An e-mail address as typed, trimmed, with the normal form by which addresses are compared (domain.md: trimmed,
 * case-folded, domain in its ASCII form).
 *
 * @param text as typed, without surrounding white space; shown to people
 * @param normal what two addresses of one person have in common; never shown
 */
public record EmailAddress(String text, String normal) {

    /** RFC 5321, 4.5.3.1. */
    public static final int LONGEST = 254;

    private static final int LONGEST_LOCAL = 64;
    private static final String LOCAL_PUNCTUATION = "!#$%&'*+/=?^_`{|}~-.";

    /** Why a text is no address. */
    public enum Fault {
        EMPTY,
        NO_AT,
        SEVERAL_AT,
        TOO_LONG,
        BAD_LOCAL,
        BAD_DOMAIN
    }

    /** Thrown by {@link #parse}; carries the reason, not words for a person. */
    public static final class MalformedException extends IllegalArgumentException {
        private static final long serialVersionUID = 1;
        private final transient Fault fault;

        MalformedException(Fault fault) {
            super(fault.name(), null);
            this.fault = fault;
        }

        public Fault fault() {
            return fault;
        }
    }

    /**
     * Reads an address; internationalized local parts and domains are allowed (RFC 6531).
     *
     * @throws MalformedException when the text is no address
     */
    public static EmailAddress parse(String text) {
        String trimmed = text == null ? "" : text.strip();
        if (trimmed.isEmpty()) throw new MalformedException(Fault.EMPTY);
        if (trimmed.length() > LONGEST) throw new MalformedException(Fault.TOO_LONG);
        int at = trimmed.indexOf('@');
        if (at < 0) throw new MalformedException(Fault.NO_AT);
        if (at != trimmed.lastIndexOf('@')) throw new MalformedException(Fault.SEVERAL_AT);
        String local = checkedLocal(trimmed.substring(0, at));
        String domain = asciiDomain(trimmed.substring(at + 1));
        String normal = Normalizer.normalize(local, Normalizer.Form.NFC).toLowerCase(Locale.ROOT) + "@" + domain;
        if (normal.length() > LONGEST) throw new MalformedException(Fault.TOO_LONG);
        return new EmailAddress(trimmed, normal);
    }

    /** The part after the at sign, in its ASCII form. */
    public String domain() {
        return normal.substring(normal.indexOf('@') + 1);
    }

    @Override
    public String toString() {
        return text;
    }

    private static String checkedLocal(String local) {
        if (local.length() > LONGEST_LOCAL) throw new MalformedException(Fault.TOO_LONG);
        boolean dots = local.startsWith(".") || local.endsWith(".") || local.contains("..");
        if (local.isEmpty() || dots || !local.codePoints().allMatch(EmailAddress::isLocal)) {
            throw new MalformedException(Fault.BAD_LOCAL);
        }
        return local;
    }

    private static boolean isLocal(int c) {
        if (c < 128) return Character.isLetterOrDigit(c) || LOCAL_PUNCTUATION.indexOf(c) >= 0;
        return Character.isLetterOrDigit(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK;
    }

    /** What conversion to ASCII would leave as it is; spares it for nearly all of the many rows of an import. */
    private static boolean plain(String domain) {
        char before = '.';
        for (int i = 0; i < domain.length(); i++) {
            char c = domain.charAt(i);
            boolean hyphenAtEdge = (c == '-' && before == '.') || (c == '.' && before == '-');
            boolean known = c < 128 && (Character.isLetterOrDigit(c) || c == '-' || c == '.');
            if (!known || hyphenAtEdge) return false;
            before = c;
        }
        return before != '-';
    }

    private static String asciiDomain(String domain) {
        String ascii;
        try {
            String composed = Normalizer.normalize(domain, Normalizer.Form.NFC);
            String converted = plain(composed) ? composed : IDN.toASCII(composed, IDN.USE_STD3_ASCII_RULES);
            ascii = converted.toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            throw new MalformedException(Fault.BAD_DOMAIN);
        }
        String[] labels = ascii.split("\\.", -1);
        boolean bad = labels.length < 2 || labels[labels.length - 1].length() < 2;
        for (String label : labels) {
            if (label.isEmpty() || label.length() > 63) bad = true;
        }
        if (bad) throw new MalformedException(Fault.BAD_DOMAIN);
        return ascii;
    }
}
