package steward.people;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** The encoding of a text, and whether it says so itself by a mark. */
public record Encoding(Charset charset, boolean marked) {

    private static final List<Mark> MARKS = List.of(
            new Mark("UTF-32LE", 0xFF, 0xFE, 0, 0),
            new Mark("UTF-32BE", 0, 0, 0xFE, 0xFF),
            new Mark("UTF-8", 0xEF, 0xBB, 0xBF),
            new Mark("UTF-16LE", 0xFF, 0xFE),
            new Mark("UTF-16BE", 0xFE, 0xFF));

    private record Mark(Charset charset, int... bytes) {
        Mark(String name, int... bytes) {
            this(Charset.forName(name), bytes);
        }

        boolean begins(byte[] head) {
            if (head.length < bytes.length) return false;
            for (int i = 0; i < bytes.length; i++) {
                if ((head[i] & 0xFF) != bytes[i]) return false;
            }
            return true;
        }
    }

    /** The encodings worth offering when a guess is wrong, the likely ones first. */
    public static List<Charset> choices() {
        return Stream.of(
                        "UTF-8",
                        "windows-1252",
                        "UTF-16LE",
                        "UTF-16BE",
                        "windows-1250",
                        "ISO-8859-1",
                        "ISO-8859-2",
                        "ISO-8859-15",
                        "IBM850",
                        "IBM852",
                        "IBM857",
                        "x-MacRoman",
                        "x-MacCentralEurope",
                        "windows-1251",
                        "KOI8-R",
                        "IBM866",
                        "x-MacCyrillic",
                        "windows-1253",
                        "x-IBM737",
                        "windows-1254",
                        "windows-1255",
                        "IBM862",
                        "windows-1256",
                        "windows-1257",
                        "ISO-8859-5",
                        "Shift_JIS",
                        "windows-31j",
                        "EUC-JP",
                        "GB18030",
                        "Big5",
                        "EUC-KR",
                        "x-windows-949",
                        "TIS-620")
                .filter(Charset::isSupported)
                .map(Charset::forName)
                .toList();
    }

    static Encoding guess(Source source) throws UnreadableFileException {
        try (InputStream in = source.open()) {
            byte[] head = in.readNBytes(4_096);
            for (Mark mark : MARKS) {
                if (mark.begins(head)) return new Encoding(mark.charset(), true);
            }
            Charset wide = wide(head);
            if (wide != null) return new Encoding(wide, false);
        } catch (IOException e) {
            throw Source.failed(e);
        }
        try (InputStream in = source.open()) {
            return new Encoding(ByteScan.of(in).charset(), false);
        } catch (IOException e) {
            throw Source.failed(e);
        }
    }

    /** Text of the stream, without its mark; what cannot be decoded shows as U+FFFD. */
    static Reader reader(InputStream in, Charset charset) throws IOException {
        PushbackInputStream stream = new PushbackInputStream(in, 4);
        byte[] head = stream.readNBytes(4);
        int skip = 0;
        for (Mark mark : MARKS) {
            if (skip == 0 && mark.charset().equals(charset) && mark.begins(head)) skip = mark.bytes().length;
        }
        stream.unread(head, skip, head.length - skip);
        return new InputStreamReader(
                stream,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE));
    }

    /** UTF-16 without a mark: the signs every table has stand beside a zero, always on the same side. */
    private static Charset wide(byte[] head) {
        int little = 0;
        int big = 0;
        for (int i = 0; i + 1 < head.length; i += 2) {
            if (head[i + 1] == 0 && sign(head[i])) little++;
            if (head[i] == 0 && sign(head[i + 1])) big++;
        }
        int pairs = head.length / 2;
        if (little > 1 && little * 20 > pairs && big * 10 < little) return StandardCharsets.UTF_16LE;
        if (big > 1 && big * 20 > pairs && little * 10 < big) return StandardCharsets.UTF_16BE;
        return null;
    }

    private static boolean sign(byte b) {
        return b >= ' ' || b == '\n' || b == '\r' || b == '\t';
    }
}
