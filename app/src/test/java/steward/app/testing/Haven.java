package steward.app.testing;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import steward.api.AddOn;
import steward.api.AddOns;
import steward.api.BillingInterval;
import steward.api.BillingItem;
import steward.api.BillingLine;
import steward.api.BillingState;
import steward.api.Catalog;
import steward.api.CollectionName;
import steward.api.Ids;
import steward.api.Invitation;
import steward.api.InvitationState;
import steward.api.Invoice;
import steward.api.InvoiceState;
import steward.api.Meeting;
import steward.api.Member;
import steward.api.Organization;
import steward.api.Participant;
import steward.api.ParticipantRole;
import steward.api.PaymentMethod;
import steward.api.Plan;
import steward.api.PlanChoice;
import steward.api.PlanId;
import steward.api.Recording;
import steward.api.RecordingState;
import steward.api.RefusedStart;
import steward.api.Role;
import steward.api.Room;
import steward.api.RoomRecording;
import steward.api.RoomSettings;
import steward.api.Subscription;
import steward.api.WhoMayStart;

/** A small organization with one of everything, as a pull would have brought it; relative to the test's standing time. */
public final class Haven implements AutoCloseable {

    public static final Instant NOW = TestOrganization.NOW;
    public static final UUID AULA = Ids.next();
    public static final UUID EMPTY_ROOM = Ids.next();
    public static final UUID MEETING = Ids.next();
    public static final UUID KEPT = Ids.next();
    public static final UUID BINNED = Ids.next();

    public final TestOrganization organization;

    public Haven(Path folder) {
        organization = new TestOrganization(folder);
        organization.pull(CollectionName.ORGANIZATION, List.of(identity(organization.orgId)));
        organization.pull(
                CollectionName.ROOMS,
                List.of(
                        room(AULA, "Aula B", "aula-b", ago(1)),
                        room(EMPTY_ROOM, "Choir practice", "choir", ago(24 * 120))));
        organization.pull(CollectionName.MEETINGS, List.of(meeting(MEETING, "Thesis defense", AULA, 99, 60)));
        organization.pull(
                CollectionName.RECORDINGS,
                List.of(recording(KEPT, "Open day", null), recording(BINNED, "Rehearsal", ago(30))));
        organization.pull(
                CollectionName.SUBSCRIPTION,
                List.of(new SubscriptionObject(organization.orgId, subscription(BillingState.ACTIVE))));
        organization.pull(
                CollectionName.MEMBERS,
                List.of(
                        member("asa@haven.example", "Åsa Lindqvist", Role.OWNER),
                        member("olga@haven.example", "Ольга Иванова", Role.MEMBER)));
        organization.pull(CollectionName.INVITATIONS, List.of(invitation("lan@haven.example", Duration.ofHours(20))));
        organization.pull(CollectionName.INVOICES, List.of(invoice("HB-2026-0001", InvoiceState.PAID)));
        organization.pull(
                CollectionName.PAYMENT_METHODS,
                List.of(new PaymentMethod(Ids.next(), "Visa", "4242", 8, 2027, true, false, 1)));
        organization.pull(
                CollectionName.REFUSED_STARTS,
                List.of(new RefusedStart(Ids.next(), ago(4), "Grace Østergård", "Library tour", 20, 20)));
        organization.store().cacheWriter(organization.orgId).saveCatalog(catalog());
    }

    /** As the change feed carries it: the subscription's object has the organization's id. */
    private record SubscriptionObject(
            UUID id,
            PlanChoice choice,
            String currency,
            long recurringTotal,
            Instant periodStart,
            Instant periodEnd,
            int licensesOwned,
            long storageBytes,
            int participantLimit,
            int meetingMinutes,
            BillingState state,
            Object dunning,
            int refusedRecordings,
            long version) {
        SubscriptionObject(UUID id, Subscription s) {
            this(
                    id,
                    s.choice(),
                    s.currency(),
                    s.recurringTotal(),
                    s.periodStart(),
                    s.periodEnd(),
                    s.licensesOwned(),
                    s.storageBytes(),
                    s.participantLimit(),
                    s.meetingMinutes(),
                    s.state(),
                    s.dunning(),
                    s.refusedRecordings(),
                    s.version());
        }
    }

