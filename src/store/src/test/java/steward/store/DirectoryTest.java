package steward.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.api.Ids;
import steward.api.Json;
import steward.api.OrganizationSummary;
import steward.api.PlanId;
import steward.api.Role;

class DirectoryTest {

    @TempDir
    Path folder;

    private final Samples.Clock clock = new Samples.Clock();
    private final OrganizationSummary acme = summary("Acme");
    private final OrganizationSummary beta = summary("Beta");
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
    void theListIsKeptWithPinsAndRecents() {
        assertThat(store.directory().refreshedAt()).isEmpty();
        store.directoryWriter().replace(List.of(beta, acme), Samples.NOW);
        store.directory().pin(acme.id(), true);
        store.directory().opened(acme.id());
        store.close();
        open();
        assertThat(store.directory().entries())
                .containsExactly(
                        new Directory.Entry(beta, false, null, null),
                        new Directory.Entry(acme, true, Samples.NOW, null));
        assertThat(store.directory().refreshedAt()).contains(Samples.NOW);
    }

    @Test
    void aNewOrganizationIsThereAtOnceAndStaysWhenItIsMade() {
        store.directoryWriter().replace(List.of(acme), Samples.NOW);
        UUID made = Ids.next();
        store.outbox().stage(made, List.of(new Request.CreateOrganization(made, "Café 2")), Duration.ZERO, null);
        Directory.Entry entry = store.directory().entry(made).orElseThrow();
        assertThat(entry.organization().name()).isEqualTo("Café 2");
        assertThat(entry.organization().role()).isEqualTo(Role.OWNER);
        assertThat(entry.pending().kind()).isEqualTo(OperationKind.CREATE_ORGANIZATION);
        assertThat(store.organization(made).organization().orElseThrow().now().name())
                .isEqualTo("Café 2");
        clock.forward(5);
        send(made);
        assertThat(store.directory().entry(made).orElseThrow().pending()).isNull();
        // a list asked for before the answer does not hold it yet
        store.directoryWriter().replace(List.of(acme), Samples.NOW.plusSeconds(4));
        assertThat(store.directory().entry(made)).isPresent();
        store.directoryWriter().replace(List.of(acme), Samples.NOW.plusSeconds(6));
        assertThat(store.directory().entry(made)).isEmpty();
    }

    @Test
    void anOrganizationLeftIsGone() {
        store.directoryWriter().replace(List.of(acme, beta), Samples.NOW);
        store.outbox().stage(acme.id(), List.of(new Request.LeaveOrganization(acme.id())), Duration.ZERO, null);
        assertThat(store.directory().entry(acme.id()).orElseThrow().pending().kind())
                .isEqualTo(OperationKind.LEAVE_ORGANIZATION);
        send(acme.id());
        assertThat(store.directory().entries())
                .extracting(Directory.Entry::organization)
                .containsExactly(beta);
    }

    @Test
    void aNewNameShowsInTheList() {
        store.directoryWriter().replace(List.of(acme), Samples.NOW);
        var edit = new Request.EditOrganization(
                Samples.organization(acme.id(), "Acme", null, 1),
                Json.mapper().createObjectNode().put("name", "Apex"));
        store.outbox().stage(acme.id(), List.of(edit), Duration.ZERO, null);
        assertThat(store.directory().entries().getFirst().organization().name()).isEqualTo("Apex");
    }

    @Test
    void logosGoWithTheirOrganization() {
        store.directoryWriter().replace(List.of(acme), Samples.NOW);
        store.directoryWriter().saveLogo(acme.id(), new byte[] {1, 2}, 4);
        assertThat(store.directory().logo(acme.id())).contains(new byte[] {1, 2});
        assertThat(store.directoryWriter().logoVersion(acme.id())).contains(4);
        store.directoryWriter().replace(List.of(beta), Samples.NOW);
        assertThat(store.directory().logo(acme.id())).isEmpty();
    }

    private void send(UUID orgId) {
        List<Operation> claimed = store.dispatch().claim(orgId, 1, Ids.next(), clock.instant());
        store.dispatch().answered(List.of(Samples.done(claimed.getFirst(), 1L)));
    }

    private static OrganizationSummary summary(String name) {
        return new OrganizationSummary(
                Ids.next(), name.toLowerCase(), name, "#112233", null, Role.OWNER, PlanId.PRO, null, List.of());
    }
}
