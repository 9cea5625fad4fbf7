package steward.people;

/** Something about a text that can deceive the eye and is therefore shown. */
public enum Mark {
    /** Letters of several scripts within one word of the address. */
    ADDRESS_MIXES_SCRIPTS,
    NAME_MIXES_SCRIPTS,
    /** A character that turns the reading direction or cannot be seen. */
    ADDRESS_HIDES_CHARACTERS,
    NAME_HIDES_CHARACTERS
}
