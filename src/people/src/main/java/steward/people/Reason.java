package steward.people;

import java.util.List;

/** Why a row has its outcome: a code, and what the words need to name. Words live with whoever shows them. */
public record Reason(Code code, List<String> args) {

    public enum Code {
        READY,
        /** Since when (ISO instant, may be empty), role now. */
        MEMBER_SINCE,
        /** Since when (ISO instant, may be empty), role asked for then. */
        INVITED_SINCE,
        /** As INVITED_SINCE, but the file asks for another role. */
        INVITED_WITH_OTHER_ROLE,
        /** The number of the row that is used. */
        SAME_AS_ROW,
        /** The word of the file. */
        SKIPPED_SUSPENDED,
        SKIPPED_BOT,
        SKIPPED_EXAMPLE,
        SKIPPED_DONE,
        /** How many filled cells too many. */
        TOO_MANY_CELLS,
        NO_ADDRESS,
        NO_AT,
        SEVERAL_AT,
        ADDRESS_TOO_LONG,
        BAD_LOCAL,
        BAD_DOMAIN,
        /** How many addresses stand in the cell. */
        SEVERAL_ADDRESSES,
        /** Invisible or direction-changing characters within the address. */
        HIDDEN_CHARACTERS,
        /** The domain as typed, the one probably meant. */
        DOMAIN_TYPO,
        /** The domain as typed, the one it imitates with letters of another script. */
        DOMAIN_LOOKALIKE,
        /** The word of the file. */
        UNKNOWN_ROLE,
        /** The word: an owner cannot be invited. */
        OWNER_ROLE,
        /** The longest allowed. */
        NAME_TOO_LONG,
        NOTE_TOO_LONG,
        /** The role that may not be given. */
        MAY_NOT_INVITE_AS
    }

    static Reason of(Code code, String... args) {
        return new Reason(code, List.of(args));
    }
}
