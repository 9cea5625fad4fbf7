package steward.people;

/** What a source may cost before it is refused. */
final class Limits {
    static final long FILE = 1L << 30;
    /** Twice what a spreadsheet allows in a cell. */
    static final int FIELD = 65_536;

    static final int RECORD = 1 << 20;
    /** Characters kept of a source to guess by. */
    static final int SAMPLE = 2 << 20;

    static final int COLUMNS = 4_096;
    static final long ROWS = 2_000_000;

    static final int ZIP_ENTRIES = 2_000;
    static final int ZIP_NAME = 512;
    static final long ZIP_TOTAL = 1L << 30;
    static final long ZIP_RATIO = 100;
    /** Small parts may be as repetitive as they like. */
    static final long ZIP_RATIO_FROM = 1 << 20;

    static final long SHARED_STRINGS = 64L << 20;
    /** What is kept in memory may be less repetitive than what passes by: real lists of people are far from it. */
    static final long SHARED_STRINGS_RATIO = 40;

    static final int SHARED_STRINGS_COUNT = 3_000_000;
    /** Twice what a spreadsheet can hold. */
    static final long SHEET_ROWS = 1 << 21;

    private Limits() {}
}
