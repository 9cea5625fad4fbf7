package steward.sync;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import steward.api.Ids;
import steward.api.Invitation;
import steward.api.Json;
import steward.api.Member;
import steward.api.NewRoom;
import steward.api.Organization;
import steward.api.Recording;
import steward.api.Role;
import steward.api.Room;
import steward.api.RoomRecording;
import steward.api.RoomSettings;
import steward.api.WhoMayStart;
import steward.store.Operation;
import steward.store.OperationState;
import steward.store.OrganizationData;
import steward.store.Outbox;
import steward.store.Request;
import steward.store.Shown;

/**
 * One run of the property: invitations to several organizations, some sent again, some taken back, and in one of them
 * rooms, a role, recordings and the description, through faults and restarts drawn from a seed; at the end each has
 * exactly one effect, its mails and its line in the audit log.
 */
final class ExactlyOnceRun {

    private static final int ORGANIZATIONS = 3;
    private static final int INVITATIONS = 40;
    private static final int RESTARTS = 4;
    private static final int ROOMS = 4;
    private static final RoomSettings SETTINGS =
            new RoomSettings(true, false, null, false, false, RoomRecording.OFF, 10, WhoMayStart.MEMBERS);
    private static final String SINGLES =
            "SELECT action FROM audit WHERE action LIKE 'room.%' OR action LIKE 'recording.%' OR action = 'member.role'"
                    + " OR action = 'organization.edit'";

    private final Random random;
    private final World world;
    private final List<UUID> organizations = new ArrayList<>();
    private final List<String> expectedMails = new ArrayList<>();
    private final List<String> expectedStates = new ArrayList<>();
    private final Map<String, Integer> lost = new ConcurrentHashMap<>();
    private Session session;

    private ExactlyOnceRun(World world, long seed) {
        this.world = world;
        this.random = new Random(seed);
        world.seed = seed;
        world.pace = new Pace(
                Duration.ofSeconds(2),
                Duration.ofSeconds(1),
                Duration.ofMillis(10),
                Duration.ofMillis(60),
                Duration.ofMinutes(1),
                Duration.ofSeconds(40));
    }

    /** @return what is wrong at the end; empty when every operation has exactly one effect */
    static List<String> of(Path folder, long seed, UnaryOperator<Courier> courier) throws Exception {
        try (World world = new World(folder)) {
            world.courier = courier;
            return new ExactlyOnceRun(world, seed).run();
        }
    }

    private List<String> run() {
        organizations.add(world.org);
        for (int i = 1; i < ORGANIZATIONS; i++) {
            UUID orgId = Ids.next();
            world.found(orgId, "Org " + i, world.ownerToken);
            organizations.add(orgId);
        }
        new RuntimePart(world).record("Lecture");
        session = world.signIn();
        session.open(world.org);
        World.await(
                "pull",
                () -> session.store().organization(world.org).recordings().size() == 1);
        session.workOffline(true);
        stageSingles();
        for (int i = 0; i < ORGANIZATIONS; i++) stage(i);
        world.proxy.plan(faults());
        session.workOffline(false);
        for (int i = 0; i < RESTARTS; i++) {
            int writes = world.proxy.writes() + 1 + random.nextInt(12);
            World.await("more writes", () -> world.proxy.writes() >= writes || moving().isEmpty());
            if (random.nextInt(3) == 0) world.restartServer();
            session = world.restart();
        }
        world.proxy.plan(this::lostResend);
        World.await(() -> "all settled, open: " + moving(), () -> moving().isEmpty());
        return faultsFound();
    }

    /** What goes on by itself: neither done, nor a person's turn, nor behind such a one. */
    private List<String> moving() {
        List<Operation> all = session.store().outbox().list();
        Set<UUID> blocked = all.stream()
                .filter(each -> each.state() == OperationState.ATTENTION)
                .map(Operation::objectId)
                .collect(Collectors.toSet());
        return all.stream()
                .filter(each -> each.state() != OperationState.DONE && !blocked.contains(each.objectId()))
                .map(each -> each.kind() + " " + each.subject() + " " + each.state() + " after " + each.attempts()
                        + " attempts, " + session.sending(each.orgId()))
                .toList();
    }

