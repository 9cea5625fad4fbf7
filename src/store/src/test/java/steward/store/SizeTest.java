package steward.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.api.Change;
import steward.api.ChangePage;
import steward.api.CollectionName;
import steward.api.Ids;
import steward.api.Member;
import steward.api.Role;

/** The sizes the product promises, with bounds a busy machine keeps. */
class SizeTest {

    private static final UUID ORG = Ids.next();

    @TempDir
    Path folder;

    private final Samples.Clock clock = new Samples.Clock();

    @Test
    void tenThousandMembers() {
        try (AccountStore store = AccountStore.open(folder, Ids.next(), clock)) {
            CacheWriter writer = store.cacheWriter(ORG);
            List<Member> all = new ArrayList<>();
            timed("pull 10,000 members", 20_000, () -> {
                for (int page = 0; page < 20; page++) {
                    List<Change> changes = new ArrayList<>();
                    for (int i = 0; i < 500; i++) {
                        Member member = Samples.member("p" + page + "." + i + "@example.org", Role.MEMBER, 1);
                        all.add(member);
                        changes.add(Samples.change(page * 500 + i + 1, CollectionName.MEMBERS, member.id(), member));
                    }
                    writer.apply(writer.cursor(), new ChangePage(changes, page * 500 + 500, page < 19));
                }
                return null;
            });
            List<Request> changes = new ArrayList<>();
            for (int i = 0; i < 100; i++) changes.add(new Request.ChangeRole(all.get(i), Role.ADMIN));
            store.outbox().stage(ORG, changes, Duration.ZERO, null);
            OrganizationData data = store.organization(ORG);
            assertThat(timed("first read", 5_000, data::members)).hasSize(10_000);
            assertThat(timed("second read", 1_000, data::members))
                    .filteredOn(Shown::isPending)
                    .hasSize(100);
            Member one = all.get(5000);
            writer.apply(
                    writer.cursor(),
                    Samples.page(20_000, false, Samples.change(20_000, CollectionName.MEMBERS, one.id(), one)));
            assertThat(timed("read after a change", 2_000, data::members)).hasSize(10_000);
            int found = timed("100,000 addresses", 5_000, () -> {
                int n = 0;
                for (int i = 0; i < 100_000; i++) {
                    if (data.find("p" + i % 20 + "." + i / 20 + "@example.org").memberSince() != null) n++;
                }
                return n;
            });
            assertThat(found).isEqualTo(10_000);
        }
    }

    @Test
    void aHundredThousandInvitations() {
        try (AccountStore store = AccountStore.open(folder, Ids.next(), clock)) {
            List<Request> requests = new ArrayList<>();
            for (int i = 0; i < 100_000; i++) requests.add(Samples.invite("person" + i + "@example.org"));
            Outbox.Staged staged = timed("stage 100,000", 30_000, () -> store.outbox()
                    .stage(ORG, requests, Duration.ofSeconds(10), "p.csv"));
            clock.forward(10);
            UUID lease = Ids.next();
            Dispatch dispatch = store.dispatch();
            List<Operation> first =
                    timed("first claim", 20_000, () -> dispatch.claim(ORG, 200, lease, clock.instant()));
            dispatch.answered(first.stream().map(it -> Samples.done(it, 1L)).toList());
            timed("twenty rounds", 20_000, () -> {
                for (int i = 0; i < 20; i++) {
                    assertThat(dispatch.nextDue(clock.instant())).isPresent();
                    List<Operation> some = dispatch.claim(ORG, 200, lease, clock.instant());
                    dispatch.answered(
                            some.stream().map(it -> Samples.done(it, 2L)).toList());
                }
                return null;
            });
            assertThat(timed("counts", 2_000, () -> store.outbox().counts()))
                    .isEqualTo(new Outbox.Counts(0, 95_800, 0, 0, 4_200));
            assertThat(timed("batch", 2_000, () -> store.outbox().batchState(staged.batchId()))
                            .orElseThrow()
                            .done())
                    .isEqualTo(4_200);
            assertThat(timed("list", 5_000, () -> store.outbox().list())).hasSize(Outbox.LIST_OPEN + Outbox.LIST_DONE);
            assertThat(timed("cancel the rest", 30_000, () -> store.outbox().cancel(staged.operationIds())))
                    .hasSize(95_800);
        }
    }

    private static <T> T timed(String what, long bound, Supplier<T> work) {
        long begin = System.nanoTime();
        T result = work.get();
        long millis = (System.nanoTime() - begin) / 1_000_000;
        System.getLogger("steward.store.size").log(System.Logger.Level.INFO, what + ": " + millis + " ms");
        assertThat(millis).as(what).isLessThan(bound);
        return result;
    }
}
