package steward.store;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import steward.api.Change;
import steward.api.ChangePage;
import steward.api.CollectionName;
import steward.api.Ids;
import steward.api.Invitation;
import steward.api.InvitationState;
import steward.api.Json;
import steward.api.Meeting;
import steward.api.Member;
import steward.api.NewRoom;
import steward.api.Organization;
import steward.api.Recording;
import steward.api.RecordingState;
import steward.api.Role;
import steward.api.Room;
import steward.api.RoomRecording;
import steward.api.RoomSettings;
import steward.api.WhoMayStart;

/** Objects for tests. */
final class Samples {

    static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    static final RoomSettings SETTINGS =
            new RoomSettings(true, false, null, true, false, RoomRecording.OFF, 100, WhoMayStart.MEMBERS);

    /** A clock moved by hand. */
    static final class Clock implements InstantSource {
        private volatile Instant now = NOW;

        @Override
        public Instant instant() {
            return now;
        }

        void forward(long seconds) {
            now = now.plusSeconds(seconds);
        }
    }

    private Samples() {}

    static Request.InvitePerson invite(String email) {
        return new Request.InvitePerson(Ids.next(), email, Role.MEMBER, null, null, null);
    }

    static Member member(String email, Role role, long version) {
        return new Member(Ids.next(), email, "Ann Example", role, NOW, null, null, null, version);
    }

    static Invitation invitation(String email, long version) {
        return invitation(Ids.next(), email, version);
    }

    static Invitation invitation(UUID id, String email, long version) {
        return new Invitation(
                id,
                email,
                Role.MEMBER,
                null,
                null,
                InvitationState.PENDING,
                "Owner",
                NOW,
                NOW,
                NOW.plusSeconds(7 * 86400),
                version);
    }

    static Room room(String slug, long version) {
        return new Room(
                Ids.next(),
                "Room " + slug,
                slug,
                "https://meet.example/acme/" + slug,
                "",
                SETTINGS,
                NOW,
                null,
                version);
    }

    static NewRoom newRoom(String slug) {
        return new NewRoom(Ids.next(), "Room " + slug, slug, "", SETTINGS);
    }

    static Recording recording(String title, long version) {
        return new Recording(
                Ids.next(),
                title,
                Ids.next(),
                null,
                null,
                "Ann",
                NOW,
                60,
                1000,
                RecordingState.READY,
                null,
                null,
                version);
    }

    static Meeting meeting(UUID id, String title, Instant endedAt, long version) {
        return new Meeting(
                id, title, null, null, null, "Ann", NOW, 60, false, null, null, endedAt, null, List.of(), version);
    }

    static Organization organization(UUID id, String name, Integer logoVersion, long version) {
        return new Organization(id, "acme", name, "", "#112233", logoVersion, NOW, version);
    }

    static Change change(long seq, CollectionName collection, UUID id, Object body) {
        return new Change(
                seq,
                collection,
                id,
                body == null,
                body == null ? null : Json.mapper().valueToTree(body));
    }

    static ChangePage page(long next, boolean more, Change... changes) {
        return new ChangePage(List.of(changes), next, more);
    }

    static Dispatch.Answer done(Operation operation, Long changeSeq) {
        return new Dispatch.Answer(operation.id(), OperationState.DONE, 200, null, null, changeSeq, null);
    }
}
