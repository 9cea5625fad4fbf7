package steward.app.shell;

import java.util.Optional;
import java.util.UUID;
import javafx.scene.paint.Color;
import steward.api.Action;
import steward.api.OrganizationSummary;
import steward.api.Role;
import steward.app.control.State;
import steward.app.dialog.Acting;
import steward.app.fx.Background;
import steward.app.fx.Live;
import steward.app.fx.Ticker;
import steward.app.i18n.Messages;
import steward.store.AccountStore.Registration;
import steward.store.Directory;
import steward.store.OrganizationData;
import steward.store.StoreListener;
import steward.sync.Session;

/**
 * Everything a tab may use, of one open organization, captured when it was opened (never "the current organization").
 * When the role changes the shell opens the organization anew, so the role holds for the tab's life.
 */
public record OrganizationContext(
        Session session,
        Directory.Entry organization,
        Background background,
        Ticker ticker,
        Window window,
        Staging staging) {

    /** For one tab: with a clock of its own, so that what the tab hangs on it goes with the tab. */
    OrganizationContext ofTab() {
        return new OrganizationContext(session, organization, background, ticker.follower(), window, staging);
    }

    public UUID orgId() {
        return organization.organization().id();
    }

    public Role role() {
        return organization.organization().role();
    }

    public OrganizationData data() {
        return session.store().organization(orgId());
    }

    /** Why this cannot be done now, in words (role, read-only support, offline for what is online only), or empty. */
    public Optional<String> refusal(Action action, boolean onlineOnly) {
        return Refusals.of(action, role(), session.connection().state(), onlineOnly);
    }

    /** The organization and the role one acts in, for the head of a dialog. */
    public Acting acting() {
        OrganizationSummary summary = organization.organization();
        String as = Messages.text(
                "shell.acting.as", RoleWords.of(role()), session.account().name());
        return new Acting(
                summary.name(),
                as,
                Color.web(summary.accentColor()),
                window.logos().known(summary));
    }

    /** What stands in the place of data of which nothing was ever pulled. */
    public State unknown() {
        return switch (session.connection().state()) {
            case CONNECTING, CONNECTED -> State.awaited();
            case UNREACHABLE, OFFLINE_BY_CHOICE, SIGNED_OUT ->
                State.offline(
                        Messages.text("shell.unknown.title"),
                        Messages.text("shell.unknown.text"),
                        () -> session.refresh(orgId()));
        };
    }

    /** Why a call to the server failed, for a person. */
    public String words(Throwable problem) {
        return FailureWords.of(problem);
    }

    /**
     * Calls {@code changed} on the FX thread, coalesced, when this part of the store changed for this organization (the
     * outbox: for any); in a hidden tab once it is shown again. To be closed with the tab.
     */
    public Registration onChange(StoreListener.Part part, Runnable changed) {
        var signal = new Signal(background, () -> ticker.whenRunning(changed));
        UUID mine = orgId();
        var registration = session.store().listen((what, orgId) -> {
            if (what == part && (part == StoreListener.Part.OUTBOX || orgId == null || orgId.equals(mine))) {
                signal.fire();
            }
        });
        return () -> {
            signal.close();
            registration.close();
        };
    }

    /** A value that work in the background tells and the window shows. */
    public <T> Live<T> live(T initial) {
        return new Live<>(initial, Signal.gate(background));
    }

    /** Calls {@code changed} on the FX thread when the connection or what sending waits for changed. */
    public Registration onConnection(Runnable changed) {
        var signal = new Signal(background, changed);
        var registration = session.listen(signal::fire);
        return () -> {
            signal.close();
            registration.close();
        };
    }
}
