package steward.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import steward.api.BatchOutcome;
import steward.api.Invitation;
import steward.api.InvitationState;
import steward.api.Json;
import steward.api.Member;
import steward.api.NewRoom;
import steward.api.Organization;
import steward.api.Recording;
import steward.api.Role;
import steward.api.Room;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lays operations over what the cache holds. Pure: lists in, lists out.
 *
 * <p>The operations are those that are open, and those done whose effect the cache has not reached; in order of making.
 * What an open one takes away stays, so that it can be shown leaving; what a done one took away is gone.
 */
final class Overlay {

    /** An invitation is good for so long (domain.md). */
    static final Duration INVITATION = Duration.ofDays(7);
    /** A deleted recording stays in the bin for so long (domain.md). */
    private static final Duration BIN = Duration.ofDays(30);

    private final List<Operation> operations;

    Overlay(List<Operation> operations) {
        this.operations = operations;
    }

    List<Shown<Member>> members(List<Member> cached) {
        return lay(cached, Member::id, (operation, now) -> switch (operation.kind()) {
            case CHANGE_ROLE -> now.map(member -> withRole(member, role(operation)));
            case REMOVE_MEMBER -> leaving(operation, now);
            default -> now;
        });
    }

    List<Shown<Invitation>> invitations(List<Invitation> cached) {
        return lay(cached, Invitation::id, (operation, now) -> switch (operation.kind()) {
            case INVITE_PERSON -> now.or(() -> invited(operation));
            case RESEND_INVITATION -> now.map(it -> resent(it, operation.createdAt()));
            case CANCEL_INVITATION -> now.map(it -> in(it, InvitationState.CANCELED, it.sentAt(), it.expiresAt()));
            default -> now;
        });
    }

    List<Shown<Room>> rooms(List<Room> cached) {
        String prefix = linkPrefix(cached);
        return lay(cached, Room::id, (operation, now) -> switch (operation.kind()) {
            case CREATE_ROOM -> now.or(() -> Optional.of(created(operation, prefix)));
            case EDIT_ROOM -> now.map(room -> edited(room, operation.payload()));
            case DELETE_ROOM -> leaving(operation, now);
            default -> now;
        });
    }

    List<Shown<Recording>> recordings(List<Recording> cached) {
        return lay(cached, Recording::id, (operation, now) -> switch (operation.kind()) {
            case RENAME_RECORDING ->
                now.map(it -> with(it, operation.payload().get("title").stringValue(), it.deletedAt(), it.purgeAt()));
            case DELETE_RECORDING ->
                now.map(it -> with(
                        it,
                        it.title(),
                        operation.createdAt(),
                        operation.createdAt().plus(BIN)));
            case RESTORE_RECORDING -> now.map(it -> with(it, it.title(), null, null));
            default -> now;
        });
    }

    /** @param cached or null */
    Optional<Shown<Organization>> organization(Organization cached) {
        List<Organization> all = cached == null ? List.of() : List.of(cached);
        return lay(all, Organization::id, (operation, now) -> switch (operation.kind()) {
                    case CREATE_ORGANIZATION -> now.or(() -> Optional.of(created(operation)));
                    case EDIT_ORGANIZATION -> now.map(it -> merge(it, operation.payload(), Organization.class));
                    case LEAVE_ORGANIZATION -> leaving(operation, now);
                    default -> now;
                })
                .stream()
                .findFirst();
    }

    /** @param cached PNG bytes, or null */
    Optional<byte[]> logo(byte[] cached) {
        Optional<byte[]> now = Optional.ofNullable(cached);
        for (Operation operation : operations) {
            if (operation.kind() == OperationKind.SET_LOGO) {
                now = Optional.of(operation.payload().get("image").binaryValue());
            }
            if (operation.kind() == OperationKind.REMOVE_LOGO) now = Optional.empty();
        }
        return now;
    }

    private <T> List<Shown<T>> lay(
            List<T> cached, Function<T, UUID> id, BiFunction<Operation, Optional<T>, Optional<T>> effect) {
        if (operations.isEmpty()) {
            return cached.stream().map(it -> new Shown<>(it, it, null)).toList();
        }
        Map<UUID, List<Operation>> byObject = new LinkedHashMap<>();
        for (Operation operation : operations) {
            byObject.computeIfAbsent(operation.objectId(), _ -> new ArrayList<>(1))
                    .add(operation);
        }
        List<Shown<T>> shown = new ArrayList<>(cached.size() + byObject.size());
        for (T it : cached) {
            List<Operation> own = byObject.remove(id.apply(it));
            if (own == null) shown.add(new Shown<>(it, it, null));
            else add(shown, it, own, effect);
        }
        for (List<Operation> own : byObject.values()) add(shown, null, own, effect);
        return shown;
    }

