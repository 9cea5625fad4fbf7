package steward.app.tour;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** The files a tour hands to the app: a list of people with mistakes in it, a logo. */
final class Props {
    /** Those of the list who can be invited as they stand. */
    static final List<String> GUESTS = List.of(
            "noor.haddad@guests.example",
            "tomas.vrba@guests.example",
            "aiko.mori@guests.example",
            "leila.osei@guests.example",
            "piotr.zielinski@guests.example",
            "marta.silva@guests.example",
            "yusuf.demir@guests.example",
            "hanna.koskela@guests.example");

    /** Of the one whose address is typed anew in the preview. */
    static final String FIXED = "sam.okoro@guests.example";

    /** Where that one stands in the list. */
    static final int FIXED_ROW = 11;

    /** Whom a colleague invites meanwhile, as a Member; the list says Admin. */
    static final String CONTESTED = "leila.osei@guests.example";

    /** Where that one stands in the list. */
    static final int CONTESTED_ROW = 4;

    /** The address the contested one is invited at instead. */
    static final String OTHER_ADDRESS = "leila.osei@desk.guests.example";

    private static final int LOGO = 256;

    private Props() {}

    /** The list: eight good rows, a member who is there already, one row twice, two that cannot be read. */
    static Path people(Path folder, String alreadyThere) {
        String text = """
                E-Mail;Name;Role;Note
                noor.haddad@guests.example;Noor Haddad;member;Guest lecturer, spring
                tomas.vrba@guests.example;Tomáš Vrba;Member;
                aiko.mori@guests.example;森 愛子;member;Choir
                leila.osei@guests.example;Leila Osei;admin;Service desk
                %s;Åsa Lindqvist;member;
                piotr.zielinski@guests.example;Piotr Zieliński;member;
                marta.silva@guests;Marta;member;
                marta.silva@guests.example;Marta Silva;member;
                tomas.vrba@guests.example;Tomáš Vrba;member;
                yusuf.demir@guests.example;Yusuf Demir;member;Guest lecturer, spring
                not an address;Somebody;member;
                hanna.koskela@guests.example;Hanna Koskela;member;
                """.formatted(alreadyThere);
        return write(folder.resolve("spring-guests.csv"), text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** Everyone who is invited of it: as they stand, and the one typed anew. */
    static List<String> invited() {
        return Stream.concat(GUESTS.stream(), Stream.of(FIXED)).toList();
    }

    /** A tower on a hill, in the organization's green. */
    static Path logo(Path folder) {
        var image = new BufferedImage(LOGO, LOGO, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(new Color(0x0b, 0x7a, 0x6e));
        pen.fillRect(0, 0, LOGO, LOGO);
        pen.setColor(Color.WHITE);
        pen.fillPolygon(new int[] {128, 84, 172}, new int[] {36, 92, 92}, 3);
        pen.fillRect(98, 100, 60, 84);
        pen.fillArc(28, 156, 200, 120, 0, 180);
        pen.dispose();
        try (var bytes = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", bytes);
            return write(folder.resolve("logo.png"), bytes.toByteArray());
        } catch (IOException e) {
            throw new TourException("the logo cannot be drawn", e);
        }
    }

    private static Path write(Path file, byte[] bytes) {
        try {
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new TourException(file + " cannot be written", e);
        }
    }
}
