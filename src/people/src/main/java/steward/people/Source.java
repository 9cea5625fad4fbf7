package steward.people;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import steward.people.UnreadableFileException.Kind;

/** Where the bytes come from; can be read any number of times. */
sealed interface Source {

    InputStream open() throws UnreadableFileException;

    /** Forgets what is kept in memory. */
    void forget();

    record File(Path path) implements Source {

        static File of(Path path) throws UnreadableFileException {
            if (Files.notExists(path)) throw new UnreadableFileException(Kind.MISSING);
            if (Files.isDirectory(path)) throw new UnreadableFileException(Kind.FOLDER);
            try {
                if (Files.size(path) > Limits.FILE) {
                    throw new UnreadableFileException(Kind.FILE_TOO_LARGE, Limits.FILE);
                }
            } catch (IOException e) {
                throw failed(e);
            }
            return new File(path);
        }

        @Override
        public InputStream open() throws UnreadableFileException {
            try {
                return new BufferedInputStream(Files.newInputStream(path), 1 << 16);
            } catch (IOException e) {
                throw failed(e);
            }
        }

        @Override
        public void forget() {}
    }

    /** Pasted text, as bytes so that it can be wiped. */
    record Pasted(byte[] utf8) implements Source {

        static Pasted of(String text) throws UnreadableFileException {
            if (text.length() > Limits.FILE / 4) throw new UnreadableFileException(Kind.FILE_TOO_LARGE, Limits.FILE);
            return new Pasted(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(utf8);
        }

        @Override
        public void forget() {
            Arrays.fill(utf8, (byte) 0);
        }
    }

    static UnreadableFileException failed(IOException e) {
        return switch (e) {
            case NoSuchFileException gone -> new UnreadableFileException(Kind.MISSING, gone);
            case AccessDeniedException denied -> new UnreadableFileException(Kind.NO_PERMISSION, denied);
            case ClosedByInterruptException stopped -> new UnreadableFileException(Kind.STOPPED, stopped);
            default -> new UnreadableFileException(Kind.FAILED_WHILE_READING, e);
        };
    }
}
