package steward.people;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Holds limits while a part of a workbook is unpacked: its whole size, and the length of any single piece between two
 * tags, so that no text, attribute or comment can fill the memory. Refuses a document type, and with it every entity.
 */
final class GuardedReader extends FilterReader {
    private static final String COMMENT = "--";

    /** Says which limit was broken; the XML parser wraps it, the caller looks for it. */
    static final class RefusedException extends IOException {
        private static final long serialVersionUID = 1;
        private final transient UnreadableFileException.Kind kind;
        private final long limit;

        RefusedException(UnreadableFileException.Kind kind, long limit) {
            super(kind.name());
            this.kind = kind;
            this.limit = limit;
        }

        UnreadableFileException unreadable() {
            return kind == UnreadableFileException.Kind.FIELD_TOO_LARGE
                    ? new UnreadableFileException(kind, 0, limit)
                    : new UnreadableFileException(kind, limit);
        }
    }

    private final long limit;
    private long total;
    private int sinceTag;
    private char last;
    private char lastButOne;
    /** What a section that may hold tags as text ends with: a comment or literal text; empty outside of one. */
    private String sectionEnd = "";

    private int sectionLength;

    GuardedReader(Reader in, long limit) {
        super(in);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] chars, int offset, int length) throws IOException {
        int n = in.read(chars, offset, length);
        if (n > 0) total += n;
        if (total > limit) throw new RefusedException(UnreadableFileException.Kind.TOO_LARGE_INSIDE, limit);
        for (int i = offset; i < offset + n; i++) look(chars[i]);
        return n;
    }

    private void look(char c) throws IOException {
        if (!sectionEnd.isEmpty()) {
            sectionLength++;
            boolean ended = c == '>' && sectionLength > 2 && lastButOne == sectionEnd.charAt(0) && last == lastButOne;
            if (ended) sectionEnd = "";
        } else if (lastButOne == '<' && last == '!') {
            section(c);
        } else if (last == '<' && c != '!') {
            sinceTag = 0;
        }
        if (++sinceTag > Limits.RECORD) {
            throw new RefusedException(UnreadableFileException.Kind.FIELD_TOO_LARGE, Limits.RECORD);
        }
        lastButOne = last;
        last = c;
    }

    private void section(char c) throws IOException {
        if (c == 'D') throw new RefusedException(UnreadableFileException.Kind.ENTITIES, 0);
        sectionEnd = c == '-' ? COMMENT : "]]";
        sectionLength = 0;
    }
}
