package steward.server.mail;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;

/** A mail as the bytes that travel (RFC 5322, MIME): ASCII, but for an address that has none; always the same bytes. */
final class Eml {
    private static final String SENDER = "Steward <invitations@steward.invalid>";
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, d MMM yyyy HH:mm:ss xx", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}+");
    private static final Pattern LINE = Pattern.compile("\\r\\n|\\r|\\n");
    private static final int PLAIN = 60;
    /** An encoded word may have 75 characters, its line 76, and twelve of them are its frame. */
    private static final int WORD_BYTES = 36;

    private static final int QUOTED = 72;

    private Eml() {}

    static byte[] of(Mail mail) {
        StringBuilder eml = new StringBuilder(1_024);
        header(eml, "Date", DATE.format(mail.writtenAt()));
        header(eml, "From", SENDER);
        header(eml, "To", address(mail.recipient()));
        header(eml, "Subject", words(mail.subject()));
        header(eml, "Message-ID", "<" + mail.messageId() + ">");
        header(eml, "Auto-Submitted", "auto-generated");
        header(eml, "MIME-Version", "1.0");
        header(eml, "Content-Type", "text/plain; charset=utf-8");
        header(eml, "Content-Transfer-Encoding", "quoted-printable");
        eml.append("\r\n");
        for (String line : LINE.split(mail.body())) eml.append(quoted(line)).append("\r\n");
        return eml.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Whatever a value holds, it makes no second line but where it was folded here. */
    private static void header(StringBuilder eml, String name, String value) {
        eml.append(name).append(": ");
        eml.append(String.join(
                "\r\n ",
                LINE.splitAsStream(value)
                        .map(line -> CONTROLS.matcher(line).replaceAll(" ").strip())
                        .filter(line -> !line.isEmpty())
                        .toList()));
        eml.append("\r\n");
    }

    /** In angle brackets, with the domain in its ASCII form. */
    private static String address(String recipient) {
        String one = CONTROLS.matcher(recipient).replaceAll("");
        int at = one.lastIndexOf('@');
        return "<" + one.substring(0, at + 1) + IDN.toASCII(one.substring(at + 1)) + ">";
    }

    /** Short ASCII as it is, all else in encoded words (RFC 2047), a line each. */
    private static String words(String text) {
        String clean = CONTROLS.matcher(text).replaceAll(" ").strip();
        boolean plain = clean.length() <= PLAIN && clean.chars().allMatch(c -> c < 0x7F) && !clean.contains("=?");
        if (plain) return clean;
        StringBuilder words = new StringBuilder();
        StringBuilder word = new StringBuilder();
        int bytes = 0;
        for (int c : clean.codePoints().toArray()) {
            int size = Character.toString(c).getBytes(StandardCharsets.UTF_8).length;
            if (bytes + size > WORD_BYTES) {
                words.append(encoded(word)).append("\r\n");
                word.setLength(0);
                bytes = 0;
            }
            word.appendCodePoint(c);
            bytes += size;
        }
        return words.append(encoded(word)).toString();
    }

    private static String encoded(CharSequence word) {
        byte[] bytes = word.toString().getBytes(StandardCharsets.UTF_8);
        return "=?utf-8?B?" + Base64.getEncoder().encodeToString(bytes) + "?=";
    }

    /** Quoted-printable: readable where it is ASCII, and no line too long. */
    private static String quoted(String line) {
        StringBuilder quoted = new StringBuilder(line.length() + 16);
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        int width = 0;
        for (int i = 0; i < bytes.length; i++) {
            boolean last = i == bytes.length - 1;
            boolean blank = (bytes[i] == ' ' || bytes[i] == '\t') && !last;
            boolean plain = blank || (bytes[i] > ' ' && bytes[i] < 0x7F && bytes[i] != '=');
            String next = plain ? String.valueOf((char) bytes[i]) : "=%02X".formatted(bytes[i] & 0xFF);
            if (width + next.length() > QUOTED) {
                quoted.append("=\r\n");
                width = 0;
            }
            quoted.append(next);
            width += next.length();
        }
        // Some programs take a line of a lone dot for the end of the mail, and one that begins with From for the next.
        return quoted.indexOf(".") == 0
                ? "=2E" + quoted.substring(1)
                : quoted.toString().replaceFirst("^From ", "From=20");
    }
}
