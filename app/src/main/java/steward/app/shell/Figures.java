package steward.app.shell;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import steward.app.i18n.Formats;
import steward.store.OrganizationData;

/**
 * What navigation and status bar say of the open organization.
 *
 * @param counts in words, by place; a place without one is not known or has none
 * @param syncedAt when the cache last caught up, or null
 * @param liveAt when live figures were last right, or null
 */
public record Figures(Map<Place, String> counts, Instant syncedAt, Instant liveAt) {
    public static final Figures UNKNOWN = new Figures(Map.of(), null, null);

    /** Of people, rooms and recordings; read again when the organization changed. */
    static Figures things(OrganizationData data) {
        if (!data.known()) {
            return UNKNOWN;
        }
        Formats formats = Formats.current();
        Map<Place, String> counts = new EnumMap<>(Place.class);
        int invited = data.invitationCounts(Instant.EPOCH, Instant.EPOCH).pending();
        counts.put(Place.MEMBERS, formats.number(data.members().size() + invited));
        counts.put(Place.ROOMS, formats.number(data.rooms().size()));
        counts.put(
                Place.RECORDINGS,
                formats.number(data.recordings().stream()
                        .filter(recording -> recording.now().deletedAt() == null)
                        .count()));
        return new Figures(counts, data.syncedAt().orElse(null), null);
    }

    /** Of meetings and licenses; read again with every live event. */
    static Figures live(OrganizationData data) {
        if (!data.known()) {
            return UNKNOWN;
        }
        Formats formats = Formats.current();
        Map<Place, String> counts = new EnumMap<>(Place.class);
        counts.put(Place.MEETINGS, formats.number(data.meetings().size()));
        data.lastSample()
                .ifPresent(sample -> counts.put(
                        Place.LICENSES, formats.number(sample.inUse()) + " / " + formats.number(sample.owned())));
        return new Figures(counts, null, data.liveAt().orElse(null));
    }
}
