package steward.sync;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import okhttp3.OkHttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steward.api.Json;
import steward.api.Meeting;
import steward.api.UsageSample;
import steward.store.CacheWriter;
import tools.jackson.core.JacksonException;

/**
 * Keeps the live stream of the open organization: connects again with back-off where it broke, saves what it tells, and
 * asks for a pull when something changed. Thread-safe.
 */
final class Live {

    /** What follows from what the stream says; called on the reading thread, returns at once. */
    interface Listener {
        /** The stream is open: catch up on what was missed. */
        void opened(UUID orgId);

        void changed(UUID orgId);
    }

    private static final Logger LOG = LoggerFactory.getLogger(Live.class);
    private static final Duration MARK_EVERY = Duration.ofSeconds(2);

    private final Link link;
    private final Supplier<OkHttpClient> http;
    private final Gate gate;
    private final Pace pace;
    private final InstantSource clock;
    private final BackOff backOff;
    private Following following;

    Live(Link link, Supplier<OkHttpClient> http, Gate gate, Pace pace, InstantSource clock, BackOff backOff) {
        this.link = link;
        this.http = http;
        this.gate = gate;
        this.pace = pace;
        this.clock = clock;
        this.backOff = backOff;
    }

    /** Follows an organization; the one before is let go. */
    synchronized void follow(UUID orgId, CacheWriter writer, Listener listener, Executor executor) {
        stop();
        following = new Following(orgId, writer, listener, new Alarm(clock));
        try {
            executor.execute(following);
        } catch (RejectedExecutionException closing) {
            following = null;
        }
    }

    synchronized void stop() {
        if (following != null) following.stop();
        following = null;
    }

    /** The connection changed: no need to wait any longer. */
    synchronized void wake() {
        if (following != null) following.alarm.ring();
    }

    /** Breaks the stream; it is connected again when that is possible. */
    synchronized void restart() {
        if (following != null) following.breakOff();
    }

    /** The following of one organization; after {@link #stop} nothing it still hears is saved. */
    private final class Following implements Runnable, LiveStream.Listener {
        private final UUID orgId;
        private final CacheWriter writer;
        private final Listener listener;
        private final Alarm alarm;
        private volatile boolean stopped;
        private volatile LiveStream stream;
        private String lastEventId;
        private Instant markedAt = Instant.MIN;

        Following(UUID orgId, CacheWriter writer, Listener listener, Alarm alarm) {
            this.orgId = orgId;
            this.writer = writer;
            this.listener = listener;
            this.alarm = alarm;
        }

        @Override
        public void run() {
            try {
                lastEventId = Long.toString(writer.cursor().after());
                while (!stopped) {
                    if (gate.isConnected()) connect();
                    else alarm.await(null);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void connect() throws InterruptedException {
            URI address = URI.create(link.address() + "/v1/organizations/" + orgId + "/events");
            String token = link.token();
            stream = new LiveStream(address, token, lastEventId, http.get(), pace, gate);
            if (stopped) stream.close();
            SyncException broken = stream.read(this);
            if (stopped) return;
            lastEventId = stream.lastEventId() == null ? lastEventId : stream.lastEventId();
            LOG.debug("the live stream of {} broke: {}", orgId, broken.getMessage());
            gate.failed(broken, token);
            // no longer allowed, or gone: the pull finds out
            if (broken instanceof SyncException.Forbidden || broken instanceof SyncException.Rejected) {
                listener.changed(orgId);
            }
            Instant from = clock.instant();
            Instant again = from.plus(backOff.next());
            while (!stopped && isWithin(from, again)) alarm.await(again);
        }

        /** A clock turned back is without, too. */
        private boolean isWithin(Instant from, Instant until) {
            Instant now = clock.instant();
            return !now.isBefore(from) && now.isBefore(until);
        }

        @Override
        public void opened() {
            backOff.clear();
            listener.opened(orgId);
        }

        @Override
        public void alive() {
            Instant now = clock.instant();
            if (stopped || now.minus(MARK_EVERY).isBefore(markedAt)) return;
            markedAt = now;
            writer.markLive(now);
        }

        @Override
        public void event(String name, String data) {
            if (stopped) return;
            try {
                switch (name) {
                    case "change" -> listener.changed(orgId);
                    case "meeting" -> writer.saveMeeting(Json.mapper().readValue(data, Meeting.class));
                    case "usage" -> writer.saveSample(Json.mapper().readValue(data, UsageSample.class));
                    default -> LOG.debug("an event of a newer server: {}", name);
                }
            } catch (JacksonException e) {
                LOG.warn("an event could not be read, pulling instead: {}", name);
                listener.changed(orgId);
            }
        }

        void stop() {
            stopped = true;
            breakOff();
            alarm.ring();
        }

        void breakOff() {
            LiveStream open = stream;
            if (open != null) open.close();
        }
    }
}
