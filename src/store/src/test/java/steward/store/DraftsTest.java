package steward.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.api.Ids;
import steward.api.Json;

class DraftsTest {

    private static final UUID ORG = Ids.next();

    @TempDir
    Path folder;

    private final Samples.Clock clock = new Samples.Clock();
    private AccountStore store;

    @BeforeEach
    void open() {
        store = AccountStore.open(folder, Ids.next(), clock);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void severalDraftsOutliveARestart() {
        Drafts.Draft first = draft("First", 0);
        Drafts.Draft second = draft("Second", 1);
        store.drafts().save(first);
        store.drafts().save(second);
        store.drafts().save(new Drafts.Draft(Ids.next(), Ids.next(), "Elsewhere", null, null, null, Samples.NOW));
        store.drafts().replaceRows(first.id(), List.of(row(1), row(2)));
        store.close();
        open();
        assertThat(store.drafts().list(ORG)).containsExactly(second, first);
        assertThat(store.drafts().rows(first.id())).containsExactly(row(1), row(2));
    }

    @Test
    void aRowIsFixedInPlace() {
        Drafts.Draft draft = draft("Draft", 0);
        store.drafts().save(draft);
        store.drafts().replaceRows(draft.id(), List.of(row(1), row(2)));
        var fixed = new Drafts.DraftRow(2, "ann@gmail.com", "Ann", null, null, "READY", null);
        store.drafts().saveRow(draft.id(), fixed);
        store.drafts().save(new Drafts.Draft(draft.id(), ORG, "Renamed", null, null, Ids.next(), Samples.NOW));
        assertThat(store.drafts().rows(draft.id())).containsExactly(row(1), fixed);
        assertThat(store.drafts().find(draft.id()).orElseThrow().name()).isEqualTo("Renamed");
    }

    @Test
    void aDraftGoesWithItsRows() {
        Drafts.Draft draft = draft("Draft", 0);
        store.drafts().save(draft);
        store.drafts().replaceRows(draft.id(), List.of(row(1)));
        store.drafts().delete(draft.id());
        assertThat(store.drafts().list(ORG)).isEmpty();
        assertThat(store.drafts().rows(draft.id())).isEmpty();
    }

    @Test
    void rowsThatCannotAllBeReadReplaceNothing() {
        Drafts.Draft draft = draft("Draft", 0);
        store.drafts().save(draft);
        store.drafts().replaceRows(draft.id(), List.of(row(1)));
        Iterable<Drafts.DraftRow> broken = () -> new Iterator<>() {
            private int next = 2000;

            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public Drafts.DraftRow next() {
                if (next > 5000) throw new IllegalStateException("the file ends here");
                return row(next++);
            }
        };
        assertThatThrownBy(() -> store.drafts().replaceRows(draft.id(), broken))
                .isInstanceOf(IllegalStateException.class);
        assertThat(store.drafts().rows(draft.id())).containsExactly(row(1));
    }

    @Test
    void manyRowsAreReadPageByPage() {
        Drafts.Draft draft = draft("Draft", 0);
        store.drafts().save(draft);
        store.drafts().replaceRows(draft.id(), () -> IntStream.range(0, 5000)
                .mapToObj(DraftsTest::row)
                .iterator());
        List<Long> seen = new ArrayList<>();
        List<Drafts.DraftRow> page = store.drafts().rows(draft.id(), -1, 700);
        while (!page.isEmpty()) {
            page.forEach(it -> seen.add(it.row()));
            page = store.drafts().rows(draft.id(), seen.getLast(), 700);
        }
        assertThat(seen).hasSize(5000).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void preferencesAreKept() {
        assertThat(store.preferences().get("columns")).isEmpty();
        store.preferences().put("columns", Json.mapper().readTree("[1]"));
        store.preferences().put("columns", Json.mapper().readTree("[1,2]"));
        assertThat(store.preferences().get("columns").orElseThrow().toString()).isEqualTo("[1,2]");
    }

    private static Drafts.Draft draft(String name, int second) {
        return new Drafts.Draft(
                Ids.next(),
                ORG,
                name,
                "people.csv",
                Json.mapper().createObjectNode().put("delimiter", ";"),
                null,
                Samples.NOW.plusSeconds(second));
    }

    private static Drafts.DraftRow row(long row) {
        return new Drafts.DraftRow(
                row,
                "p" + row + "@x.org",
                "P",
                "member",
                null,
                "ATTENTION",
                Json.mapper().createObjectNode().put("code", "domain"));
    }
}
