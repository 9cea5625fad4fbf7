package steward.people;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import steward.api.Role;

/** What the tests do again and again: read everything, check everything. */
record Reading(Guess guess, List<CheckedRow> rows, Tally tally) {

    static Reading of(Path file) throws UnreadableFileException {
        return of(file, Policy.of(Role.OWNER));
    }

    static Reading of(Path file, Policy policy) throws UnreadableFileException {
        try (PeopleFile people = PeopleFile.open(file)) {
            return of(people, people.guess(), policy, Lookup.NOBODY);
        }
    }

    static Reading ofText(String text) throws UnreadableFileException {
        return ofText(text, Policy.of(Role.OWNER), Lookup.NOBODY);
    }

    static Reading ofText(String text, Policy policy, Lookup lookup) throws UnreadableFileException {
        try (PeopleFile people = PeopleFile.ofText(text)) {
            return of(people, people.guess(), policy, lookup);
        }
    }

    static Reading of(PeopleFile people, Guess guess, Policy policy, Lookup lookup) throws UnreadableFileException {
        Checker checker = new Checker(lookup, policy);
        List<CheckedRow> rows = new ArrayList<>();
        people.read(guess.settings(), row -> rows.add(checker.check(row)));
        return new Reading(guess, rows, checker.tally());
    }

    CheckedRow row(int index) {
        return rows.get(index);
    }

    List<String> emails() {
        return rows.stream().map(row -> row.row().email()).toList();
    }

    List<String> names() {
        return rows.stream().map(row -> row.row().name()).toList();
    }

    List<Outcome> outcomes() {
        return rows.stream().map(CheckedRow::outcome).toList();
    }

    static Path file(Path folder, String name, byte[] content) {
        try {
            return Files.write(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path file(Path folder, String name, String content) {
        return file(folder, name, content.getBytes(StandardCharsets.UTF_8));
    }

    static Path file(Path folder, String name, String content, Charset charset) {
        return file(folder, name, content.getBytes(charset));
    }

    /** A file of the test resources, copied to where it can be opened. */
    static Path resource(Path folder, String name) {
        try (InputStream in = Reading.class.getResourceAsStream(name)) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            in.transferTo(bytes);
            return file(folder, Path.of(name).getFileName().toString(), bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
