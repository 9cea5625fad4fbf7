package steward.app.organization;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * A file picked as logo, looked at by its content: whatever its name says, and without decoding more than its head.
 *
 * @param bytes as picked, when it fits
 */
record LogoFile(Fit fit, byte[] bytes) {

    enum Fit {
        FITS,
        TOO_LARGE,
        TOO_MANY_PIXELS,
        NOT_AN_IMAGE
    }

    static final long LARGEST = 1 << 20;
    static final int WIDEST = 2048;
    private static final Set<String> FORMATS = Set.of("png", "jpeg");

    /** Blocks. */
    static LogoFile read(Path file) throws IOException {
        if (Files.size(file) > LARGEST) return new LogoFile(Fit.TOO_LARGE, new byte[0]);
        byte[] bytes = Files.readAllBytes(file);
        return new LogoFile(look(bytes), bytes);
    }

    private static Fit look(byte[] bytes) throws IOException {
        try (ImageInputStream stream = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) return Fit.NOT_AN_IMAGE;
            ImageReader reader = readers.next();
            if (!FORMATS.contains(reader.getFormatName().toLowerCase(java.util.Locale.ROOT))) return Fit.NOT_AN_IMAGE;
            reader.setInput(stream, true, true);
            try {
                boolean small = reader.getWidth(0) <= WIDEST && reader.getHeight(0) <= WIDEST;
                return small ? Fit.FITS : Fit.TOO_MANY_PIXELS;
            } catch (IOException broken) {
                return Fit.NOT_AN_IMAGE;
            } finally {
                reader.dispose();
            }
        }
    }
}
