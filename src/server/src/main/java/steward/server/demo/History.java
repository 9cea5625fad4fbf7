package steward.server.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import steward.server.billing.Entitlement;

/**
 * Invents 90 days of meetings of one organization by playing them: people want to meet by the rhythm of days and weeks,
 * a license is drawn for each meeting, and a start beyond the pool is refused.
 */
final class History {
    static final int DAYS = 90;
    private static final int[] PLANNED = {15, 30, 30, 45, 60, 60, 60, 90, 120};
    private static final double MEAN_HOURS = 0.85;

    private final Blueprint blueprint;
    private final Optional<Growth> growth;
    private final Downtime down;
    private final Instant now;
    private final int rooms;
    private final Dice dice;

    private final List<Past.Held> held = new ArrayList<>();
    private final List<Past.Refused> refused = new ArrayList<>();
    private final List<Past.Point> points = new ArrayList<>();
    private final PriorityQueue<Instant> ends = new PriorityQueue<>();
    /** When something other than a meeting changes usage. */
    private final PriorityQueue<Instant> marks = new PriorityQueue<>();

    private final Map<Integer, Instant> busyUntil = new HashMap<>();

    private History(Blueprint blueprint, long seed, Instant now, int rooms) {
        LocalDate today = LocalDate.ofInstant(now, Rhythm.ZONE);
        this.blueprint = blueprint;
        this.growth = Growth.of(blueprint, today);
        this.down = Downtime.before(today);
        this.now = now;
        marks.addAll(List.of(down.from(), down.to()));
        growth.ifPresent(bought -> marks.add(bought.at()));
        this.rooms = rooms;
        this.dice = Dice.of(seed, blueprint.slug(), "history", today);
    }

    static Past of(Blueprint blueprint, long seed, Instant now, int rooms) {
        return new History(blueprint, seed, now, rooms).play(blueprint.running());
    }

    /** @param running how many meetings are to run now, at least as far as licenses go; 0: none */
    private Past play(int running) {
        List<Past.Held> wanted = wanted();
        long still = wanted.stream().filter(each -> each.runsAt(now)).count();
        for (long more = still; more < running; more++) wanted.add(lately());
        wanted.sort(Comparator.comparing(Past.Held::start));
        Instant first = wanted.isEmpty() ? now : wanted.getFirst().start();
        point(first.minusSeconds(1));
        marks.removeIf(mark -> mark.isBefore(first));
        wanted.forEach(each -> start(running > 0 ? each : each.endedBy(now)));
        advanceTo(now);
        return new Past(held, refused, points);
    }

    private void start(Past.Held wanted) {
        advanceTo(wanted.start());
        if (down.covers(wanted.start())) return;
        int owned = owned(wanted.start());
        Past.Held meeting = busy(wanted) ? wanted.withoutRoom() : wanted;
        if (ends.size() >= owned) {
            refused.add(new Past.Refused(meeting.host(), meeting.room(), meeting.start(), ends.size(), owned));
            return;
        }
        boolean cut = meeting.start().isBefore(down.from()) && meeting.end().isAfter(down.from());
        Past.Held real = cut ? meeting.endedBy(down.from()) : meeting;
        held.add(real);
        ends.add(real.end());
        if (real.room() >= 0) busyUntil.put(real.room(), real.end());
        point(real.start());
    }

    private boolean busy(Past.Held meeting) {
        Instant until = busyUntil.get(meeting.room());
        return until != null && until.isAfter(meeting.start());
    }

    /** A point for whatever ended or changed until then. */
    private void advanceTo(Instant at) {
        while (true) {
            Instant end = ends.peek();
            Instant mark = marks.peek();
            boolean marked = mark != null && (end == null || mark.isBefore(end));
            Instant next = marked ? mark : end;
            if (next == null || next.isAfter(at)) return;
            (marked ? marks : ends).poll();
            point(next);
        }
    }

    private void point(Instant at) {
        Past.Point point = new Past.Point(at, ends.size(), owned(at), !down.covers(at));
        if (!points.isEmpty() && points.getLast().at().equals(at)) points.removeLast();
        points.add(point);
    }

    private int owned(Instant at) {
        return Entitlement.of(Growth.choiceAt(blueprint, growth, at)).licenses();
    }

    private List<Past.Held> wanted() {
        List<Past.Held> wanted = new ArrayList<>();
        LocalDate today = LocalDate.ofInstant(now, Rhythm.ZONE);
        double peak = peak();
        for (LocalDate day = today.minusDays(DAYS); !day.isAfter(today); day = day.plusDays(1)) {
            for (int hour = 0; hour < 24; hour++) {
                Instant from = day.atTime(hour, 0).toInstant(Rhythm.ZONE);
                for (int n = count(peak * Rhythm.at(day, hour) / MEAN_HOURS); n > 0; n--) {
                    Past.Held one = starting(from.plusSeconds(second()));
                    if (one.start().isBefore(now)) wanted.add(one);
                }
            }
        }
        return wanted;
    }

    /** How many meetings are wanted at once in the busiest hour, on average. */
    private double peak() {
        int licenses = Entitlement.of(blueprint.choice()).licenses();
        return switch (blueprint.kind()) {
            case EMPTY -> 0;
            case LIMIT -> licenses * 0.95;
            case DUNNING -> licenses * 0.18;
            case NORMAL ->
                blueprint.acme()
                        ? licenses * 0.72
                        : Math.min(Math.min(licenses * 0.5, 8), 0.1 + blueprint.members() / 60.0);
        };
    }

    /** Mostly around the hour and the half hour. */
    private int second() {
        if (dice.chance(0.35)) return dice.below(3600);
        return dice.below(2) * 1800 + dice.below(240);
    }

    /** A whole number whose mean is the rate. */
    private int count(double rate) {
        int n = 0;
        for (double left = Math.exp(-rate), u = dice.unit(); u > left; n++) u *= dice.unit();
        return n;
    }

    private Past.Held starting(Instant start) {
        int planned = PLANNED[dice.below(PLANNED.length)];
        double share = dice.chance(0.08) ? 1.1 + dice.unit() * 0.8 : 0.6 + dice.unit() * 0.45;
        return meeting(start, start.plusSeconds((long) (planned * 60 * share)), planned);
    }

    /** One that began within the last hour or so and runs on. */
    private Past.Held lately() {
        int planned = PLANNED[3 + dice.below(PLANNED.length - 3)];
        long ago = 60 + (long) (dice.unit() * planned * 60 * (dice.chance(0.15) ? 1.3 : 0.9));
        return meeting(now.minusSeconds(ago), now.plusSeconds(120 + dice.below(3600)), planned);
    }

    private Past.Held meeting(Instant start, Instant end, int planned) {
        int host = (int) (Math.pow(dice.unit(), 2) * blueprint.members());
        int room = rooms == 0 || dice.chance(0.25) ? -1 : (int) (Math.pow(dice.unit(), 1.6) * rooms);
        int people = dice.chance(0.02) ? dice.between(40, 214) : 2 + (int) (Math.pow(dice.unit(), 2.5) * 26);
        int most =
                Math.min(blueprint.members(), Entitlement.of(blueprint.choice()).participants());
        return new Past.Held(
                host, room, start, end, planned, Math.min(people, most), dice.chance(blueprint.acme() ? 0.16 : 0.08));
    }
}
