package steward.store;

import java.util.UUID;
import steward.api.Invitation;
import steward.api.Member;
import steward.api.NewRoom;
import steward.api.Organization;
import steward.api.Recording;
import steward.api.Role;
import steward.api.Room;
import tools.jackson.databind.node.ObjectNode;

/**
 * A change somebody asks for, to be kept in the outbox. Each says which object it is about; requests about one object
 * are sent in the order they were made.
 */
public sealed interface Request {

    /** The object the request is about: its operations are sent strictly in order. */
    UUID objectId();

    /**
     * @param id of the new invitation
     * @param name or null
     * @param note or null
     * @param sourceRow number of the row in the import file, or null
     */
    record InvitePerson(UUID id, String email, Role role, String name, String note, Long sourceRow) implements Request {
        @Override
        public UUID objectId() {
            return id;
        }
    }

    record ResendInvitation(Invitation invitation) implements Request {
        @Override
        public UUID objectId() {
            return invitation.id();
        }
    }

    record CancelInvitation(Invitation invitation) implements Request {
        @Override
        public UUID objectId() {
            return invitation.id();
        }
    }

    record ChangeRole(Member member, Role role) implements Request {
        @Override
        public UUID objectId() {
            return member.id();
        }
    }

    record RemoveMember(Member member) implements Request {
        @Override
        public UUID objectId() {
            return member.id();
        }
    }

    record CreateRoom(NewRoom room) implements Request {
        @Override
        public UUID objectId() {
            return room.id();
        }
    }

    /** @param patch only the fields that change, as {@code RoomPatch} of the contract */
    record EditRoom(Room room, ObjectNode patch) implements Request {
        @Override
        public UUID objectId() {
            return room.id();
        }
    }

    record DeleteRoom(Room room) implements Request {
        @Override
        public UUID objectId() {
            return room.id();
        }
    }

    /** @param patch only the fields that change, as {@code OrganizationPatch} of the contract */
    record EditOrganization(Organization organization, ObjectNode patch) implements Request {
        @Override
        public UUID objectId() {
            return organization.id();
        }
    }

    /** @param image PNG or JPEG as picked; the server re-encodes it */
    record SetLogo(Organization organization, byte[] image) implements Request {
        @Override
        public UUID objectId() {
            return organization.id();
        }
    }

    record RemoveLogo(Organization organization) implements Request {
        @Override
        public UUID objectId() {
            return organization.id();
        }
    }

    record RenameRecording(Recording recording, String title) implements Request {
        @Override
        public UUID objectId() {
            return recording.id();
        }
    }

    record DeleteRecording(Recording recording) implements Request {
        @Override
        public UUID objectId() {
            return recording.id();
        }
    }

    record RestoreRecording(Recording recording) implements Request {
        @Override
        public UUID objectId() {
            return recording.id();
        }
    }

    /** The organization of the operation is the new one: it is shown in the switcher at once. */
    record CreateOrganization(UUID id, String name) implements Request {
        @Override
        public UUID objectId() {
            return id;
        }
    }

    record LeaveOrganization(UUID id) implements Request {
        @Override
        public UUID objectId() {
            return id;
        }
    }
}
