package steward.server.recording;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import steward.api.Recording;

/**
 * The file of a recording: a small, valid MP4 (ISO 14496-12) that shows one still picture for as long as the meeting
 * was recorded. The same recording always has the same bytes.
 */
final class Video {
    private static final int WIDTH = 160;
    private static final int HEIGHT = 90;
    private static final int TIMESCALE = 1;
    /** MPEG-4 registration authority: PNG pictures as samples. */
    private static final int OBJECT_TYPE_PNG = 0x6D;

    private Video() {}

    static byte[] of(Recording recording) {
        byte[] picture = picture(recording.id());
        byte[] type = box("ftyp", text("isom"), ints(0x200), text("isomiso2mp41"));
        int seconds = (int) Math.min(recording.seconds(), Integer.MAX_VALUE);
        byte[] data = box("mdat", picture);
        byte[] movie = movie(seconds, picture.length, type.length + 8);
        return join(type, data, movie);
    }

    private static byte[] movie(int seconds, int size, int offset) {
        byte[] header = box(
                "mvhd",
                ints(0, 0, 0, TIMESCALE, seconds, 0x10000, 0x1000000, 0, 0),
                matrix(),
                ints(0, 0, 0, 0, 0, 0, 2));
        return box("moov", header, track(seconds, size, offset));
    }

    private static byte[] track(int seconds, int size, int offset) {
        byte[] header =
                box("tkhd", ints(3, 0, 0, 1, 0, seconds, 0, 0, 0, 0), matrix(), ints(WIDTH << 16, HEIGHT << 16));
        byte[] timing = box("mdhd", ints(0, 0, 0, TIMESCALE, seconds), shorts(0x55C4, 0));
        byte[] handler = box("hdlr", ints(0, 0), text("vide"), ints(0, 0, 0), text("Video\0"));
        byte[] reference = box("dinf", box("dref", ints(0, 1), box("url ", ints(1))));
        byte[] info = box("minf", box("vmhd", ints(1, 0, 0)), reference, samples(seconds, size, offset));
        return box("trak", header, box("mdia", timing, handler, info));
    }

    /** One sample: the picture. */
    private static byte[] samples(int seconds, int size, int offset) {
        byte[] entry = box(
                "mp4v",
                shorts(0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, WIDTH, HEIGHT),
                ints(0x480000, 0x480000, 0),
                shorts(1),
                new byte[32],
                shorts(24, 0xFFFF),
                box("esds", ints(0), descriptor()));
        return box(
                "stbl",
                box("stsd", ints(0, 1), entry),
                box("stts", ints(0, 1, 1, seconds)),
                box("stsc", ints(0, 1, 1, 1, 1)),
                box("stsz", ints(0, size, 1)),
                box("stco", ints(0, 1, offset)));
    }

    /** An elementary stream descriptor (ISO 14496-1) that names the kind of picture. */
    private static byte[] descriptor() {
        byte[] config = {4, 13, OBJECT_TYPE_PNG, 0x11, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
        byte[] sync = {6, 1, 2};
        byte[] head = {3, (byte) (3 + config.length + sync.length), 0, 1, 0};
        return join(head, config, sync);
    }

    /** Two colors of the recording, one running into the other. */
    private static byte[] picture(UUID id) {
        int from = (int) id.getLeastSignificantBits();
        int to = (int) (id.getLeastSignificantBits() >>> 32);
        ByteBuffer rows = ByteBuffer.allocate(HEIGHT * (1 + 3 * WIDTH));
        for (int y = 0; y < HEIGHT; y++) {
            rows.put((byte) 0);
            for (int x = 0; x < WIDTH; x++) {
                for (int shift = 0; shift < 24; shift += 8) {
                    int a = from >>> shift & 0xFF;
                    int b = to >>> shift & 0xFF;
                    rows.put((byte) (a + (b - a) * (x + y) / (WIDTH + HEIGHT)));
                }
            }
        }
        byte[] signature = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
        byte[] header = join(ints(WIDTH, HEIGHT), new byte[] {8, 2, 0, 0, 0});
        return join(
                signature, chunk("IHDR", header), chunk("IDAT", deflated(rows.array())), chunk("IEND", new byte[0]));
    }

    private static byte[] deflated(byte[] plain) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try {
            deflater.setInput(plain);
            deflater.finish();
            byte[] room = new byte[plain.length + 100];
            return java.util.Arrays.copyOf(room, deflater.deflate(room));
        } finally {
            deflater.end();
        }
    }

    private static byte[] chunk(String type, byte[] content) {
        byte[] named = join(text(type), content);
        CRC32 crc = new CRC32();
        crc.update(named);
        return join(ints(content.length), named, ints((int) crc.getValue()));
    }

    private static byte[] box(String type, byte[]... parts) {
        byte[] content = join(parts);
        return join(ints(8 + content.length), text(type), content);
    }

    private static byte[] matrix() {
        return ints(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000);
    }

    private static byte[] text(String ascii) {
        return ascii.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] ints(int... values) {
        ByteBuffer buffer = ByteBuffer.allocate(4 * values.length);
        for (int value : values) buffer.putInt(value);
        return buffer.array();
    }

    private static byte[] shorts(int... values) {
        ByteBuffer buffer = ByteBuffer.allocate(2 * values.length);
        for (int value : values) buffer.putShort((short) value);
        return buffer.array();
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) out.writeBytes(part);
        return out.toByteArray();
    }
}
