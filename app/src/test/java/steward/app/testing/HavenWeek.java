package steward.app.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import steward.api.AddOn;
import steward.api.BillingInterval;
import steward.api.BillingItem;
import steward.api.BillingLine;
import steward.api.Catalog;
import steward.api.CollectionName;
import steward.api.Ids;
import steward.api.Invoice;
import steward.api.InvoiceState;
import steward.api.Json;
import steward.api.Meeting;
import steward.api.PaymentMethod;
import steward.api.Plan;
import steward.api.PlanId;
import steward.api.RefusedStart;
import steward.api.Resolution;
import steward.api.Role;
import steward.api.Subscription;
import steward.api.UsageBucket;
import steward.api.UsageSample;
import steward.store.CacheWriter;
import tools.jackson.databind.node.ObjectNode;

/** Fills {@link Haven} as a week of a busy university would: usage with day rhythm, refused starts, meetings, invoices. */
public final class HavenWeek {
    /** Highest in use, hour by hour, of a working day. */
    private static final int[] WORKDAY = {1, 0, 0, 0, 0, 1, 3, 7, 11, 13, 15, 13, 9, 8, 12, 16, 11, 8, 7, 5, 3, 2, 1, 1
    };

    private static final int[] SUNDAY = {0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 3, 3, 4, 3, 2, 2, 1, 1, 0, 0, 0, 0};
    private static final long GB = 1_000_000_000L;

    private HavenWeek() {}

    public static void fill(TestOrganization organization) {
        usage(organization);
        organization.pull(CollectionName.REFUSED_STARTS, refused());
        organization.pull(CollectionName.MEETINGS, meetings());
        organization.pull(
                CollectionName.MEMBERS,
                List.of(
                        Haven.member("jonas@haven.example", "Jonas Weber", Role.ADMIN),
                        Haven.member("chiara@haven.example", "Chiara Conti", Role.ADMIN),
                        Haven.member("yoto@haven.example", "佐藤 陽斗", Role.MEMBER)));
        organization.pull(CollectionName.INVOICES, invoices());
        organization.pull(
                CollectionName.PAYMENT_METHODS,
                List.of(new PaymentMethod(Ids.next(), "Mastercard", "0090", 3, 2029, false, false, 1)));
        organization.store().cacheWriter(organization.orgId).saveCatalog(catalog());
    }

    /** As the change feed carries it: the object of a subscription has the organization's id. */
    public static void pull(TestOrganization organization, Subscription subscription) {
        ObjectNode object = Json.mapper().valueToTree(subscription);
        object.put("id", organization.orgId.toString());
        organization.pull(CollectionName.SUBSCRIPTION, List.of(object));
    }

    /** As the reference server sells it. */
    public static Catalog catalog() {
        return new Catalog(
                "EUR",
                List.of(
                        new Plan(PlanId.FREE, 0, 0, 1, 5 * GB, 100, 120, false),
                        new Plan(PlanId.PRO, 39_00, 390_00, 3, 250 * GB, 150, 2400, true),
                        new Plan(PlanId.BUSINESS, 225_00, 2250_00, 18, 2000 * GB, 300, 2400, true)),
                List.of(
                        new AddOn(
                                BillingItem.LICENSES,
                                1,
                                2000,
                                List.of(new AddOn.Tier(1, 12_00, 120_00), new AddOn.Tier(41, 11_00, 110_00))),
                        new AddOn(
                                BillingItem.STORAGE,
                                1000 * GB,
                                100,
                                List.of(new AddOn.Tier(1, 20_00, 200_00), new AddOn.Tier(11, 17_00, 170_00))),
                        new AddOn(BillingItem.PARTICIPANTS, 100, 7, List.of(new AddOn.Tier(1, 15_00, 150_00)))));
    }

