package steward.server;

import static org.assertj.core.api.Assertions.assertThat;
import static steward.server.Samples.items;
import static steward.server.Samples.ref;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.api.Ids;
import steward.server.mail.FolderPostbox;
import steward.server.mail.Mail;
import steward.server.mail.Postbox;

/** Mails leave at least once, and one that leaves twice can be told by its name. */
class HandoverTest {
    private static final String WAITING = "mail WHERE handed_at IS NULL";

    @TempDir
    Path folder;

    /** Takes mails as the real one does; then, as long as it is told to, the server does not live to note so. */
    private static final class Dying implements Postbox {
        private final Postbox real;
        private volatile boolean dies = true;

        private Dying(Postbox real) {
            this.real = real;
        }

        @Override
        public void take(List<Mail> mails) throws IOException {
            real.take(mails);
            if (dies) throw new IOException("died before it was noted");
        }
    }

    @Test
    void everyInvitationIsAFileNamedAfterIt() throws Exception {
        try (World world = new World(folder)) {
            UUID id = Ids.next();
            invite(world.owner, world.org, id, "jörg@bücher.example");
            world.server.sweep();
            world.server.sweep();

            assertThat(files()).containsExactly(id + ".1@" + world.org + ".steward.invalid.eml");
            assertThat(world.rows(WAITING)).isZero();
            assertThat(Files.readString(folder.resolve("mail").resolve(files().getFirst())))
                    .contains("To: <jörg@xn--bcher-kva.example>\r\n", "Subject: Olivia Owner invites you to Acme\r\n");
        }
    }

    @Test
    void aServerThatDiesBeforeItNotesSoWritesTheSameFileAgain() throws Exception {
        Dying postbox = new Dying(new FolderPostbox(folder.resolve("mail")));
        try (World world = new World(folder, postbox)) {
            invite(world.owner, world.org, Ids.next(), "a@example.com");
            world.server.sweep();
            assertThat(world.rows(WAITING)).isEqualTo(1);
            List<String> before = files();
            byte[] first = Files.readAllBytes(folder.resolve("mail").resolve(before.getFirst()));
            Files.delete(folder.resolve("mail").resolve(before.getFirst()));

            postbox.dies = false;
            world.server.sweep();

            assertThat(files()).isEqualTo(before).hasSize(1);
            assertThat(Files.readAllBytes(folder.resolve("mail").resolve(before.getFirst())))
                    .isEqualTo(first);
            assertThat(world.rows(WAITING)).isZero();
        }
    }

    @Test
    void whatWasNotNotedIsHandedOverAfterARestart() throws Exception {
        try (World world = new World(folder, new Dying(mails -> {}))) {
            invite(world.owner, world.org, Ids.next(), "a@example.com");
            world.server.sweep();
        }
        assertThat(folder.resolve("mail")).doesNotExist();
        try (Server again = Server.start(ServerOptions.of(0, folder))) {
            again.sweep();
            assertThat(files()).hasSize(1);
        }
    }

    @Test
    void aResentInvitationIsAnotherMail() throws Exception {
        try (World world = new World(folder)) {
            UUID id = Ids.next();
            invite(world.owner, world.org, id, "a@example.com");
            String resend = items(ref(Ids.next(), id.toString()));
            for (int i = 0; i < 2; i++) {
                HttpAnswer answer =
                        world.owner.wire().send("POST", world.path("/invitations/resend"), resend, Map.of());
                assertThat(answer.status()).isEqualTo(200);
            }
            world.server.sweep();

            // The second resend had the first one's key.
            assertThat(files()).hasSize(2).allMatch(name -> name.startsWith(id + "."));
        }
    }

    @Test
    void organizationsThatChoseTheSameIdHaveMailsOfTheirOwn() throws Exception {
        try (World world = new World(folder)) {
            UUID id = Ids.next();
            invite(world.owner, world.org, id, "a@example.com");
            invite(world.stranger, world.strangersOrg, id, "a@example.com");
            world.server.sweep();

            assertThat(files()).hasSize(2);
        }
    }

    @Test
    void aRefusedInvitationWritesNoMail() throws Exception {
        try (World world = new World(folder)) {
            invite(world.owner, world.org, Ids.next(), "mia@example.com");
            world.server.sweep();

            assertThat(folder.resolve("mail")).doesNotExist();
        }
    }

    private void invite(World.Person by, UUID org, UUID id, String email) {
        String item = "{\"opId\":\"%s\",\"id\":\"%s\",\"email\":\"%s\",\"role\":\"member\",\"name\":null,\"note\":null}"
                .formatted(Ids.next(), id, email);
        HttpAnswer answer =
                by.wire().send("POST", "/v1/organizations/" + org + "/invitations/batch", items(item), Map.of());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().get("items").get(0).get("status").asInt()).isLessThan(300);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("mail"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
