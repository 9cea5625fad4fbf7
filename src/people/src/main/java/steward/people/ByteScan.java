package steward.people;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Goes over all bytes of a text once: is it UTF-8, and if not, which lines tell what it is. A file can be plain ASCII
 * for thousands of lines before the first umlaut, so a sample of its beginning would not do.
 */
final class ByteScan {
    private static final int ENOUGH = 1 << 16;
    private static final int LONGEST_LINE = 4_096;

    private final byte[] line = new byte[LONGEST_LINE];
    private final ByteArrayOutputStream telling = new ByteArrayOutputStream();
    private int length;
    private boolean lineTells;
    private int expected;
    private long good;
    private long bad;

    private ByteScan() {}

    static ByteScan of(InputStream in) throws IOException {
        ByteScan scan = new ByteScan();
        byte[] chunk = new byte[1 << 16];
        for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
            for (int i = 0; i < n; i++) scan.take(chunk[i]);
        }
        if (scan.expected > 0) scan.bad++;
        scan.endLine();
        Arrays.fill(chunk, (byte) 0);
        Arrays.fill(scan.line, (byte) 0);
        return scan;
    }

    /** A few broken sequences in a text that is UTF-8 everywhere else do not make it something else. */
    Charset charset() {
        if (bad == 0 || good > 20 * bad) return StandardCharsets.UTF_8;
        byte[] lines = telling.toByteArray();
        Charset best = LegacyCharsets.best(lines);
        Arrays.fill(lines, (byte) 0);
        return best;
    }

    private void take(byte b) {
        if (b == '\n' || b == '\r') {
            if (expected > 0) bad++;
            expected = 0;
            endLine();
            return;
        }
        if (length < LONGEST_LINE) line[length++] = b;
        if (b >= 0 && expected == 0) return;
        follow(b & 0xFF);
    }

    private void follow(int b) {
        if (b >= 0x80) lineTells = true;
        if (expected > 0) {
            if ((b & 0xC0) == 0x80) {
                if (--expected == 0) good++;
                return;
            }
            bad++;
            expected = 0;
        }
        if (b < 0x80) return;
        if (b >= 0xC2 && b <= 0xDF) expected = 1;
        else if (b >= 0xE0 && b <= 0xEF) expected = 2;
        else if (b >= 0xF0 && b <= 0xF4) expected = 3;
        else bad++;
    }

    private void endLine() {
        if (lineTells && telling.size() < ENOUGH) {
            telling.write(line, 0, length);
            telling.write('\n');
        }
        lineTells = false;
        length = 0;
    }
}
