package steward.api;

/** Recording is turned on or off (runtime). */
public record RecordMeeting(boolean on) {}
