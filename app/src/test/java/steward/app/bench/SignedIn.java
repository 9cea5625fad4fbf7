package steward.app.bench;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import steward.api.Json;
import steward.app.settings.Policy;
import steward.app.settings.SettingsFile;
import steward.store.AccountStore;
import steward.store.OrganizationData;
import steward.sync.Engine;
import steward.sync.EngineOptions;
import steward.sync.Session;
import tools.jackson.databind.JsonNode;

/**
 * Fills a data folder as a day of use does: the demo's owner signed in with the token in the keychain, the directory and the
 * first organization pulled.
 */
final class SignedIn {
    private static final int PATIENCE_SECONDS = 60;

    private SignedIn() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        Entrance owner = owner(Path.of(args[2]));
        try (Engine engine = Engine.open(EngineOptions.of(folder));
                Session session = engine.signIn(URI.create(args[1]), owner.token(), true)) {
            if (engine.tokenPlace() != Engine.TokenPlace.KEYCHAIN) throw new IllegalStateException("no keychain");
            AccountStore store = session.store();
            session.refreshDirectory();
            await(store, () -> store.directory().entry(owner.organization()).isPresent());
            store.directory().opened(owner.organization());
            session.open(owner.organization());
            OrganizationData data = store.organization(owner.organization());
            await(store, () -> data.syncedAt().isPresent() && data.lastSample().isPresent());
            SettingsFile.open(folder.resolve("settings.json"), Policy.NONE)
                    .change(settings -> settings.withLast(
                            session.server().id(), session.account().id()));
        }
        // the keychain's library leaves threads behind
        System.exit(0);
    }

    private record Entrance(String token, UUID organization) {}

    /** The account of the demo that owns the organization with the most to show. */
    private static Entrance owner(Path accounts) throws Exception {
        for (JsonNode account : Json.mapper().readTree(Files.readAllBytes(accounts))) {
            for (JsonNode membership : account.get("organizations")) {
                if (membership.get("slug").asString().equals("acme")
                        && membership.get("role").asString().equals("owner")) {
                    return new Entrance(
                            account.get("token").asString(),
                            UUID.fromString(membership.get("id").asString()));
                }
            }
        }
        throw new IllegalStateException("the demo has no owner of acme");
    }

    private static void await(AccountStore store, BooleanSupplier known) throws InterruptedException {
        var done = new CountDownLatch(1);
        try (var ignored = store.listen((part, id) -> {
            if (known.getAsBoolean()) done.countDown();
        })) {
            if (!known.getAsBoolean() && !done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the demo did not answer in time");
            }
        }
    }
}
