package steward.server.organization;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import steward.api.ProblemType;
import steward.server.http.ProblemException;

/**
 * Turns what somebody uploads into a small PNG, or refuses it: the kind by its first bytes, the size from the header
 * before a pixel is decoded, nothing kept but the pixels. Uses no window system.
 */
final class Logo {
    static final int MOST_BYTES = 1024 * 1024;
    static final int MOST_PIXELS = 2048;
    static final int KEPT_PIXELS = 512;
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};

    private Logo() {}

    /** The image as a PNG of at most 512 by 512. */
    static byte[] reencode(byte[] upload) {
        if (upload.length > MOST_BYTES) throw tooLarge("The image has more than 1 MiB. Use a smaller file.");
        ImageReader reader = ImageIO.getImageReadersByFormatName(kind(upload)).next();
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(upload))) {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (width > MOST_PIXELS || height > MOST_PIXELS) {
                throw tooLarge("The image is " + width + " by " + height
                        + " pixels; the most is 2048 by 2048. Make it smaller first.");
            }
            return png(shrunk(reader.read(0)));
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException | NegativeArraySizeException e) {
            // What the JDK's readers throw at broken files.
            throw unreadable();
        } finally {
            reader.dispose();
        }
    }

    private static String kind(byte[] upload) {
        if (begins(upload, PNG)) return "png";
        if (begins(upload, JPEG)) return "jpeg";
        throw unreadable();
    }

    private static boolean begins(byte[] bytes, byte[] with) {
        return bytes.length > with.length && Arrays.equals(bytes, 0, with.length, with, 0, with.length);
    }

    private static BufferedImage shrunk(BufferedImage image) {
        int longer = Math.max(image.getWidth(), image.getHeight());
        int width = Math.max(1, image.getWidth() * Math.min(KEPT_PIXELS, longer) / longer);
        int height = Math.max(1, image.getHeight() * Math.min(KEPT_PIXELS, longer) / longer);
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) small.setRGB(x, y, average(image, x, y, width, height));
        }
        return small;
    }

    /** The mean color of the source pixels under one kept pixel, weighted by opacity. */
    private static int average(BufferedImage image, int x, int y, int width, int height) {
        int left = x * image.getWidth() / width;
        int right = Math.max(left + 1, (x + 1) * image.getWidth() / width);
        int top = y * image.getHeight() / height;
        int bottom = Math.max(top + 1, (y + 1) * image.getHeight() / height);
        long alpha = 0;
        long red = 0;
        long green = 0;
        long blue = 0;
        for (int v = top; v < bottom; v++) {
            for (int u = left; u < right; u++) {
                int pixel = image.getRGB(u, v);
                int opacity = pixel >>> 24;
                alpha += opacity;
                red += (long) opacity * (pixel >> 16 & 255);
                green += (long) opacity * (pixel >> 8 & 255);
                blue += (long) opacity * (pixel & 255);
            }
        }
        if (alpha == 0) return 0;
        long count = (long) (right - left) * (bottom - top);
        return (int) (alpha / count << 24 | red / alpha << 16 | green / alpha << 8 | blue / alpha);
    }

    private static byte[] png(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static ProblemException tooLarge(String detail) {
        return ProblemException.field(ProblemType.INVALID_FIELD, "image", detail);
    }

    private static ProblemException unreadable() {
        return ProblemException.field(
                ProblemType.INVALID_FIELD,
                "image",
                "The file is neither a PNG nor a JPEG that can be read. Save it again as one of these.");
    }
}
