package steward.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import steward.api.Ids;
import steward.api.Json;

class AccountStoreTest {

    private static final UUID ORG = Ids.next();
    private static final UUID ACCOUNT = Ids.next();

    @TempDir
    Path home;

    private final Samples.Clock clock = new Samples.Clock();

    @Test
    void onlyTheOwnerOpensTheFolders() throws IOException {
        Path folder = home.resolve("data/account");
        try (AccountStore store = AccountStore.open(folder, ACCOUNT, clock)) {
            store.cacheWriter(ORG).cursor();
            for (String name : List.of(".", "cache")) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))))
                        .isEqualTo("rwx------");
            }
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file :
                        files.filter(it -> it.toString().contains(".db")).toList()) {
                    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .as(file.toString())
                            .isEqualTo("rw-------");
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"work.db", "directory.db", "cache/ORG.db"})
    void aNewerFolderIsRefusedAndLeftAsItIs(String name) throws IOException {
        Path file = home.resolve(name.replace("ORG", ORG.toString()));
        try (AccountStore store = AccountStore.open(home, ACCOUNT, clock)) {
            store.cacheWriter(ORG).cursor();
        }
        byte[] bytes = Files.readAllBytes(file);
        bytes[63] = 99;
        Files.write(file, bytes);
        Map<String, String> before = contents();
        assertThatThrownBy(() -> AccountStore.open(home, ACCOUNT, clock))
                .isInstanceOfSatisfying(
                        NewerStoreException.class, e -> assertThat(e.file()).isEqualTo(file));
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void whatCanBeReadOfADamagedWorkStoreIsRescued() throws IOException {
        List<Request> requests = new ArrayList<>();
        for (int i = 0; i < 3000; i++) requests.add(Samples.invite("person" + i + "@example.org"));
        try (AccountStore store = AccountStore.open(home, ACCOUNT, clock)) {
            store.preferences().put("theme", Json.mapper().readTree("\"dark\""));
            store.outbox().stage(ORG, requests, Duration.ofSeconds(10), "people.csv");
            assertThat(store.damage()).isEmpty();
        }
        Path file = home.resolve("work.db");
        byte[] bytes = Files.readAllBytes(file);
        // some pages in the middle
        for (int i = bytes.length / 2; i < bytes.length / 2 + 5 * 4096; i++) bytes[i] = (byte) (i * 17);
        Files.write(file, bytes);
        try (AccountStore store = AccountStore.open(home, ACCOUNT, clock)) {
            AccountStore.Damage damage = store.damage().orElseThrow();
            assertThat(Files.readAllBytes(damage.setAside())).isEqualTo(bytes);
            assertThat(damage.changes()).isGreaterThan(2900);
            assertThat(store.preferences().get("theme").orElseThrow().stringValue())
                    .isEqualTo("dark");
            assertThat(store.outbox().counts(ORG).held()).isBetween(2900, 3000);
            clock.forward(10);
            assertThat(store.dispatch().claim(ORG, 200, Ids.next(), clock.instant()))
                    .hasSize(200);
        }
        try (AccountStore store = AccountStore.open(home, ACCOUNT, clock)) {
            assertThat(store.damage()).isEmpty();
        }
    }

    @Test
    void aWorkStoreThatIsNoDatabaseIsSetAside() throws IOException {
        Files.writeString(home.resolve("work.db"), "Dear diary, ".repeat(1000));
        try (AccountStore store = AccountStore.open(home, ACCOUNT, clock)) {
            assertThat(store.damage().orElseThrow().changes()).isZero();
            assertThat(store.damage().orElseThrow().setAside()).content().startsWith("Dear diary");
            store.outbox().stage(ORG, List.of(Samples.invite("a@x.org")), Duration.ZERO, null);
        }
    }

    @Test
    void aDamagedDirectoryBeginsEmpty() throws IOException {
        Files.writeString(home.resolve("directory.db"), "Dear diary, ".repeat(1000));
        try (AccountStore store = AccountStore.open(home, ACCOUNT, clock)) {
            assertThat(store.directory().entries()).isEmpty();
            assertThat(store.damage()).isEmpty();
        }
    }

    private Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(it -> !it.toString().contains("native"))
                    .toList()) {
                contents.put(file.toString(), java.util.HexFormat.of().formatHex(Files.readAllBytes(file)));
            }
        }
        return contents;
    }
}
