package steward.people;

/** Why a row is passed over, with the word of the file that says so. */
public record Skip(Kind kind, String word) {

    public enum Kind {
        /** Switched off, suspended or deleted where the file comes from. */
        SUSPENDED,
        BOT,
        /** The sample row of a template. */
        EXAMPLE,
        /** Already done, says our own report. */
        DONE
    }
}