    public static Instant ago(long hours) {
        return NOW.minus(Duration.ofHours(hours));
    }

    private static Organization identity(UUID id) {
        return new Organization(
                id, "havenbrook", "Havenbrook University", "Teaching since 1871", "#0f766e", null, ago(9000), 3);
    }

    public static Room room(UUID id, String name, String slug, Instant used) {
        var settings = new RoomSettings(true, true, null, false, true, RoomRecording.OFF, 250, WhoMayStart.MEMBERS);
        return new Room(id, name, slug, "https://meet.example/haven/" + slug, "", settings, ago(5000), used, 7);
    }

    public static Meeting meeting(UUID id, String title, UUID room, int runningMinutes, int plannedMinutes) {
        Instant started = NOW.minus(Duration.ofMinutes(runningMinutes));
        List<Participant> people = new ArrayList<>();
        people.add(new Participant(Ids.next(), "Νίκος Παππάς", null, ParticipantRole.HOST, started, null));
        people.add(
                new Participant(Ids.next(), "佐藤 陽斗", null, ParticipantRole.ATTENDEE, started.plusSeconds(300), null));
        people.add(new Participant(
                Ids.next(), "Åsa Lindqvist", null, ParticipantRole.ATTENDEE, started, started.plusSeconds(1500)));
        return new Meeting(
                id,
                title,
                room,
                room == null ? null : "Aula B",
                null,
                "Νίκος Παππάς",
                started,
                plannedMinutes,
                true,
                null,
                null,
                null,
                null,
                people,
                4);
    }

    public static Recording recording(UUID id, String title, Instant deletedAt) {
        Instant purge = deletedAt == null ? null : deletedAt.plus(Duration.ofDays(30));
        return new Recording(
                id,
                title,
                Ids.next(),
                AULA,
                "Aula B",
                "Siobhán Ní Bhriain",
                ago(72),
                3720,
                1_100_000_000L,
                RecordingState.READY,
                deletedAt,
                purge,
                2);
    }

    public static Subscription subscription(BillingState state) {
        return new Subscription(
                new PlanChoice(PlanId.BUSINESS, BillingInterval.MONTHLY, new AddOns(2, 0, 0)),
                "EUR",
                24_900,
                ago(24 * 20),
                NOW.plus(Duration.ofDays(10)),
                20,
                2_000_000_000_000L,
                300,
                2400,
                state,
                null,
                0,
                5);
    }

    public static Member member(String email, String name, Role role) {
        return new Member(Ids.next(), email, name, role, ago(24 * 400), null, ago(2), null, 1);
    }

    private static Invitation invitation(String email, Duration left) {
        return new Invitation(
                Ids.next(),
                email,
                Role.MEMBER,
                "Nguyễn Thị Lan",
                null,
                InvitationState.PENDING,
                "Åsa Lindqvist",
                ago(140),
                ago(140),
                NOW.plus(left),
                1);
    }

    public static Invoice invoice(String number, InvoiceState state) {
        var line = new BillingLine(
                BillingItem.PLAN, PlanId.BUSINESS, BillingInterval.MONTHLY, 1, 22_500, 22_500, ago(480), NOW);
        return new Invoice(Ids.next(), number, ago(480), List.of(line), 22_500, "EUR", state, ago(479), null, 1);
    }

    public static Catalog catalog() {
        return new Catalog(
                "EUR",
                List.of(
                        new Plan(PlanId.FREE, 0, 0, 1, 1_000_000_000L, 50, 120, false),
                        new Plan(PlanId.BUSINESS, 22_500, 225_000, 18, 2_000_000_000_000L, 300, 2400, true)),
                List.of(new AddOn(
                        BillingItem.LICENSES,
                        1,
                        1000,
                        List.of(new AddOn.Tier(1, 1200, 12_000), new AddOn.Tier(41, 1100, 11_000)))));
    }

    @Override
    public void close() {
        organization.close();
    }
}
