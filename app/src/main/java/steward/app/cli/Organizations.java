package steward.app.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import steward.api.Action;
import steward.api.OrganizationSummary;
import steward.api.Role;
import steward.app.i18n.Messages;
import steward.store.Directory;
import steward.sync.Session;
import steward.sync.SyncException;

/** Finds an organization and brings what is known of it up to date, as far as the server answers. Blocking. */
final class Organizations {
    private static final int TRIES = 5;
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final Session session;

    /** @param missed why what is known of it is not of now, or null */
    record Found(UUID id, String name, Role role, SyncException missed) {}

    Organizations(Session session) {
        this.session = session;
    }

    /**
     * @throws InviteException when there is none of that name
     * @throws SyncException when nothing is known of it and the server does not tell
     */
    Found find(String slug) throws InterruptedException {
        Optional<SyncException> missed = attempt(session::fetchDirectory);
        Optional<OrganizationSummary> named = named(slug);
        if (named.isEmpty() && missed.isPresent()) {
            throw missed.get();
        }
        OrganizationSummary found = named.orElseThrow(() -> new InviteException(
                InviteResult.WRONG_USAGE,
                Messages.text("cli.org.unknown", slug, session.account().email())));
        if (!Action.OPEN_PANEL.allowedTo(found.role())) {
            // who may not see who is in it may invite nobody: every row says so
            return new Found(found.id(), found.name(), found.role(), missed.orElse(null));
        }
        Optional<SyncException> stale = attempt(() -> session.fetch(found.id()));
        if (stale.isPresent() && !session.store().organization(found.id()).known()) {
            throw stale.get();
        }
        return new Found(found.id(), found.name(), found.role(), stale.orElse(null));
    }

    private Optional<OrganizationSummary> named(String slug) {
        return session.store().directory().entries().stream()
                .map(Directory.Entry::organization)
                .filter(each -> each.slug().equalsIgnoreCase(slug))
                .findFirst();
    }

    /** Empty when it was done; what a moment later may be done is tried again, what no trying mends is thrown. */
    private static Optional<SyncException> attempt(Runnable fetch) throws InterruptedException {
        SyncException last = null;
        for (int left = TRIES; left > 0; left--) {
            try {
                fetch.run();
                return Optional.empty();
            } catch (SyncException.ServerFault e) {
                last = e;
                Thread.sleep(pause(e));
            } catch (SyncException.Unreachable e) {
                if (e.reason() != SyncException.Unreachable.Reason.BROKEN_OFF) {
                    return Optional.of(e);
                }
                last = e;
            }
        }
        return Optional.of(last);
    }

    private static Duration pause(SyncException.ServerFault fault) {
        Duration asked = fault.retryAfter() == null ? PAUSE : fault.retryAfter();
        return asked.compareTo(LONGEST_PAUSE) < 0 ? asked : LONGEST_PAUSE;
    }
}