    private static <T> void add(
            List<Shown<T>> shown,
            T before,
            List<Operation> own,
            BiFunction<Operation, Optional<T>, Optional<T>> effect) {
        Optional<T> now = Optional.ofNullable(before);
        Operation pending = null;
        for (Operation operation : own) {
            now = effect.apply(operation, now);
            if (operation.open()) pending = operation;
        }
        if (now.isPresent()) shown.add(new Shown<>(now.get(), before, pending));
    }

    private static <T> Optional<T> leaving(Operation operation, Optional<T> now) {
        return operation.open() ? now : Optional.empty();
    }

    private static Role role(Operation operation) {
        return Json.mapper().treeToValue(operation.payload().get("role"), Role.class);
    }

    private static Member withRole(Member m, Role role) {
        return new Member(
                m.id(),
                m.email(),
                m.name(),
                role,
                m.joinedAt(),
                m.invitedBy(),
                m.lastActiveAt(),
                m.note(),
                m.version());
    }

    /** Nothing was made for who was a member or invited already. */
    private static Optional<Invitation> invited(Operation operation) {
        boolean made = operation.open() || operation.outcome() == null || operation.outcome() == BatchOutcome.CREATED;
        if (!made) return Optional.empty();
        JsonNode payload = operation.payload();
        Instant at = operation.createdAt();
        return Optional.of(new Invitation(
                operation.objectId(),
                payload.get("email").stringValue(),
                role(operation),
                payload.path("name").stringValue(null),
                payload.path("note").stringValue(null),
                InvitationState.PENDING,
                "",
                at,
                at,
                at.plus(INVITATION),
                0));
    }

    private static Invitation resent(Invitation it, Instant at) {
        return in(it, InvitationState.PENDING, at, at.plus(INVITATION));
    }

    private static Invitation in(Invitation it, InvitationState state, Instant sentAt, Instant expiresAt) {
        return new Invitation(
                it.id(),
                it.email(),
                it.role(),
                it.name(),
                it.note(),
                state,
                it.invitedBy(),
                it.invitedAt(),
                sentAt,
                expiresAt,
                it.version());
    }

    private static Room created(Operation operation, String linkPrefix) {
        NewRoom room = Json.mapper().treeToValue(operation.payload(), NewRoom.class);
        String link = linkPrefix.isEmpty() ? "" : linkPrefix + room.slug();
        return new Room(
                room.id(),
                room.name(),
                room.slug(),
                link,
                room.description(),
                room.settings(),
                operation.createdAt(),
                null,
                0);
    }

    private static Room edited(Room room, JsonNode patch) {
        Room now = merge(room, patch, Room.class);
        if (now.slug().equals(room.slug()) || !room.link().endsWith(room.slug())) return now;
        String prefix =
                room.link().substring(0, room.link().length() - room.slug().length());
        return new Room(
                now.id(),
                now.name(),
                now.slug(),
                prefix + now.slug(),
                now.description(),
                now.settings(),
                now.createdAt(),
                now.lastUsedAt(),
                now.version());
    }

    /** What comes before the link name, learned from any room; empty when there is none to learn from. */
    private static String linkPrefix(List<Room> rooms) {
        return rooms.stream()
                .filter(room -> room.link().endsWith(room.slug()))
                .map(room -> room.link()
                        .substring(0, room.link().length() - room.slug().length()))
                .findFirst()
                .orElse("");
    }

    static Organization created(Operation operation) {
        String name = operation.payload().get("name").stringValue();
        return new Organization(operation.objectId(), slug(name), name, "", "#5b5bd6", null, operation.createdAt(), 0);
    }

    /** A likely one, until the server has chosen. */
    static String slug(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    private static Recording with(Recording r, String title, Instant deletedAt, Instant purgeAt) {
        return new Recording(
                r.id(),
                title,
                r.meetingId(),
                r.roomId(),
                r.roomName(),
                r.ownerName(),
                r.startedAt(),
                r.seconds(),
                r.bytes(),
                r.state(),
                deletedAt,
                purgeAt,
                r.version());
    }

    private static <T> T merge(T object, JsonNode patch, Class<T> type) {
        ObjectNode tree = Json.mapper().valueToTree(object);
        merge(tree, patch);
        return Json.mapper().treeToValue(tree, type);
    }

    private static void merge(ObjectNode into, JsonNode patch) {
        patch.properties().forEach(field -> {
            if (field.getValue() instanceof ObjectNode inner && into.get(field.getKey()) instanceof ObjectNode held) {
                merge(held, inner);
            } else {
                into.set(field.getKey(), field.getValue());
            }
        });
    }
}
