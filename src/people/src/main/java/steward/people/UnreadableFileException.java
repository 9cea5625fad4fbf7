package steward.people;

import java.util.Arrays;
import java.util.List;

/** The source cannot be read as a table of people: what it is not, and what the words for that need to name. */
public final class UnreadableFileException extends Exception {
    private static final long serialVersionUID = 1;

    public enum Kind {
        MISSING,
        FOLDER,
        NO_PERMISSION,
        FAILED_WHILE_READING,
        /** The reading thread was interrupted. */
        STOPPED,
        /** Size limit in bytes. */
        FILE_TOO_LARGE,
        EMPTY,
        NO_ROWS,
        NO_ADDRESS_COLUMN,
        BINARY,
        IMAGE,
        SOUND_OR_VIDEO,
        PDF,
        ARCHIVE,
        PROGRAM,
        DATABASE,
        OLD_EXCEL,
        BINARY_EXCEL,
        ENCRYPTED,
        OPEN_DOCUMENT,
        OTHER_DOCUMENT,
        WEB_PAGE,
        XML,
        JSON,
        RICH_TEXT,
        CONTACT_CARDS,
        /** LDIF. */
        DIRECTORY_ENTRIES,
        MAIL_MESSAGE,
        /** Line (0 where it is not known), limit in characters. */
        FIELD_TOO_LARGE,
        ROW_TOO_LARGE,
        /** Line, limit. */
        TOO_MANY_COLUMNS,
        /** Limit. */
        TOO_MANY_ROWS,
        /** Line the quote begins on. */
        UNCLOSED_QUOTE,
        BROKEN_WORKBOOK,
        /** Name of the sheet. */
        NO_SUCH_SHEET,
        TOO_MANY_PARTS,
        PART_NAME,
        TOO_LARGE_INSIDE,
        TOO_COMPRESSED,
        PARTS_OVERLAP,
        ENTITIES
    }

    private final transient Kind kind;
    private final transient List<String> args;

    UnreadableFileException(Kind kind, Object... args) {
        super(kind + " " + List.of(args));
        this.kind = kind;
        this.args = Arrays.stream(args).map(String::valueOf).toList();
    }

    UnreadableFileException(Kind kind, Throwable cause) {
        this(kind);
        initCause(cause);
    }

    public Kind kind() {
        return kind;
    }

    public List<String> args() {
        return args;
    }
}
