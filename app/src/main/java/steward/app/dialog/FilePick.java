package steward.app.dialog;

import java.util.List;

/** Which file: the window's title, a proposed name (may be empty), what kind of file in words, and its patterns. */
public record FilePick(String title, String proposedName, String kind, List<String> patterns) {
    public FilePick {
        patterns = List.copyOf(patterns);
    }
}
