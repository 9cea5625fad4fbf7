package steward.server.mail;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A folder of {@code .eml} files, each named by its message id, so that a mail that comes again takes the place of itself.
 * Only their owner may read them: an invitation's code stands in them. Not thread-safe.
 */
public final class FolderPostbox implements Postbox {
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9@._-]{0,200}");
    private static final FileAttribute<?>[] NONE = {};

    private final Path folder;

    public FolderPostbox(Path folder) {
        this.folder = folder;
    }

    @Override
    public void take(List<Mail> mails) throws IOException {
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        Files.createDirectories(folder, posix ? only("rwx------") : NONE);
        for (Mail mail : mails) put(mail, posix ? only("rw-------") : NONE);
        if (posix) force(folder);
    }

    /** Written aside and moved, so that whoever collects the files never meets half a mail. */
    private void put(Mail mail, FileAttribute<?>... owner) throws IOException {
        if (!SAFE.matcher(mail.messageId()).matches()) {
            throw new FileSystemException(mail.messageId(), null, "no name for a file");
        }
        Path aside = folder.resolve("." + mail.messageId() + ".part");
        Files.deleteIfExists(aside);
        Files.createFile(aside, owner);
        try (FileChannel file = FileChannel.open(aside, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(Eml.of(mail));
            while (bytes.hasRemaining()) file.write(bytes);
            file.force(true);
        }
        Files.move(aside, folder.resolve(mail.messageId() + ".eml"), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void force(Path folder) throws IOException {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    private static FileAttribute<?>[] only(String rights) {
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))};
    }
}
