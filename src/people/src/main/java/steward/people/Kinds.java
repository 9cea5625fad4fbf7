package steward.people;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import steward.people.UnreadableFileException.Kind;

/** What a file is by its first bytes, where it is no table. */
final class Kinds {

    private record Magic(Kind kind, int at, String latin1) {
        boolean fits(byte[] head) {
            if (head.length < at + latin1.length()) return false;
            for (int i = 0; i < latin1.length(); i++) {
                if ((head[at + i] & 0xFF) != latin1.charAt(i)) return false;
            }
            return true;
        }
    }

    private static final List<Magic> MAGIC = List.of(
            new Magic(Kind.PDF, 0, "%PDF-"),
            new Magic(Kind.IMAGE, 0, "\u0089PNG"),
            new Magic(Kind.IMAGE, 0, "\u00FF\u00D8\u00FF"),
            new Magic(Kind.IMAGE, 0, "GIF8"),
            new Magic(Kind.IMAGE, 0, "II*\0"),
            new Magic(Kind.IMAGE, 0, "MM\0*"),
            new Magic(Kind.IMAGE, 8, "WEBP"),
            new Magic(Kind.IMAGE, 4, "ftyphei"),
            new Magic(Kind.SOUND_OR_VIDEO, 4, "ftyp"),
            new Magic(Kind.SOUND_OR_VIDEO, 0, "RIFF"),
            new Magic(Kind.SOUND_OR_VIDEO, 0, "OggS"),
            new Magic(Kind.SOUND_OR_VIDEO, 0, "ID3"),
            new Magic(Kind.SOUND_OR_VIDEO, 0, "\u001AE\u00DF\u00A3"),
            new Magic(Kind.ARCHIVE, 0, "\u001F\u008B"),
            new Magic(Kind.ARCHIVE, 0, "7z\u00BC\u00AF"),
            new Magic(Kind.ARCHIVE, 0, "Rar!"),
            new Magic(Kind.ARCHIVE, 0, "BZh"),
            new Magic(Kind.ARCHIVE, 0, "\u00FD7zXZ"),
            new Magic(Kind.ARCHIVE, 0, "(\u00B5/\u00FD"),
            new Magic(Kind.ARCHIVE, 257, "ustar"),
            new Magic(Kind.PROGRAM, 0, "\u007FELF"),
            new Magic(Kind.PROGRAM, 0, "\u00CA\u00FE\u00BA\u00BE"),
            new Magic(Kind.PROGRAM, 0, "\u00CF\u00FA\u00ED\u00FE"),
            new Magic(Kind.PROGRAM, 0, "MZ\u0090\0"),
            new Magic(Kind.DATABASE, 0, "SQLite format 3\0"),
            new Magic(Kind.DATABASE, 4, "Standard Jet DB"),
            new Magic(Kind.DATABASE, 4, "Standard ACE DB"),
            new Magic(Kind.OLD_EXCEL, 0, "\u0009\u0008\u0010\0"),
            new Magic(Kind.OLD_EXCEL, 0, "\u0009\u0004\u0006\0"),
            new Magic(Kind.RICH_TEXT, 0, "{\\rtf"));

    private static final Pattern WEB = Pattern.compile("^<(!doctype\\s+html|html|head|body|table|div|meta|style)\\b");
    private static final Pattern JSON = Pattern.compile("^(\\{\\s*(\"|\\})|\\[\\s*(\\{|\\[|\"))");
    private static final Pattern MAIL =
            Pattern.compile("^(return-path|received|delivered-to|message-id|mime-version|from|x-[a-z-]+): [^\\n]*\\n"
                    + "([ \\t][^\\n]*\\n)*([a-z][a-z-]*: |[ \\t])");

    private static final Pattern DIRECTORY = Pattern.compile(
            "^(#[^\\n]*\\n|version: *\\d+\\n|\\n)*dn::? [^\\n]*\\n([ \\t][^\\n]*\\n)*[a-z][a-z0-9;-]*::? ");

    private Kinds() {}

    static boolean zip(byte[] head) {
        return new Magic(Kind.ARCHIVE, 0, "PK\u0003\u0004").fits(head)
                || new Magic(Kind.ARCHIVE, 0, "PK\u0005\u0006").fits(head);
    }

    /** The container of old Office files, and of encrypted new ones. */
    static boolean ole(byte[] head) {
        return new Magic(Kind.OLD_EXCEL, 0, "\u00D0\u00CF\u0011\u00E0").fits(head);
    }

    /** What an old Office container holds, by the names in its directory. */
    static Kind insideOle(byte[] beginning) {
        if (holds(beginning, "EncryptedPackage")) return Kind.ENCRYPTED;
        return holds(beginning, "Workbook") || holds(beginning, "Book") ? Kind.OLD_EXCEL : Kind.OTHER_DOCUMENT;
    }

    static Optional<Kind> ofBytes(byte[] head) {
        return MAGIC.stream().filter(magic -> magic.fits(head)).map(Magic::kind).findFirst();
    }

    /** What a text is by its beginning, where it is no table. */
    static Optional<Kind> ofText(String beginning) {
        String text = Texts.clean(beginning).toLowerCase(Locale.ROOT).replace("\r", "");
        if (WEB.matcher(text).find()) return Optional.of(Kind.WEB_PAGE);
        if (text.startsWith("<?xml")) return Optional.of(text.contains("<html") ? Kind.WEB_PAGE : Kind.XML);
        if (JSON.matcher(text).find()) return Optional.of(Kind.JSON);
        if (text.startsWith("begin:vcard")) return Optional.of(Kind.CONTACT_CARDS);
        if (DIRECTORY.matcher(text).find()) return Optional.of(Kind.DIRECTORY_ENTRIES);
        if (MAIL.matcher(text).find()) return Optional.of(Kind.MAIL_MESSAGE);
        return Optional.empty();
    }

    private static boolean holds(byte[] bytes, String name) {
        String latin1 = new String(bytes, StandardCharsets.ISO_8859_1);
        return latin1.contains(String.join("\0", name.split("")));
    }
}
