package steward.people;

import java.util.List;

/**
 * Which columns, counted from 0, hold what; {@link #NONE} stands for no column.
 *
 * @param email the first filled cell of these counts
 * @param name joined by a space
 * @param flags the columns that say that a row is to be passed over
 */
public record Columns(List<Integer> email, List<Integer> name, int role, int note, List<Flag> flags) {

    public static final int NONE = -1;

    /** What the cells of a flag column mean. */
    public enum Meaning {
        /** A word such as Suspended, Deactivated or Bot. */
        WORD,
        /** Yes means switched off. */
        YES_IS_OFF,
        /** No means switched off. */
        NO_IS_OFF,
        /** Yes means that it is a program. */
        YES_IS_BOT,
        /** Anything at all means deleted. */
        FILLED_IS_OFF,
        /** A number whose second bit says that the account is switched off. */
        BIT_IS_OFF,
        /** The state column of our own report. */
        REPORT_STATE
    }

    public record Flag(int column, Meaning meaning) {}

    public Columns {
        email = List.copyOf(email);
        name = List.copyOf(name);
        flags = List.copyOf(flags);
    }

    public Columns withEmail(int column) {
        return new Columns(List.of(column), name, role, note, flags);
    }

    public Columns withName(List<Integer> columns) {
        return new Columns(email, columns, role, note, flags);
    }

    public Columns withRole(int column) {
        return new Columns(email, name, column, note, flags);
    }

    public Columns withNote(int column) {
        return new Columns(email, name, role, column, flags);
    }

    public Columns withFlags(List<Flag> columns) {
        return new Columns(email, name, role, note, columns);
    }
}
