package steward.app.control;

import org.kordamp.ikonli.Ikon;

/** A state in a table: an icon in its tone beside a word; the word is muted for {@link Tone#MUTED}, accent for pending. */
public record IconWord(Ikon icon, Tone tone, String word) {}
