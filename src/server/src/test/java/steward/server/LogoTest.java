package steward.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LogoTest {
    private World world;

    @BeforeAll
    void start(@TempDir Path folder) {
        world = new World(folder);
    }

    @AfterAll
    void stop() {
        world.close();
    }

    @Test
    void isKeptAsASmallPng() throws Exception {
        assertThat(upload(Samples.png(2048, 1024)).status()).isEqualTo(200);
        HttpAnswer logo = world.member.wire().get(world.path("/logo"));
        assertThat(logo.header("Content-Type")).startsWith("image/png");
        BufferedImage kept = ImageIO.read(new ByteArrayInputStream(logo.bytes()));
        assertThat(kept.getWidth()).isEqualTo(512);
        assertThat(kept.getHeight()).isEqualTo(256);
    }

    @Test
    void keepsTheColors() throws Exception {
        BufferedImage red = new BufferedImage(600, 600, BufferedImage.TYPE_INT_RGB);
        for (int[] row = new int[600], y = {0}; y[0] < 600; y[0]++) {
            Arrays.fill(row, 0xffcc2200);
            red.setRGB(0, y[0], 600, 1, row, 0, 600);
        }
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(red, "jpeg", jpeg);
        HttpAnswer first = upload(jpeg.toByteArray());
        BufferedImage kept = ImageIO.read(new ByteArrayInputStream(
                world.owner.wire().get(world.path("/logo")).bytes()));
        int pixel = kept.getRGB(100, 100);
        assertThat(pixel >> 16 & 255).isBetween(0xc8, 0xd0);
        assertThat(pixel & 255).isLessThan(8);
        HttpAnswer second = upload(Samples.png(3, 3));
        assertThat(second.json().get("logoVersion").asInt())
                .isGreaterThan(first.json().get("logoVersion").asInt());
    }

    @Test
    void refusesWhatIsNoPicture() {
        assertRefused("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8));
        assertRefused("GIF89a".getBytes(StandardCharsets.US_ASCII));
        byte[] png = Samples.png(50, 50);
        assertRefused(Arrays.copyOf(png, 8));
        assertRefused(Arrays.copyOf(png, png.length / 2));
        byte[] liar = png.clone();
        liar[0] = (byte) 0xff;
        liar[1] = (byte) 0xd8;
        liar[2] = (byte) 0xff;
        assertRefused(liar);
    }

    @Test
    void readsTheSizeBeforeThePixels() {
        byte[] bomb = Samples.png(10, 10);
        ByteBuffer header = ByteBuffer.wrap(bomb);
        header.putInt(16, 60_000).putInt(20, 60_000);
        CRC32 crc = new CRC32();
        crc.update(bomb, 12, 17);
        header.putInt(29, (int) crc.getValue());
        HttpAnswer refused = upload(bomb);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().get("detail").asString()).contains("60000 by 60000");
    }

    @Test
    void refusesWhatIsNoBase64() {
        HttpAnswer refused = world.admin.wire().put(world.path("/logo"), "{\"image\":\"***\"}");
        assertThat(refused.json().get("field").asString()).isEqualTo("image");
    }

    private void assertRefused(byte[] bytes) {
        HttpAnswer refused = upload(bytes);
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.json().get("field").asString()).isEqualTo("image");
    }

    private HttpAnswer upload(byte[] image) {
        String body = "{\"image\":\"" + Base64.getEncoder().encodeToString(image) + "\"}";
        return world.admin.wire().put(world.path("/logo"), body);
    }
}
