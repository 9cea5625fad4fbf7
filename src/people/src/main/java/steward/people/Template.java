package steward.people;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The table to fill in: headings this room knows and a sample row that is passed over when it is read. */
public final class Template {

    private Template() {}

    /** Writes to a new file; one that exists is left alone. */
    public static void create(Path path, char delimiter) throws IOException {
        try (Writer out = Files.newBufferedWriter(
                path, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            write(out, delimiter);
        }
    }

    /** @param delimiter what the spreadsheets of the user's country put between cells: a comma or a semicolon */
    public static void write(Writer out, char delimiter) throws IOException {
        // The mark makes spreadsheets take the file for what it is.
        out.write("\uFEFFemail,name,role,note\r\n".replace(',', delimiter));
        out.write("Example: ada@company.example,Ada Lovelace,member,Welcome\r\n".replace(',', delimiter));
    }
}
