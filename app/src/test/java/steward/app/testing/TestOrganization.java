package steward.app.testing;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import steward.api.Account;
import steward.api.AccountKind;
import steward.api.Change;
import steward.api.ChangePage;
import steward.api.CollectionName;
import steward.api.Ids;
import steward.api.Json;
import steward.api.OrganizationSummary;
import steward.api.PlanId;
import steward.api.Role;
import steward.app.control.ViewMemory;
import steward.app.fx.Background;
import steward.app.fx.Ticker;
import steward.app.shell.Logos;
import steward.app.shell.Navigator;
import steward.app.shell.OrganizationContext;
import steward.app.shell.Place;
import steward.app.shell.Staging;
import steward.app.shell.Window;
import steward.store.AccountStore;
import steward.store.Directory;

/**
 * An open organization over a real store in a folder, without a network: what the server would have told is put into the
 * cache with {@link #pull}. Its time stands still until {@link #forward}.
 */
public final class TestOrganization implements AutoCloseable {
    public static final Instant NOW = Instant.parse("2026-11-24T14:32:00Z");
    public final RecordingDialogs dialogs = new RecordingDialogs();
    public final RecordingNotices notices = new RecordingNotices();
    public final List<Place> visited = new ArrayList<>();
    public boolean askedToSignIn;
    public final UUID orgId = Ids.next();
    public final TestSession session;
    private final HandClock clock = new HandClock();
    private final Ticker ticker = new Ticker(clock);
    private final AccountStore store;
    private long seq;

    public TestOrganization(Path folder) {
        var account = new Account(Ids.next(), "asa.lindqvist@haven.example", "Åsa Lindqvist", AccountKind.USER);
        store = AccountStore.open(folder, account.id(), clock);
        session = new TestSession(store, account);
    }

    public AccountStore store() {
        return store;
    }

    /** Everything inline, for view models. */
    public OrganizationContext context(Role role) {
        return context(role, Background.direct());
    }

    public OrganizationContext context(Role role, Background background) {
        var summary = new OrganizationSummary(
                orgId, "havenbrook", "Havenbrook University", "#0f766e", null, role, PlanId.BUSINESS, null, List.of());
        var entry = new Directory.Entry(summary, false, null, null);
        var window = new Window(
                dialogs, notices, navigator(), ViewMemory.forNow(), new Logos(store.directory(), background));
        return new OrganizationContext(
                session, entry, background, ticker, window, new Staging(orgId, store, background, notices, clock));
    }

    /** Puts objects of a collection into the cache, as a pull would; each has an {@code id}. */
    public void pull(CollectionName collection, List<?> objects) {
        List<Change> changes = new ArrayList<>();
        for (Object object : objects) {
            var body = Json.mapper().valueToTree(object);
            changes.add(
                    new Change(++seq, collection, UUID.fromString(body.get("id").asString()), false, body));
        }
        var writer = store.cacheWriter(orgId);
        writer.apply(writer.cursor(), new ChangePage(changes, seq, false));
    }

    public void forward(Duration time) {
        clock.now = clock.now.plus(time);
        ticker.tick();
    }

    private Navigator navigator() {
        return new Navigator() {
            @Override
            public void show(Place place) {
                visited.add(place);
            }

            @Override
            public void show(Place place, UUID object) {
                visited.add(place);
            }

            @Override
            public void openOrganization(UUID other) {}

            @Override
            public void signInAgain() {
                askedToSignIn = true;
            }
        };
    }

    @Override
    public void close() {
        session.close();
    }

    private static final class HandClock extends Clock {
        private volatile Instant now = NOW;

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
