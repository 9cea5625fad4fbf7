package steward.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.api.AuditRecord;
import steward.api.CollectionName;
import steward.api.Ids;
import steward.api.Meeting;
import steward.api.Member;
import steward.api.Resolution;
import steward.api.Role;
import steward.api.UsageBucket;
import steward.api.UsageSample;

class CacheTest {

    private static final UUID ORG = Ids.next();

    @TempDir
    Path folder;

    private final Samples.Clock clock = new Samples.Clock();
    private final Member ann = Samples.member("Ann@Example.org", Role.MEMBER, 1);
    private final Member bob = Samples.member("bob@example.org", Role.MEMBER, 1);
    private AccountStore store;
    private CacheWriter writer;

    @BeforeEach
    void open() {
        store = AccountStore.open(folder, Ids.next(), clock);
        writer = store.cacheWriter(ORG);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void nothingIsKnownBeforeTheFirstPullIsComplete() {
        assertThat(data().known()).isFalse();
        apply(Samples.page(1, true, member(1, ann)));
        assertThat(data().known()).isFalse();
        apply(Samples.page(2, false, member(2, bob)));
        assertThat(data().known()).isTrue();
        assertThat(data().syncedAt()).contains(Samples.NOW);
        assertThat(data().members()).extracting(Shown::now).containsExactlyInAnyOrder(ann, bob);
        assertThat(writer.cursor().after()).isEqualTo(2);
    }

    @Test
    void aPageAskedWithAnOlderCursorIsDropped() {
        CacheWriter.Cursor early = writer.cursor();
        apply(Samples.page(1, false, member(1, ann)));
        assertThat(writer.apply(early, Samples.page(1, false, member(1, bob)))).isFalse();
        assertThat(data().members()).extracting(Shown::now).containsExactly(ann);
    }

    @Test
    void aPageAndItsCursorOutliveACrashTogether() {
        apply(Samples.page(7, false, member(7, ann)));
        try (AccountStore after = AccountStore.open(folder, Ids.next(), clock)) {
            assertThat(after.cacheWriter(ORG).cursor()).isEqualTo(writer.cursor());
            assertThat(after.organization(ORG).members()).hasSize(1);
        }
    }

    @Test
    void deletedObjectsGo() {
        apply(Samples.page(2, false, member(1, ann), member(2, bob)));
        apply(Samples.page(3, false, Samples.change(3, CollectionName.MEMBERS, ann.id(), null)));
        assertThat(data().members()).extracting(Shown::now).containsExactly(bob);
    }

    @Test
    void theOldRowsStayShownUntilASnapshotIsComplete() {
        apply(Samples.page(900, false, member(1, ann), member(2, bob)));
        CacheWriter.Cursor first = writer.startSnapshot();
        assertThat(first.after()).isZero();
        assertThat(first.snapshot()).isTrue();
        Member older = new Member(ann.id(), ann.email(), "Restored", Role.MEMBER, Samples.NOW, null, null, null, 0);
        writer.apply(first, Samples.page(10, true, member(3, older)));
        assertThat(data().members())
                .extracting(it -> it.now().name())
                .containsExactlyInAnyOrder("Restored", "Ann Example");
        assertThat(writer.cursor()).isEqualTo(new CacheWriter.Cursor(10, first.generation(), true));
        writer.apply(writer.cursor(), Samples.page(20, false));
        assertThat(data().members()).extracting(it -> it.now().name()).containsExactly("Restored");
        assertThat(writer.cursor()).isEqualTo(new CacheWriter.Cursor(20, first.generation(), false));
    }

    @Test
    void aWipeLeavesNothingOnTheDiskAndTakesNoLateAnswer() throws IOException {
        CacheWriter.Cursor early = writer.cursor();
        apply(Samples.page(1, false, member(1, ann)));
        writer.wipe();
        assertThat(onDisk("Ann Example")).isFalse();
        assertThat(writer.apply(early, Samples.page(1, false, member(1, ann)))).isFalse();
        assertThat(data().members()).isEmpty();
        assertThat(data().known()).isFalse();
    }

    @Test
    void aLiveMeetingNeverGetsOlder() {
        UUID id = Ids.next();
        writer.saveMeeting(Samples.meeting(id, "Second", null, 2));
        writer.saveMeeting(Samples.meeting(id, "First", null, 1));
        assertThat(data().meetings()).extracting(Meeting::title).containsExactly("Second");
        apply(Samples.page(
                5, false, Samples.change(5, CollectionName.MEETINGS, id, Samples.meeting(id, "First", null, 1))));
        assertThat(data().meetings()).extracting(Meeting::title).containsExactly("Second");
        writer.saveMeeting(Samples.meeting(id, "Third", Samples.NOW, 3));
        assertThat(data().meetings()).isEmpty();
    }

    @Test
    void aMeetingThatIsGoneDoesNotComeBack() {
        UUID id = Ids.next();
        writer.saveMeeting(Samples.meeting(id, "Meeting", null, 2));
        apply(Samples.page(5, false, Samples.change(5, CollectionName.MEETINGS, id, null)));
        writer.saveMeeting(Samples.meeting(id, "Meeting", null, 2));
        assertThat(data().meetings()).isEmpty();
    }

    @Test
    void usageIsReplacedOverItsSpan() {
        Instant at = Samples.NOW;
        UsageBucket one = new UsageBucket(at, 3, 1.5, 10, 0);
        UsageBucket two = new UsageBucket(at.plusSeconds(60), null, null, 10, 2);
        writer.saveUsage(Resolution.MINUTE, at, at.plusSeconds(120), List.of(one, two));
        assertThat(data().usage(Resolution.MINUTE, at, at.plusSeconds(120))).containsExactly(one, two);
        writer.saveUsage(Resolution.MINUTE, at.plusSeconds(60), at.plusSeconds(120), List.of());
        assertThat(data().usage(Resolution.MINUTE, at, at.plusSeconds(120))).containsExactly(one);
        assertThat(data().usage(Resolution.HOUR, at, at.plusSeconds(120))).isEmpty();
    }

    @Test
    void theNewestSampleIsKept() {
        assertThat(data().lastSample()).isEmpty();
        UsageSample late = new UsageSample(Samples.NOW.plusSeconds(5), 4, 10);
        writer.saveSample(late);
        writer.saveSample(new UsageSample(Samples.NOW, 3, 10));
        assertThat(data().lastSample()).contains(late);
        writer.markLive(Samples.NOW);
        assertThat(data().liveAt()).contains(Samples.NOW);
    }

    @Test
    void theAuditLogIsNewestFirst() {
        AuditRecord early = audit(Samples.NOW);
        AuditRecord late = audit(Samples.NOW.plusSeconds(1));
        writer.saveAudit(List.of(early), false);
        writer.saveAudit(List.of(late, early), false);
        assertThat(data().audit()).containsExactly(late, early);
        writer.saveAudit(List.of(late), true);
        assertThat(data().audit()).containsExactly(late);
    }

    @Test
    void addressesAreFoundInTheirNormalForm() {
        apply(Samples.page(1, false, member(1, ann)));
        assertThat(data().find("ann@example.org").memberSince()).isEqualTo(Samples.NOW);
        assertThat(data().find("carl@example.org")).isEqualTo(new OrganizationData.Known(null, null, null));
        store.outbox().stage(ORG, List.of(Samples.invite("Carl@Example.org")), java.time.Duration.ZERO, null);
        assertThat(data().find("carl@example.org").invitedSince()).isEqualTo(Samples.NOW);
        clock.forward(8 * 86_400);
        apply(Samples.page(2, false, member(2, bob)));
        assertThat(data().find("bob@example.org").memberSince()).isEqualTo(Samples.NOW);
        assertThat(data().find("carl@example.org").invitedSince()).isNull();
    }

    @Test
    void aDamagedCacheIsSetAsideAndBeginsEmpty() throws IOException {
        apply(Samples.page(1, false, member(1, ann)));
        store.close();
        Path file = folder.resolve("cache").resolve(ORG + ".db");
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 4096; i < bytes.length; i++) bytes[i] = (byte) (i * 31);
        Files.write(file, bytes);
        store = AccountStore.open(folder, Ids.next(), clock);
        assertThat(data().known()).isFalse();
        assertThat(data().members()).isEmpty();
        assertThat(folder.resolve("cache").resolve(ORG + ".db.damaged")).exists();
    }

    @Test
    void manyOrganizationsShareAFewOpenFiles() {
        for (int i = 0; i < 20; i++) {
            UUID orgId = Ids.next();
            CacheWriter other = store.cacheWriter(orgId);
            other.apply(other.cursor(), Samples.page(1, false, member(1, ann)));
            assertThat(store.organization(orgId).members()).hasSize(1);
        }
        apply(Samples.page(1, false, member(1, bob)));
        assertThat(data().members()).extracting(Shown::now).containsExactly(bob);
    }

    private OrganizationData data() {
        return store.organization(ORG);
    }

    private void apply(steward.api.ChangePage page) {
        assertThat(writer.apply(writer.cursor(), page)).isTrue();
    }

    private static steward.api.Change member(long seq, Member member) {
        return Samples.change(seq, CollectionName.MEMBERS, member.id(), member);
    }

    private static AuditRecord audit(Instant at) {
        return new AuditRecord(
                Ids.next(), at, "Ann", "a@x.org", null, "room.edit", "room", Ids.next(), "R", null, null, "::1");
    }

    private boolean onDisk(String text) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1).contains(text)) {
                    return true;
                }
            }
        }
        return false;
    }
}
