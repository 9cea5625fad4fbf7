package steward.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.api.Account;
import steward.api.AccountKind;
import steward.api.ServerInfo;
import steward.store.NewerStoreException;

class AccountListTest {

    private static final ServerInfo INFO = new ServerInfo(
            new UUID(1, 1), "e1", "Demo", "1", 1, Instant.EPOCH, 30, new ServerInfo.Limits(500, 500, 1, 1));

    @TempDir
    Path folder;

    @Test
    void keepsAccountsAcrossStartsAndMovesAServer() throws Exception {
        AccountList list = new AccountList(folder);
        list.put(entry("http://127.0.0.1:1", 1));
        list.put(entry("http://127.0.0.1:1", 2));
        list.put(entry("https://new.example", 1));
        List<AccountList.Entry> read = new AccountList(folder).all();
        assertThat(read).containsExactly(entry("https://new.example", 1), entry("http://127.0.0.1:1", 2));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(AccountList.FILE))))
                .isEqualTo("rw-------");
    }

    @Test
    void leavesAFolderOfANewerProgramUntouched() throws Exception {
        Path file = folder.resolve(AccountList.FILE);
        String newer = "{\"format\":2,\"somethingElse\":[]}";
        Files.writeString(file, newer);
        assertThatThrownBy(() -> Engine.open(EngineOptions.of(folder).with(TokenStore.memory())))
                .isInstanceOf(NewerStoreException.class);
        assertThat(file).hasContent(newer);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    private static AccountList.Entry entry(String url, int account) {
        return new AccountList.Entry(
                URI.create(url), INFO, new Account(new UUID(2, account), "a@example.com", "A", AccountKind.USER), true);
    }
}
