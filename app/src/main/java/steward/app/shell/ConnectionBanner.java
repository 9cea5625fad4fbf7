package steward.app.shell;

import java.time.Duration;
import java.time.Instant;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import steward.app.control.Banner;
import steward.app.control.Buttons;
import steward.app.control.Page;
import steward.app.control.Tone;
import steward.app.fx.LiveQuery;
import steward.app.i18n.Formats;
import steward.app.i18n.Messages;
import steward.store.AccountStore;
import steward.store.StoreListener;
import steward.sync.Connection;

/**
 * Under a tab's header while the server is not reached: since when, how old what is shown is, what comes next (picture
 * 14). A tab hands its page over once and closes this with itself.
 */
public final class ConnectionBanner implements AutoCloseable {
    private final OrganizationContext context;
    private final Page page;
    private final LiveQuery<Instant> synced;
    private final AccountStore.Registration connection;
    private final AccountStore.Registration store;
    private final Subscription clock;
    private Connection stands;
    private Instant syncedAt;
    private Banner banner;

    public ConnectionBanner(OrganizationContext context, Page page) {
        this.context = context;
        this.page = page;
        synced = new LiveQuery<Instant>(
                        context.background(),
                        "read age",
                        () -> context.data().syncedAt().orElse(null),
                        Signal.gate(context.background()))
                .onValue(at -> {
                    syncedAt = at;
                    word(context.ticker().second().get());
                });
        connection = context.onConnection(this::connected);
        store = context.onChange(StoreListener.Part.ORGANIZATION, synced::refresh);
        clock = context.ticker().second().subscribe(this::word);
        connected();
        synced.refresh();
    }

    private void connected() {
        Connection now = context.session().connection();
        boolean another = stands == null || stands.state() != now.state();
        stands = now;
        if (another) {
            banner = build(now.state());
            page.setBanner(banner);
        }
        word(context.ticker().second().get());
    }

    private Banner build(Connection.State state) {
        return switch (state) {
            case CONNECTED, CONNECTING -> null;
            case UNREACHABLE ->
                new Banner(Tone.WARNING, Feather.WIFI_OFF)
                        .action(Buttons.link(Messages.text("shell.banner.tryNow"), () -> context.background()
                                .start("refresh", () -> context.session().refresh(context.orgId()))));
            case OFFLINE_BY_CHOICE ->
                new Banner(Tone.NEUTRAL, Feather.WIFI_OFF)
                        .action(Buttons.link(Messages.text("shell.banner.goOnline"), () -> context.background()
                                .start("go online", () -> context.session().workOffline(false))));
            case SIGNED_OUT ->
                new Banner(Tone.DANGER, Feather.LOG_OUT)
                        .action(Buttons.link(
                                Messages.text("shell.banner.signIn"),
                                context.window().navigator()::signInAgain));
        };
    }

    private void word(Instant now) {
        if (banner == null) {
            return;
        }
        Formats formats = Formats.current();
        String age = syncedAt == null ? "" : Messages.text("shell.banner.stateOf", formats.brief(syncedAt, now));
        switch (stands.state()) {
            case UNREACHABLE ->
                banner.show(
                        Messages.text(
                                "shell.banner.unreachable", formats.duration(Duration.between(stands.since(), now))),
                        join(age, next(formats, now)));
            case OFFLINE_BY_CHOICE ->
                banner.show(
                        Messages.text("shell.banner.offline"), join(age, Messages.text("shell.banner.offlineText")));
            default ->
                banner.show(Messages.text("shell.banner.signedOut"), Messages.text("shell.banner.signedOutText"));
        }
    }

    private String next(Formats formats, Instant now) {
        Instant at = stands.nextAttemptAt();
        return at == null || !at.isAfter(now)
                ? Messages.text("shell.banner.trying")
                : Messages.text("shell.banner.next", formats.clockSeconds(at), formats.ahead(at, now));
    }

    private static String join(String one, String other) {
        return one.isEmpty() ? other : one + " " + other;
    }

    @Override
    public void close() {
        clock.unsubscribe();
        synced.close();
        connection.close();
        store.close();
    }
}
