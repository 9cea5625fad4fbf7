package steward.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SingleInstanceTest {

    @TempDir
    Path folder;

    @Test
    void handsALaterStartOverToTheFirst() throws Exception {
        AtomicReference<List<String>> received = new AtomicReference<>();
        try (SingleInstance first = SingleInstance.hold(folder, arguments -> {
            received.set(arguments);
            return new SingleInstance.Reply(2, "line one\nline two é");
        })) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> SingleInstance.hold(folder, arguments -> null))
                    .isInstanceOf(FolderInUseException.class);
            assertThat(SingleInstance.handOver(folder, List.of("invite", "Zoë's file.csv")))
                    .contains(new SingleInstance.Reply(2, "line one\nline two é"));
        }
        assertThat(received.get()).containsExactly("invite", "Zoë's file.csv");
        assertThat(SingleInstance.handOver(folder, List.of())).isEmpty();
        SingleInstance.hold(folder, arguments -> null).close();
    }

    @Test
    void answersNobodyWithoutTheSecret() throws Exception {
        AtomicReference<List<String>> received = new AtomicReference<>();
        try (SingleInstance first = SingleInstance.hold(folder, arguments -> {
            received.set(arguments);
            return new SingleInstance.Reply(0, "");
        })) {
            assertThat(first).isNotNull();
            Path file = folder.resolve("instance.json");
            String address = Files.readString(file);
            Files.writeString(file, address.replaceAll("\"secret\":\"..", "\"secret\":\"zz"));
            assertThat(SingleInstance.handOver(folder, List.of("x"))).isEmpty();
            Files.write(file, address.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(received.get()).isNull();
    }

    @Test
    void keepsItsSecretFromOthers() throws Exception {
        try (SingleInstance first = SingleInstance.hold(folder, arguments -> null)) {
            assertThat(first).isNotNull();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("instance.json"))))
                    .isEqualTo("rw-------");
        }
    }
}
