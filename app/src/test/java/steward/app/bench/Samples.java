package steward.app.bench;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of people, as a school or a company would export them. */
final class Samples {
    private static final String[] FIRST = {"Åsa", "Grace", "Jonas", "Ольга", "Siobhán", "Νίκος", "Mehmet", "陽斗"};
    private static final String[] LAST = {"Lindqvist", "Østergård", "Weber", "Иванова", "Ní Bhriain", "Παππάς", "Yılmaz"
    };

    private Samples() {}

    static String email(int i) {
        return "person" + i + "@haven.example";
    }

    static String name(int i) {
        return FIRST[i % FIRST.length] + " " + LAST[i / FIRST.length % LAST.length];
    }

    static Path csv(Path file, int rows) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write("Email,Name,Note\n");
            for (int i = 0; i < rows; i++) {
                out.write(email(i) + "," + name(i) + ",Room " + i % 400 + "\n");
            }
        }
        return file;
    }
}