    private void stage(int number) {
        UUID orgId = organizations.get(number);
        List<Request> invitations = new ArrayList<>();
        for (int i = 0; i < INVITATIONS; i++) invitations.add(World.invitation("p" + i + "@org" + number + ".example"));
        Outbox outbox = session.store().outbox();
        outbox.stage(orgId, invitations, Duration.ZERO, null);
        List<Invitation> shown = session.store().organization(orgId).invitations().stream()
                .map(each -> each.now())
                .toList();
        for (Invitation each : shown) {
            expectedMails.add(each.email());
            boolean again = random.nextInt(4) == 0;
            boolean back = random.nextInt(4) == 0;
            if (again) {
                outbox.stage(orgId, List.of(new Request.ResendInvitation(each)), Duration.ZERO, null);
                expectedMails.add(each.email());
            }
            if (back) outbox.stage(orgId, List.of(new Request.CancelInvitation(each)), Duration.ZERO, null);
            expectedStates.add(each.email() + (back ? " canceled" : " pending"));
        }
    }

    /** What is sent one call each; of every object several, in order. */
    private void stageSingles() {
        OrganizationData data = session.store().organization(world.org);
        Recording recording = data.recordings().getFirst().now();
        stage(new Request.DeleteRecording(recording));
        stage(new Request.RestoreRecording(recording));
        stage(new Request.RenameRecording(recording, "Lecture, cut"));
        for (int i = 0; i < ROOMS; i++) {
            stage(new Request.CreateRoom(new NewRoom(Ids.next(), "Room " + i, "room-" + i, "", SETTINGS)));
        }
        for (Shown<Room> each : data.rooms()) {
            stage(new Request.EditRoom(
                    each.now(), Json.mapper().createObjectNode().put("description", "Edited")));
        }
        stage(new Request.DeleteRoom(data.rooms().getFirst().now()));
        Member admin = data.members().stream()
                .map(Shown::now)
                .filter(each -> each.id().equals(world.adminMember))
                .findFirst()
                .orElseThrow();
        stage(new Request.ChangeRole(admin, Role.MEMBER));
        Organization organization = data.organization().orElseThrow().now();
        stage(new Request.EditOrganization(
                organization, Json.mapper().createObjectNode().put("description", "Through it all")));
    }

    private void stage(Request request) {
        session.store().outbox().stage(world.org, List.of(request), Duration.ZERO, null);
    }

    private static List<String> expectedActions() {
        List<String> expected = new ArrayList<>(List.of(
                "recording.delete",
                "recording.restore",
                "recording.rename",
                "room.delete",
                "member.role",
                "organization.edit"));
        expected.addAll(Collections.nCopies(ROOMS, "room.create"));
        expected.addAll(Collections.nCopies(ROOMS, "room.edit"));
        return expected;
    }

    /** Drawn in the order of calls: about one write in two is disturbed. */
    private Function<FaultProxy.Call, Fault> faults() {
        Random drawn = new Random(random.nextLong());
        Fault[] all = Stream.of(Fault.values()).filter(Fault::isPassing).toArray(Fault[]::new);
        return call -> {
            if (lostResend(call) != Fault.NONE) return Fault.DROP_ANSWER;
            synchronized (drawn) {
                int chance = call.isWrite() ? 50 : 15;
                if (drawn.nextInt(100) >= chance) return Fault.NONE;
                Fault fault = all[drawn.nextInt(all.length)];
                return fault == Fault.STALL && drawn.nextInt(3) > 0 ? Fault.DROP_ANSWER : fault;
            }
        };
    }

    /**
     * Resending is what only the key protects, no natural key does: answers to it are lost for sure, more often than
     * a restart may come before there is one.
     */
    private Fault lostResend(FaultProxy.Call call) {
        boolean lose = call.path().endsWith("/resend") && lost.merge(call.path(), 1, Integer::sum) <= RESTARTS + 1;
        return lose ? Fault.DROP_ANSWER : Fault.NONE;
    }

    private List<String> faultsFound() {
        List<String> found = new ArrayList<>();
        compare("mails", world.rows("SELECT recipient FROM mail"), expectedMails, found);
        compare("invitations", world.rows("SELECT email || ' ' || state FROM invitation"), expectedStates, found);
        compare("effects", world.rows(SINGLES), expectedActions(), found);
        for (Operation each : session.store().outbox().list()) {
            if (each.state() != OperationState.DONE)
                found.add(each.kind() + " " + each.subject() + " is " + each.state());
        }
        return found;
    }

    private static void compare(String what, List<String> actual, List<String> expected, List<String> found) {
        List<String> missing = new ArrayList<>(expected);
        List<String> surplus = new ArrayList<>();
        for (String each : actual) if (!missing.remove(each)) surplus.add(each);
        Collections.sort(surplus);
        if (!missing.isEmpty()) found.add(what + " lost: " + missing);
        if (!surplus.isEmpty()) found.add(what + " too often: " + surplus);
    }
}
