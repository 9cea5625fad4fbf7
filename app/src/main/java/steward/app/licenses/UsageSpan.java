package steward.app.licenses;

import java.time.Duration;
import steward.api.Resolution;

/** The spans of the chart, each with the width of its buckets. */
enum UsageSpan {
    HOUR(Duration.ofHours(1), Resolution.MINUTE),
    DAY(Duration.ofHours(24), Resolution.MINUTE),
    WEEK(Duration.ofDays(7), Resolution.HOUR),
    MONTH(Duration.ofDays(30), Resolution.HOUR),
    QUARTER(Duration.ofDays(90), Resolution.DAY);

    private final Duration length;
    private final Resolution resolution;

    UsageSpan(Duration length, Resolution resolution) {
        this.length = length;
        this.resolution = resolution;
    }

    Duration length() {
        return length;
    }

    Resolution resolution() {
        return resolution;
    }
}
