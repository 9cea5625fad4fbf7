package steward.app.chart;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import steward.app.chart.UsageChart.Bucket;

/** The buckets of a usage chart and what is derived from them; no drawing. */
record UsageSeries(List<Bucket> buckets, OptionalInt now) {
    /** Consecutive buckets that are known, or that are not. */
    record Run(boolean known, List<Bucket> buckets) {
        Instant start() {
            return buckets.getFirst().start();
        }

        Instant end() {
            return buckets.getLast().end();
        }
    }

    /** Refused starts drawn as one mark: how many, where, and how many licenses there were. */
    record Refusals(int count, double x, int owned) {}

    UsageSeries {
        buckets = List.copyOf(buckets);
    }

    /** Now is the last bucket's highest, when that is known. */
    UsageSeries(List<Bucket> buckets) {
        this(
                buckets,
                buckets.isEmpty() || buckets.getLast().highest() == null
                        ? OptionalInt.empty()
                        : OptionalInt.of(buckets.getLast().highest()));
    }

    boolean isEmpty() {
        return buckets.isEmpty();
    }

    Instant start() {
        return buckets.getFirst().start();
    }

    Instant end() {
        return buckets.getLast().end();
    }

    /** The largest value the axis must hold. */
    int highest() {
        return buckets.stream()
                .mapToInt(bucket -> Math.max(bucket.owned(), bucket.highest() == null ? 0 : bucket.highest()))
                .max()
                .orElse(0);
    }

    List<Run> runs() {
        List<Run> runs = new ArrayList<>();
        List<Bucket> open = new ArrayList<>();
        for (Bucket bucket : buckets) {
            if (!open.isEmpty() && (open.getLast().highest() == null) != (bucket.highest() == null)) {
                runs.add(new Run(open.getLast().highest() != null, List.copyOf(open)));
                open.clear();
            }
            open.add(bucket);
        }
        if (!open.isEmpty()) {
            runs.add(new Run(open.getLast().highest() != null, List.copyOf(open)));
        }
        return runs;
    }

    /** Where the number owned begins to be another, the first bucket included. */
    List<Bucket> ownedChanges() {
        List<Bucket> changes = new ArrayList<>();
        for (Bucket bucket : buckets) {
            if (changes.isEmpty() || changes.getLast().owned() != bucket.owned()) {
                changes.add(bucket);
            }
        }
        return changes;
    }

    /** Refused starts at their bucket's middle; neighbours nearer than {@code gap} px become one mark with the sum. */
    List<Refusals> refusals(TimeScale scale, double gap) {
        List<Refusals> marks = new ArrayList<>();
        for (Bucket bucket : buckets) {
            if (bucket.refused() == 0) {
                continue;
            }
            double x = (scale.x(bucket.start()) + scale.x(bucket.end())) / 2;
            if (!marks.isEmpty() && x - marks.getLast().x() < gap) {
                Refusals last = marks.removeLast();
                int sum = last.count() + bucket.refused();
                double middle = (last.x() * last.count() + x * bucket.refused()) / sum;
                marks.add(new Refusals(sum, middle, Math.max(last.owned(), bucket.owned())));
            } else {
                marks.add(new Refusals(bucket.refused(), x, bucket.owned()));
            }
        }
        return marks;
    }

    /** The bucket that holds the time, clamped to the ends; -1 when there is none. */
    int indexAt(Instant time) {
        for (int i = 0; i < buckets.size(); i++) {
            if (time.isBefore(buckets.get(i).end())) {
                return i;
            }
        }
        return buckets.size() - 1;
    }
}
