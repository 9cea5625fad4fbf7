package steward.api;

/**
 * How a room behaves.
 *
 * @param passcode or null
 */
public record RoomSettings(
        boolean waitingRoom,
        boolean signInRequired,
        String passcode,
        boolean joinBeforeHost,
        boolean muteOnEntry,
        RoomRecording recording,
        int participantLimit,
        WhoMayStart whoMayStart) {
    public RoomSettings {
        Check.present("recording", recording);
        Check.range("participantLimit", participantLimit, 2, 10000);
        Check.present("whoMayStart", whoMayStart);
    }
}
