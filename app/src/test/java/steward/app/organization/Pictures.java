package steward.app.organization;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Files somebody might pick as a logo. */
final class Pictures {
    private Pictures() {}

    static Path png(Path folder, int side) {
        return image(folder.resolve("logo-" + side + ".png"), side, "png");
    }

    static Path image(Path file, int side, String format) {
        var image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < side; i++) image.setRGB(i, i, 0xf0b429);
        try {
            if (!ImageIO.write(image, format, file.toFile())) throw new IOException("no writer for " + format);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path bytes(Path file, byte[] bytes) {
        try {
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
