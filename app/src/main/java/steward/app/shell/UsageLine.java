package steward.app.shell;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import steward.api.UsageBucket;
import steward.api.UsageSample;

/**
 * Usage over a span as far as it is known at this moment: what was fetched, carried on to now by the live sample. A stretch
 * nobody knows stands as one bucket without values, never as zero.
 *
 * @param width of a bucket
 */
record UsageLine(Instant from, Instant now, Duration width) {

    /**
     * @param sample the newest one, or null
     * @param liveAt when the live figures were last right, or null
     * @param owned said of what is not known
     */
    List<UsageBucket> of(List<UsageBucket> fetched, UsageSample sample, Instant liveAt, int owned) {
        List<UsageBucket> line = withGaps(fetched);
        if (sample != null && liveAt != null && !sample.at().isAfter(now)) carryOn(line, sample, liveAt, owned);
        Instant known = line.isEmpty() ? from : end(line.getLast());
        if (known.isBefore(now))
            line.add(gap(known, line.isEmpty() ? owned : line.getLast().owned()));
        return line;
    }

    private List<UsageBucket> withGaps(List<UsageBucket> fetched) {
        List<UsageBucket> line = new ArrayList<>();
        // The first bucket begins at a round time within one width of the span's begin.
        Instant expected = from.plus(width);
        for (UsageBucket bucket : fetched) {
            if (bucket.start().isAfter(expected)) line.add(gap(line.isEmpty() ? from : expected, bucket.owned()));
            line.add(bucket);
            expected = end(bucket);
        }
        return line;
    }

    private void carryOn(List<UsageBucket> line, UsageSample sample, Instant liveAt, int owned) {
        Instant sampled = floor(sample.at());
        if (!line.isEmpty() && !line.getLast().start().isBefore(sampled)) {
            if (line.getLast().start().equals(sampled)) line.add(raised(line.removeLast(), sample));
        } else if (line.isEmpty() || end(line.getLast()).isBefore(sampled)) {
            if (!line.isEmpty() || from.isBefore(sampled)) {
                line.add(gap(line.isEmpty() ? from : end(line.getLast()), owned));
            }
            line.add(live(sampled, sample));
        }
        Instant knownTo = liveAt.isBefore(now) ? liveAt : now;
        while (!floor(knownTo).isBefore(next(line))) line.add(live(next(line), sample));
    }

    /** Where the bucket after the last one begins. */
    private Instant next(List<UsageBucket> line) {
        return end(line.getLast());
    }

    private static UsageBucket raised(UsageBucket bucket, UsageSample sample) {
        int highest = bucket.highest() == null ? sample.inUse() : Math.max(bucket.highest(), sample.inUse());
        return new UsageBucket(bucket.start(), highest, bucket.average(), sample.owned(), bucket.refused());
    }

    private static UsageBucket live(Instant start, UsageSample sample) {
        return new UsageBucket(start, sample.inUse(), null, sample.owned(), 0);
    }

    private static UsageBucket gap(Instant start, int owned) {
        return new UsageBucket(start, null, null, owned, 0);
    }

    private Instant end(UsageBucket bucket) {
        return bucket.start().plus(width);
    }

    private Instant floor(Instant time) {
        long size = width.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), size) * size);
    }
}
