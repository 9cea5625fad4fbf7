package steward.people;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lists of words this room ships, one kind a line: {@code KIND: word | word}. */
final class WordList {
    private static final Pattern LINE = Pattern.compile("(?m)^([A-Z0-9_]+): (.*)$");

    private WordList() {}

    /** The words of each kind in normal form, in the order of the file. */
    static Map<String, Set<String>> read(String name) {
        Map<String, Set<String>> lists = new LinkedHashMap<>();
        try (InputStream in = WordList.class.getResourceAsStream(name)) {
            Matcher line = LINE.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            while (line.find()) {
                Set<String> words = lists.computeIfAbsent(line.group(1), kind -> new LinkedHashSet<>());
                for (String word : line.group(2).split("\\|")) words.add(Headings.normal(word));
            }
            return lists;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
