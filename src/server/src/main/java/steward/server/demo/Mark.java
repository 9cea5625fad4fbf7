package steward.server.demo;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Draws a plain logo: a light figure on a ground of the organization's color. PNG, without the desktop's graphics. */
final class Mark {
    private static final int SIZE = 128;
    private static final double CORNER = 28;

    private Mark() {}

    /** @return base64, as the logo column has it */
    static String draw(String accent, Dice dice) {
        int color = Integer.parseInt(accent.substring(1), 16);
        int figure = dice.below(5);
        ByteBuffer rows = ByteBuffer.allocate(SIZE * (1 + 4 * SIZE));
        for (int y = 0; y < SIZE; y++) {
            rows.put((byte) 0);
            for (int x = 0; x < SIZE; x++) {
                double light = smooth(-figure(figure, x - 63.5, y - 63.5));
                for (int shift = 16; shift >= 0; shift -= 8) {
                    int base = color >>> shift & 0xFF;
                    rows.put((byte) (base + (int) ((255 - base) * light)));
                }
                rows.put((byte) (int) (255 * smooth(-square(x - 63.5, y - 63.5))));
            }
        }
        return Base64.getEncoder().encodeToString(png(rows.array()));
    }

    /** Distance to the edge of a figure, negative inside. */
    private static double figure(int kind, double x, double y) {
        double r = Math.hypot(x, y);
        return switch (kind) {
            case 0 -> Math.abs(r - 30) - 8;
            case 1 -> Math.min(Math.abs(x) + Math.abs(y) - 42, r + 1000);
            case 2 -> Math.max(Math.abs(x) - 34, Math.abs(Math.abs(y) - 18) - 8);
            case 3 -> Math.max(Math.max(-y * 0.5 + Math.abs(x) * 0.87 - 20, y - 26), -(r - 9));
            default -> Math.max(Math.abs(r - 26) - 10, -y - 14);
        };
    }

    private static double square(double x, double y) {
        double dx = Math.max(Math.abs(x) - (SIZE / 2.0 - CORNER), 0);
        double dy = Math.max(Math.abs(y) - (SIZE / 2.0 - CORNER), 0);
        return Math.hypot(dx, dy) - CORNER;
    }

    private static double smooth(double inside) {
        return Math.clamp(inside + 0.5, 0, 1);
    }

    private static byte[] png(byte[] rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        ByteBuffer header = ByteBuffer.allocate(13).putInt(SIZE).putInt(SIZE);
        chunk(out, "IHDR", header.put(new byte[] {8, 6, 0, 0, 0}).array());
        chunk(out, "IDAT", deflated(rows));
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] content) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(content);
        out.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        out.writeBytes(name);
        out.writeBytes(content);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }

    private static byte[] deflated(byte[] plain) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            deflater.setInput(plain);
            deflater.finish();
            byte[] room = new byte[plain.length + 100];
            return Arrays.copyOf(room, deflater.deflate(room));
        } finally {
            deflater.end();
        }
    }
}
