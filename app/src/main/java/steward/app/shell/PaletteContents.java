package steward.app.shell;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kordamp.ikonli.feather.Feather;
import steward.api.Meeting;
import steward.api.Member;
import steward.api.Room;
import steward.app.control.IconWord;
import steward.app.control.Tone;
import steward.app.i18n.Folded;
import steward.app.i18n.Messages;
import steward.store.OrganizationData;
import steward.store.Shown;

/** Members and rooms of one organization as the palette finds them. Reads in the background. */
public final class PaletteContents {

    /** What was read. */
    record Read(List<PaletteLine.Entry> members, List<PaletteLine.Entry> rooms) {}

    private final OrganizationData data;
    private final Navigator navigator;

    /** {@code navigator} leads within the very organization of {@code data}. */
    public PaletteContents(OrganizationData data, Navigator navigator) {
        this.data = data;
        this.navigator = navigator;
    }

    Read read() {
        Map<java.util.UUID, Meeting> running = data.meetings().stream()
                .filter(meeting -> meeting.roomId() != null)
                .collect(Collectors.toMap(Meeting::roomId, Function.identity(), (one, other) -> one));
        return new Read(
                data.members().stream().map(this::member).toList(),
                data.rooms().stream()
                        .map(room -> room(room.now(), running.get(room.now().id())))
                        .toList());
    }

    private PaletteLine.Entry member(Shown<Member> shown) {
        Member member = shown.now();
        String role = Messages.text("shell.role." + member.role().name().toLowerCase(java.util.Locale.ROOT));
        return new PaletteLine.Entry(
                "member-" + member.id(),
                new PaletteLine.Mark.Person(member.name()),
                Folded.of(member.name()),
                Folded.of(member.email()),
                new IconWord(null, Tone.MUTED, shown.isPending() ? Messages.text("shell.palette.pending", role) : role),
                "",
                () -> navigator.show(Place.MEMBERS, member.id()));
    }

    private PaletteLine.Entry room(Room room, Meeting running) {
        IconWord state = running == null
                ? null
                : new IconWord(
                        Feather.VIDEO,
                        Tone.SUCCESS,
                        Messages.text(
                                "shell.palette.people",
                                running.participants().stream()
                                        .filter(participant -> participant.leftAt() == null)
                                        .count()));
        return new PaletteLine.Entry(
                "room-" + room.id(),
                new PaletteLine.Mark.Icon(Feather.LAYOUT),
                Folded.of(room.name()),
                Folded.of(room.slug()),
                state,
                "",
                () -> navigator.show(Place.ROOMS, room.id()));
    }
}