    private static void usage(TestOrganization organization) {
        CacheWriter writer = organization.store().cacheWriter(organization.orgId);
        Instant hour = Haven.NOW.truncatedTo(ChronoUnit.HOURS);
        save(writer, Resolution.HOUR, hour.minus(Duration.ofDays(30)), Duration.ofHours(1));
        save(writer, Resolution.DAY, hour.truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(90)), Duration.ofDays(1));
        save(writer, Resolution.MINUTE, Haven.NOW.minus(Duration.ofHours(24)), Duration.ofMinutes(1));
        writer.saveSample(new UsageSample(Haven.NOW.minusSeconds(4), 17, 20));
        writer.markLive(Haven.NOW);
    }

    private static void save(CacheWriter writer, Resolution resolution, Instant from, Duration width) {
        List<UsageBucket> buckets = new ArrayList<>();
        for (Instant at = from; !at.isAfter(Haven.NOW); at = at.plus(width)) buckets.add(bucket(at, resolution));
        writer.saveUsage(resolution, from, Haven.NOW.plusSeconds(1), buckets);
    }

    private static UsageBucket bucket(Instant at, Resolution resolution) {
        int owned = at.isBefore(Instant.parse("2026-11-20T16:04:00Z")) ? 18 : 20;
        boolean down = !at.isBefore(Instant.parse("2026-11-22T01:00:00Z"))
                && at.isBefore(Instant.parse("2026-11-22T05:00:00Z"));
        if (down && resolution != Resolution.DAY) return new UsageBucket(at, null, null, owned, 0);
        int use = Math.min(owned, use(at, resolution));
        int refused = resolution == Resolution.DAY
                ? 0
                : (int) refused().stream()
                        .filter(start ->
                                start.at().truncatedTo(unit(resolution)).equals(at))
                        .count();
        return new UsageBucket(at, refused > 0 ? (Integer) owned : (Integer) use, use * 0.8, owned, refused);
    }

    private static ChronoUnit unit(Resolution resolution) {
        return resolution == Resolution.MINUTE ? ChronoUnit.MINUTES : ChronoUnit.HOURS;
    }

    private static int use(Instant at, Resolution resolution) {
        var local = at.atZone(java.time.ZoneOffset.UTC);
        int[] day = local.getDayOfWeek().getValue() >= 6 ? SUNDAY : WORKDAY;
        if (resolution == Resolution.DAY) return day[15] + local.getDayOfYear() % 4;
        int wobble = resolution == Resolution.MINUTE ? (local.getMinute() / 15) % 3 - 1 : local.getDayOfYear() % 2;
        int use = day[local.getHour()];
        return use == 0 ? 0 : Math.max(0, use + wobble + (local.getHour() == 14 ? 4 : 0));
    }

    private static List<RefusedStart> refused() {
        return List.of(
                refusal("2026-11-24T11:04:00Z", "Вера Петрова", "Chemistry lab", 20),
                refusal("2026-11-24T10:57:00Z", "高橋 美咲", "Tutorial group 4", 20),
                refusal("2026-11-24T10:42:00Z", "José d’Almeida", null, 20),
                refusal("2026-11-19T10:51:00Z", "Kwame Mensah", null, 18),
                refusal("2026-11-19T10:38:00Z", "Chiara Conti", "Library tour", 18));
    }

    private static RefusedStart refusal(String at, String who, String room, int all) {
        return new RefusedStart(Ids.next(), Instant.parse(at), who, room, all, all);
    }

    private static List<Meeting> meetings() {
        List<Meeting> running = new ArrayList<>();
        String[] titles = {"Open day, main quad", "Faculty board", "量子力学 II, 第8回", "Library systems stand-up"};
        for (int i = 0; i < 16; i++) {
            running.add(Haven.meeting(
                    Ids.next(), titles[i % titles.length], i % 3 == 0 ? null : Haven.AULA, 92 - 5 * i, 120));
        }
        return running;
    }

    private static List<Invoice> invoices() {
        List<Invoice> all = new ArrayList<>();
        for (int month = 1; month <= 9; month++) {
            Instant at = Haven.NOW.minus(Duration.ofDays(30L * month));
            InvoiceState state = month == 1 ? InvoiceState.FAILED : month == 4 ? InvoiceState.VOID : InvoiceState.PAID;
            Instant end = at.plus(Duration.ofDays(30));
            var plan = line(BillingItem.PLAN, 1, 225_00, at, end);
            var more = line(BillingItem.LICENSES, 2, 12_00, at, end);
            Instant retry = month == 1 ? Haven.NOW.plus(Duration.ofDays(2)) : null;
            all.add(new Invoice(
                    Ids.next(),
                    "HB-2026-0" + (312 - month * 7),
                    at,
                    List.of(plan, more),
                    249_00,
                    "EUR",
                    state,
                    state == InvoiceState.PAID ? at : null,
                    retry,
                    1));
        }
        return all;
    }

    /** A line of Business, monthly. */
    public static BillingLine line(BillingItem item, int quantity, long unitPrice, Instant from, Instant to) {
        return new BillingLine(
                item,
                PlanId.BUSINESS,
                BillingInterval.MONTHLY,
                Math.abs(quantity),
                unitPrice,
                quantity * unitPrice,
                from,
                to);
    }
}
