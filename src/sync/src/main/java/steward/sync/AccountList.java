package steward.sync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import steward.api.Account;
import steward.api.Json;
import steward.api.ServerInfo;
import steward.store.NewerStoreException;
import tools.jackson.core.JacksonException;

/** The accounts signed in here before, in a file of the data folder, without their tokens. Thread-safe. */
final class AccountList {

    static final String FILE = "known-accounts.json";

    /** Grows when a newer program lays out the data folder in a way this one would spoil. */
    static final int FORMAT = 1;

    /** @param remembered whether the token was to be kept beyond the program's end */
    record Entry(URI server, ServerInfo info, Account account, boolean remembered) {
        /** Where everything kept of it lies. */
        Path folder(Path dataFolder) {
            return AccountList.folder(dataFolder, info.id(), account.id());
        }

        boolean is(UUID serverId, UUID accountId) {
            return info.id().equals(serverId) && account.id().equals(accountId);
        }
    }

    private record Content(int format, List<Entry> accounts) {}

    private final Path file;
    private List<Entry> entries;

    /** @throws NewerStoreException when a newer program wrote the folder; nothing of it is touched */
    AccountList(Path folder) {
        this.file = folder.resolve(FILE);
        this.entries = read(file);
    }

    static Path folder(Path dataFolder, UUID serverId, UUID accountId) {
        return dataFolder.resolve("servers").resolve(serverId.toString()).resolve(accountId.toString());
    }

    synchronized List<Entry> all() {
        return List.copyOf(entries);
    }

    synchronized Optional<Entry> find(UUID serverId, UUID accountId) {
        return entries.stream().filter(each -> each.is(serverId, accountId)).findFirst();
    }

    /** Puts an entry first; one of the same account is replaced. */
    synchronized void put(Entry entry) {
        List<Entry> next = new ArrayList<>(entries);
        next.removeIf(each -> each.is(entry.info().id(), entry.account().id()));
        next.addFirst(entry);
        save(next);
    }

    synchronized void remove(UUID serverId, UUID accountId) {
        List<Entry> next = new ArrayList<>(entries);
        next.removeIf(each -> each.is(serverId, accountId));
        save(next);
    }

    /** Replaces the entry of the same account in its place. */
    synchronized void replace(Entry entry) {
        List<Entry> next = new ArrayList<>(entries);
        next.replaceAll(each -> each.is(entry.info().id(), entry.account().id()) ? entry : each);
        save(next);
    }

    private void save(List<Entry> next) {
        try {
            PrivateFiles.write(file, Json.mapper().writeValueAsBytes(new Content(FORMAT, next)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        entries = next;
    }

    private static List<Entry> read(Path file) {
        if (!Files.exists(file)) return List.of();
        try {
            byte[] bytes = Files.readAllBytes(file);
            if (Json.mapper().readTree(bytes).path("format").asInt(0) > FORMAT) throw new NewerStoreException(file);
            return Json.mapper().readValue(bytes, Content.class).accounts();
        } catch (JacksonException e) {
            // losing the list costs a sign-in, never a draft
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
